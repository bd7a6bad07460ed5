import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Judged } from '../../src/ledger/draft.ts'
import { openBundles } from '../audit/bundles.ts'
import { headOf, type Repository, treeOf } from '../git.ts'
import { judgeStep, subjectOf } from './judge.ts'
import type { Step } from './main-line.ts'

/** Judges a merge with the bundle of its first parent: by the rules that the reviewers had before them. */
export function judgeThen(repository: Repository, step: Step): Judged {
  const own = bundleIn(repository, headOf(repository))
  const then = step.parent === null ? '' : bundleIn(repository, step.parent)
  // Where there was none yet, there is no other one to ask; and code is judged by people alone.
  const isSettled = then === own || then === '' || subjectOf(step) === 'other'
  return isSettled ? judgeStep(repository, step) : judgeApart(repository, step)
}

const bundleIn = (repository: Repository, commit: string): string =>
  [...treeOf(repository, commit, 'dist')].map(([path, id]) => `${path} ${id}`).join('\n')

/** In a process of its own, which knows no token. */
function judgeApart(repository: Repository, step: Step): Judged {
  const { commit, parent } = step
  const folder = mkdtempSync(join(tmpdir(), 'shinsa-ledger-'))
  try {
    const bundle = openBundles(repository, folder).at(parent!)
    const { status, stdout, stderr } = spawnSync(process.execPath, [bundle!, 'ledger', 'judge', commit], {
      cwd: repository.folder,
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      maxBuffer: Infinity,
      timeout: 300_000,
      encoding: 'utf8',
    })
    if (status === 0) return JSON.parse(stdout) as Judged
    process.stderr.write(`the bundle of ${parent} cannot judge ${commit}: ${stderr.trim()}\n`)
    return { ...judgeStep(repository, step), doubt: '取込みのときの審査のプログラムでは、確かめられませんでした。' }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
