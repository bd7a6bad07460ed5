import type { Criterion, CriterionAnswer, CriterionNumber } from './criteria.ts'
import type { SheetCriterion } from './criteria-read.ts'
import { plain } from './grid.ts'

const fields = ['level', 'category', 'title', 'requirement', 'ask', 'evidence'] as const
export type CriterionField = (typeof fields)[number]
/** What a sheet changes in the table: a field, a row that is new, or one that is gone. */
export type CriterionChange =
  | { kind: 'field'; number: CriterionNumber; field: CriterionField; before: unknown; after: unknown }
  | { kind: 'added'; number: CriterionNumber; row: Criterion }
  | { kind: 'removed'; number: CriterionNumber; row: Criterion }
export type Comparison = { changes: CriterionChange[]; refusals: string[]; kept: CriterionNumber[] }

/** The guideline's own text gives these their level, whatever a table says. */
const pinned: readonly CriterionNumber[] = [1, 2, 32, 34]

/** The table in force against a sheet, row by row, and what the guideline does not let it change. */
export function compareCriteria(table: readonly Criterion[], sheet: readonly SheetCriterion[]): Comparison {
  const changes: CriterionChange[] = []
  const refusals: string[] = []
  const absent = table.filter(({ number }) => !sheet.some((row) => row.number === number))
  for (const row of sheet) {
    const before = table.find(({ number }) => number === row.number)
    if (before !== undefined) changes.push(...fieldsBetween(before, row))
    else {
      const added = newRow(row, changes.at(-1))
      if ('problem' in added) refusals.push(added.problem)
      else changes.push({ kind: 'added', number: row.number, row: added })
    }
    if (pinned.includes(row.number) && row.level !== undefined && row.level !== 'required')
      refusals.push(
        `No.${row.number}「${before?.title ?? row.title ?? ''}」は、ガイドラインの本文がレベルを必須と定めるため、必須のほかにはできません。`,
      )
  }
  const conditional = absent.filter(({ condition }) => condition !== undefined)
  for (const row of absent.filter((one) => !conditional.includes(one)))
    if (pinned.includes(row.number) || row.bodyMandate !== undefined)
      refusals.push(
        `No.${row.number}「${row.title}」は、ガイドラインの本文が求めるため、別表からなくすことはできません。`,
      )
    else changes.push({ kind: 'removed', number: row.number, row })
  return { changes, refusals, kept: conditional.map(({ number }) => number) }
}

function fieldsBetween(before: Criterion, row: SheetCriterion): CriterionChange[] {
  return fields.flatMap((field) => {
    const after = row[field]
    if (after === undefined || isSame(before[field], after)) return []
    const value = field === 'requirement' || field === 'ask' ? sentence(String(after)) : after
    return [{ kind: 'field' as const, number: row.number, field, before: before[field], after: value }]
  })
}

/** Width, spaces and the last 。 make no difference. */
const isSame = (a: unknown, b: unknown): boolean => comparable(a) === comparable(b)
const comparable = (value: unknown): string => plain([value].flat().join('\n')).replace(/。$/, '')
const sentence = (text: string): string => (text.endsWith('。') ? text : `${text}。`)

function newRow(row: SheetCriterion, last: CriterionChange | undefined): Criterion | { problem: string } {
  const { number, level, title, requirement } = row
  if (typeof number === 'string')
    return {
      problem: `No.${number}は条件付きの行のため、表からは加えられません。policies/07-selection/criteria.yml に書いてください。`,
    }
  if (level === undefined || title === undefined || requirement === undefined)
    return { problem: `No.${number}は新しい行のため、レベル、確認事項、要件の3つが必要です。` }
  return {
    ...{ number, level, title },
    category: row.category ?? (last?.kind === 'added' ? last.row.category : 'その他'),
    requirement: sentence(requirement),
    ask: sentence(row.ask ?? `${title}について、どのように満たしているか`),
    evidence: row.evidence ?? ['提供者の回答'],
  }
}

/** What a service that was judged by the table so far lacks under the new one. */
export function lacksUnder(
  changes: readonly CriterionChange[],
  asked: readonly CriterionNumber[],
  answers: readonly CriterionAnswer[],
): string[] {
  if (asked.length === 0) return []
  return changes.flatMap((change) => {
    const { number } = change
    const answer = answers.find((entry) => entry.number === number)
    if (change.kind === 'added') return answer === undefined ? [`No.${number}「${change.row.title}」の確認結果`] : []
    if (change.kind === 'removed' || !asked.includes(number) || answer === undefined) return []
    if (change.field === 'level' && change.after === 'required' && answer.result !== 'met')
      return [`No.${number}を満たすこと（必須になります）`]
    return change.field === 'requirement' ? [`No.${number}の新しい要件での確かめ直し`] : []
  })
}
