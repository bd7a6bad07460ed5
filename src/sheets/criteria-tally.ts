import type { Criterion } from '../explain/knowledge.ts'
import type { Entry } from '../form/entries.ts'
import { idsOf } from '../vocabulary.ts'

/** A row of 別表 that a use is asked for, and its answer. */
export type Answered = { row: Criterion; entry: Entry | undefined }
/** How the answers of one level came out. */
export type Tally = { level: string; asked: number; results: Readonly<Record<string, number>>; unanswered: number }

/** The rows that are asked for or answered; what is not met stands before what is. */
export function answeredCriteria(
  rows: readonly Criterion[],
  asked: readonly unknown[],
  entries: readonly Entry[],
): Answered[] {
  const answered = rows
    .map((row) => ({ row, entry: entries.find(({ number }) => number === row.number) }))
    .filter(({ row, entry }) => entry !== undefined || asked.includes(row.number))
  const rank = ({ row, entry }: Answered): number => {
    if (entry?.result === 'met') return 10
    return idsOf('criterionLevel').indexOf(row.level) + (entry?.result === 'not-applicable' ? 5 : 0)
  }
  return answered.sort((a, b) => rank(a) - rank(b))
}

/** 必須, 高, 中 and 低, as far as there are rows. */
export const tallyOf = (answered: readonly Answered[]): Tally[] =>
  idsOf('criterionLevel').flatMap((level) => {
    const rows = answered.filter(({ row }) => row.level === level)
    const count = (result: unknown): number => rows.filter(({ entry }) => entry?.result === result).length
    if (level === null || rows.length === 0) return []
    const results = Object.fromEntries(idsOf('criterionResult').map((id) => [String(id), count(id)]))
    return [{ level, asked: rows.length, results, unanswered: count(undefined) }]
  })
