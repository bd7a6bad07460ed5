import coverage from '../../schemas/coverage.schema.json' with { type: 'json' }
import shared from '../../schemas/table.schema.json' with { type: 'json' }
import type { CriterionNumber } from '../rule.ts'
import type { Certainty, Met, Status } from './knowledge.ts'

export type Kind =
  | 'rule'
  | 'section'
  | 'clause'
  | 'form'
  | 'item'
  | 'interpretation'
  | 'criterion'
  | 'measure'
  | 'risk'
  | 'condition'
  | 'exemption'
  | 'service'
  | 'outcome'
  | 'verdict'
  | 'field'
  | 'table'
  | 'reading'

/** What other programs read: these four keys always, and what its kind has besides. */
export type Topic = { kind: Kind; id: string; title: string; section: string | null } & Record<string, unknown>
/** A topic with what a row says besides; its own id and title come first and win. */
type Head = { kind: Kind; id: string; title: string; section: string | null }
export const topicOf = (head: Head, row: object): Topic => ({
  ...head,
  ...row,
  ...head,
})

/** A table as it is drawn: words only. `rules` are those that read it. */
export type Drawn = {
  id: string
  title: string
  section: string
  status: Status
  note: string
  rules: readonly string[]
  header: readonly string[]
  rows: readonly (readonly string[])[]
}
/** What people read: under one name headings, and below it lines or a table. */
export type Part = { heading: string; lines?: readonly string[]; table?: Drawn }
export type Explanation = { name: string; topic: Topic; parts: readonly Part[] }

type Labels = { enum: readonly string[]; enumDescriptions: readonly string[] }
const labelIn =
  ({ enum: ids, enumDescriptions: labels }: Labels) =>
  (id: string): string =>
    labels[ids.indexOf(id)] ?? id

export const statusLabel: (id: Status) => string = labelIn(shared.$defs.status)
export const certaintyLabel: (id: Certainty) => string = labelIn(shared.$defs.certainty)
export const needLabel: (id: string) => string = labelIn(shared.$defs.formField.properties.need)
export const stageLabel: (id: string) => string = labelIn(shared.$defs.stage)
export const whenLabel: (id: string) => string = labelIn(shared.$defs.check.properties.when)
export const metLabel: (id: Met) => string = labelIn(coverage.$defs.clause.properties.met)

/** What a reader must know first: the ward's own words, or ours in their place. */
export const reconstructionMark = '再構成'
export const markOf = (status: Status): string => (status === 'reconstruction' ? `（${reconstructionMark}）` : '')
export const wordCriteria = (numbers: readonly CriterionNumber[]): string =>
  numbers.map((number) => `別表${number}`).join('、')

/** A part with text in it, or nothing at all. */
export const partOf = (heading: string, ...lines: readonly (string | undefined | false)[]): Part[] => {
  const said = lines.filter((line) => typeof line === 'string' && line !== '') as string[]
  return said.length === 0 ? [] : [{ heading, lines: said }]
}
