import { labelOf } from '../fields.ts'
import type { Clause, Knowledge, Met } from './knowledge.ts'
import { metLabel } from './topic.ts'

/** One way in which a clause is met; `label` is what its id is called. */
export type Way = { met: Met; id: string; label: string }
export type MetClause = { id: string; section: string; text: string; ways: Way[]; reason: string | null }

/** A sentence of the guideline, and everything in this repository that carries it out. */
export function metClause({ id, section, text, met, by, also = [], reason }: Clause, knowledge: Knowledge): MetClause {
  const supports = [{ met, by }, ...also] as { met: Met; by: readonly string[] }[]
  const ways = supports.flatMap((support) =>
    support.by.map((one) => ({ met: support.met, id: one, label: wordWay(support.met, one, knowledge) })),
  )
  return { id, section, text, ways, reason: reason ?? null }
}

function wordWay(met: Met, id: string, { policies, forms }: Knowledge): string {
  if (met === 'rule') return policies.rules[id]?.title ?? '（これから加える規則）'
  if (met === 'field') return labelOf(id)
  if (met === 'step') return id
  return forms.flatMap(({ items = [] }) => items).find((item) => item.id === id)?.text ?? id
}

/** 「9-3 文」 and, below it, how it is met. */
export const clauseLines = ({ id, text, ways, reason }: MetClause): string[] => [
  `${id} ${text}`,
  ...(ways.length === 0 ? [`    ${metLabel('outside')}`] : ways.map(wayLine)),
  ...(reason === null ? [] : [`    理由: ${reason}`]),
]
const wayLine = ({ met, id, label }: Way): string =>
  `    ${metLabel(met)}: ${met === 'step' ? label : `${label}（${id}）`}`

/** The clauses that a rule or a field carries out, mainly or besides others. */
export const clausesMetBy = (id: string, { clauses }: Pick<Knowledge, 'clauses'>): Clause[] =>
  clauses.filter(({ by, also = [] }) =>
    [by, ...also.map((support) => support.by)].some((ids) => Array.isArray(ids) && ids.includes(id)),
  )
