import { appendFileSync } from 'node:fs'
import { commitOf } from '../git.ts'
import { connectTo, GitHubFault } from '../github/client.ts'
import { UsageError } from '../usage.ts'
import { judgeStep } from './judge.ts'
import { judgeThen } from './judge-then.ts'
import { openObjects, stepsTo } from './main-line.ts'
import { record } from './record.ts'
import { readSettings } from './settings.ts'

/** `ledger record`: what the workflow runs. */
export async function recordMain(): Promise<number> {
  const settings = readSettings(process.env)
  const client = connectTo({ ...settings, patience: 30_000, pause: 1000 })
  const repository = openObjects()
  try {
    const judge = (step: Parameters<typeof judgeThen>[1]) => judgeThen(repository, step)
    const { written, waiting, mismatches } = await record({ client, settings, repository, judge, now: Date.now() })
    process.stdout.write(`${written}件を記録しました。記録を待つ取込みは ${waiting}件です。\n`)
    if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, `written=${written}\n`)
    for (const mismatch of mismatches) process.stderr.write(`${mismatch}\n`)
    return mismatches.length > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof GitHubFault)) throw error
    throw new UsageError(`決定簿への記録を終えられませんでした（${error.message}）。次の実行がやり直します。`)
  }
}

/** `ledger judge <commit>`: what a later bundle asks this one about a merge of its time. */
export function judgeMain(name: string): number {
  const repository = openObjects()
  const commit = commitOf(repository, name)
  if (commit === null) throw new UsageError(`「${name}」という版は、git にありません。`)
  const step = stepsTo(repository, commit, commitOf(repository, `${commit}^1`)).at(-1)!
  process.stdout.write(`${JSON.stringify(judgeStep(repository, step))}\n`)
  return 0
}
