import { isDay } from '../../src/calendar.ts'
import { parseJapaneseDate, wareki } from '../../src/wareki.ts'
import { dayOf, readDay } from '../day.ts'
import { ask, commitNamed, commitOf, headOf, isShallow, type Repository } from '../git.ts'
import { branchOf } from '../ledger/main-line.ts'
import { UsageError } from '../usage.ts'

/** A commit whose files are shown, and the day on which it was made. `asOf` is the day of which was asked. */
export type Past = { commit: string; date: string; asOf: string }

/** `2026-12-01`: what main had at the end of that day in Tokyo; anything else names a commit. */
export function pastAt(repository: Repository, written: string): Past {
  headOf(repository)
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return pastOn(repository, readDay('--at', written))
  const meant = commitOf(repository, written) === null ? parseJapaneseDate(written) : null
  if (meant !== null) throw new UsageError(`--at の日付は ${meant} のように書いてください。`)
  const commit = commitNamed(repository, written)
  const date = dayOf(Number(ask(repository.folder, ['log', '-1', '--format=%ct', commit, '--'])))
  return { commit, date, asOf: date }
}

function pastOn(repository: Repository, day: string): Past {
  if (!isDay(day)) throw new Error(`${day} is no day`)
  const tip = branchOf(repository, 'main') ?? headOf(repository)
  const log = String(ask(repository.folder, ['log', '--first-parent', '--format=%H %ct', tip, '--']))
  const line = log
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => ({ commit: row.split(' ')[0]!, date: dayOf(Number(row.split(' ')[1])) }))
  const last = line.find(({ date }) => date <= day)
  if (last !== undefined) return { ...last, asOf: day }
  if (isShallow(repository))
    throw new UsageError(
      `履歴が途中までしかないため、${day} の台帳が分かりません。git fetch --unshallow を実行してください。`,
    )
  const first = line.at(-1)!.date
  throw new UsageError(
    `${day}（${wareki(day)}）の台帳はありません。記録は ${first}（${wareki(first)}）に始まっています。`,
  )
}
