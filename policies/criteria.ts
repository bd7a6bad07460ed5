import type { Service } from '../src/generated/service.ts'
import { type CriterionNumber, each, type Finding, type Procedure } from '../src/rule.ts'
import { label } from '../src/vocabulary.ts'
import { criteria } from './tables.ts'

export type Row = (typeof criteria.rows)[number]
type Entries = Service['criteria']
type Entry = NonNullable<Entries>[number]

export const rowOf = (number: CriterionNumber): Row | undefined => criteria.rows.find((row) => row.number === number)

/** The rows of 別表 that a use has to answer; none without 重要情報. */
export const applicableRows = ({ required, judged }: Procedure['criteria']): Row[] =>
  criteria.rows.filter(({ number }) => required.includes(number) || judged.includes(number))

/** 必須, or demanded by the guideline's own text whatever the level in the table. */
export const isMandatory = ({ level, bodyMandate }: Row): boolean => level === 'required' || bodyMandate !== undefined

/** 別表のNo.1「保存・処理の所在」, as messages name a row. */
export const nameOf = ({ number, title }: Row): string => `別表のNo.${number}「${title}」`
export const resultOf = ({ result }: Entry): string => `「${label('criterionResult', result)}」`

/** Checks each answer to an applicable row that is anything but met. */
export function eachShortfall(
  entries: Entries,
  asked: Procedure['criteria'],
  check: (entry: Entry, row: Row, at: string) => Iterable<Finding>,
): Iterable<Finding> {
  const rows = applicableRows(asked)
  return each(entries, function* (entry, index) {
    const row = rows.find(({ number }) => number === entry.number)
    if (row !== undefined && entry.result !== 'met') yield* check(entry, row, `/criteria/${index}`)
  })
}
