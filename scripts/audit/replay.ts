import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Diagnostic } from '../../src/diagnostic.ts'
import type { Transition } from '../../src/generated/service.ts'
import type { Replay } from '../../src/ledger/audit.ts'
import type { Repository } from '../git.ts'
import type { Step } from '../ledger/main-line.ts'
import { openBundles } from './bundles.ts'
import { isStaged, openStage, type Stage } from './stage.ts'

/** Judges every merge again, in their order, with the bundle that its first parent holds: the rules then in force. */
export function* replayAll(repository: Repository, steps: readonly Step[]): Iterable<Replay> {
  const folder = mkdtempSync(join(tmpdir(), 'shinsa-audit-'))
  try {
    const bundles = openBundles(repository, join(folder, 'bundles'))
    const stage = openStage(repository, join(folder, 'stage'))
    for (const step of steps) yield replay(step, stage, bundles.at)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function replay(step: Step, stage: Stage, bundleAt: (commit: string) => string | null): Replay {
  const { parent, files } = step
  const paths = files.map(({ path }) => path).filter(isStaged)
  const known = paths.filter((path) => existsSync(join(stage.folder, path)))
  const bundle = parent === null || paths.length === 0 ? null : bundleAt(parent)
  // What was asked before the merge is not asked again.
  const before = bundle === null || known.length === 0 ? null : run(bundle, stage.folder, ['--', ...known])
  stage.advance(step)
  if (paths.length === 0) return { state: 'untouched' }
  if (parent === null) return impossible('最初のコミットなので、比べる前の版がありません。')
  if (bundle === null) return impossible('当時はまだ審査のプログラムがなかったので、審査し直せません。')
  const after = run(bundle, stage.folder, ['--base', parent]) ?? run(bundle, stage.folder, [])
  if (after === null) return impossible('当時の審査のプログラムを動かせませんでした。')
  return { state: 'judged', ...after, before: before?.diagnostics ?? [] }
}
const impossible = (why: string): Replay => ({ state: 'impossible', why })

const secondsAtMost = 300

type Answer = { changes: { file: string; transition: Transition }[]; diagnostics: Diagnostic[] }

/** Null where the bundle does not answer: an early one does not know every option. */
function run(bundle: string, folder: string, asked: readonly string[]): Answer | null {
  const { status, stdout } = spawnSync(process.execPath, [bundle, 'validate', '--format', 'json', ...asked], {
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1', GIT_OPTIONAL_LOCKS: '0' },
    maxBuffer: Infinity,
    timeout: secondsAtMost * 1000,
    encoding: 'utf8',
  })
  if (status !== 0 && status !== 1) return null
  try {
    const { changes = [], diagnostics } = JSON.parse(stdout) as Partial<Answer> & Pick<Answer, 'diagnostics'>
    return { changes, diagnostics }
  } catch {
    return null
  }
}
