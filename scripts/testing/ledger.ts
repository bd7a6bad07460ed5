import { execFileSync } from 'node:child_process'
import { append } from '../../src/ledger/chain.ts'
import { curable } from '../../src/ledger/cures.ts'
import { type Draft, empty, type Kind, type RecordedJudgement, type Written } from '../../src/ledger/record.ts'
import { permitted } from '../../src/testing/ledger.ts'
import { type Step, stepsTo } from '../ledger/main-line.ts'
import type { TestRepository } from './repository.ts'

export type Told = {
  kind?: Kind
  transition?: Draft['transition']
  judgements?: RecordedJudgement[]
  reasons?: string[]
}

const recordOf = ({ commit, parent, files }: Step, told: Told, chain: readonly Written[]): Draft => {
  const main = { parent, commit }
  const recordedAt = '2026-07-01T09:00:00+09:00'
  if (chain.length === 0) return { ...empty, kind: 'genesis', main, recordedAt }
  const { kind = 'permission', ...more } = told
  const outcome = { outcome: 'application', form: 1 } as const
  const draft = {
    ...permitted('a'),
    main,
    kind,
    ...more,
    files: files.map(({ path, blob }) => ({ path, blob, ...outcome })),
  }
  const paths = files.map(({ path }) => path)
  const cures =
    kind === 'permission'
      ? curable(
          paths,
          chain.map(({ record }) => record),
        )
      : []
  return { ...draft, ...(cures.length > 0 && { cures }), ...(kind === 'irregular' && { approvals: [], pr: null }) }
}

/** A chain that records every commit of main; `told` says what is not simply permitted, by commit. */
export function chainOf({ folder }: TestRepository, told: Record<string, Told> = {}): Written[] {
  const chain: Written[] = []
  for (const step of stepsTo({ folder, hash: 'sha1' }, 'main'))
    chain.push(append(chain.at(-1) ?? null, recordOf(step, told[step.commit] ?? {}, chain)))
  return chain
}

/** Puts files onto a branch of their own, on top of what it has, without touching the work tree. */
export function commitLedger({ folder }: TestRepository, files: readonly { path: string; bytes: Uint8Array }[]): void {
  const parent = ref(folder)
  const stream = [
    `commit refs/heads/ledger\ncommitter 台帳 <ledger@example.lg.jp> 1782864000 +0900\ndata 0\n`,
    ...(parent === null ? [] : [`from ${parent}\n`, 'deleteall\n']),
    ...files.flatMap(({ path, bytes }) => [`M 100644 inline ${path}\ndata ${bytes.length}\n`, bytes, '\n']),
  ]
  const input = Buffer.concat(stream.map((part) => Buffer.from(part as string)))
  execFileSync('git', ['fast-import', '--quiet', '--force'], { cwd: folder, input, stdio: 'pipe' })
}

function ref(folder: string): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--verify', '--quiet', 'refs/heads/ledger'], { cwd: folder })
      .toString()
      .trim()
  } catch {
    return null
  }
}
