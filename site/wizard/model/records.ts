import { policies } from '../../../policies/index.ts'
import { sheets } from '../../../policies/sheets.ts'
import { form4, form5, form6, form7 } from '../../../policies/tables.ts'
import { assess } from '../../../src/assess.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { type Draft, placeInDraft, serviceOf, withoutAnswer } from '../../../src/draft/draft.ts'
import { isMapping, type Mapping } from '../../../src/draft/mapping.ts'
import { fieldOf, titleOf } from '../../../src/draft/places.ts'
import { valueAt } from '../../../src/facts.ts'
import { labelOf } from '../../../src/fields.ts'
import { type Field, fields } from '../../../src/generated/fields.ts'
import { keysOf, type Pointer, pointerOf } from '../../../src/pointer.ts'
import { type CheckAnswers, type Checklist, checkOf, lastCheck } from '../../../src/record/check.ts'
import type { Work } from './work.ts'

/**
 * What is added to the lists of a file has a place of its own as long as it is being written:
 * `/check/items/f5-01/result`, `/confirmation/status`.
 */
export type NewCheck = CheckAnswers & { form: Checklist['form'] }

const checklists: readonly Checklist[] = [form4, form5, form6, form7]
export const checklistOf = (form: unknown): Checklist | undefined => checklists.find((table) => table.form === form)

/** The field of an answer, wherever it is kept. */
export const shapeOf = (pointer: Pointer): Field | undefined => {
  const pattern = recordField(pointer)
  return pattern === null ? fieldOf(pointer) : fields[pattern]
}

/** The field of the schema that a new record answers; null for any other answer. */
export function recordField(pointer: Pointer): Pointer | null {
  const [list, ...rest] = keysOf(pointer)
  if (list === 'confirmation') return `/confirmations/*${pointerOf(rest)}`
  if (list !== 'check') return null
  const [key, , ...below] = rest
  return key === 'items' ? `/checks/*/items/*${pointerOf(below)}` : `/checks/*${pointerOf(rest)}`
}

/** The service file that the answers make, with the new records behind the old ones. */
export function fileValue(work: Pick<Work, 'task' | 'draft' | 'assumed'>, today: string): Mapping {
  const { task, draft, assumed } = work
  const unsaid = assumed.filter((fact) => answerAt(draft, fact) === fieldOf(fact)?.default)
  const { check, confirmation, ...blocks } = unsaid.reduce(withoutAnswer, draft)
  const value = serviceOf(blocks, sheets)
  const table = checklistOf(isMapping(check) ? check.form : null)
  return {
    ...value,
    ...(table !== undefined && isBegun(check as NewCheck) && (task !== 'renew' || asksForm6(work))
      ? { checks: [...listAt(value, 'checks'), stated(checkOf(check as NewCheck, table, today))] }
      : {}),
    ...(isMapping(confirmation) && confirmation.status !== undefined
      ? { confirmations: [...listAt(value, 'confirmations'), confirmation] }
      : {}),
  }
}

const isBegun = ({ items }: NewCheck): boolean => Object.keys(items ?? {}).length > 0
const listAt = (value: Mapping, list: string): unknown[] =>
  Array.isArray(value[list]) ? (value[list] as unknown[]) : []
const stated = (value: Mapping): Mapping =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined))

/** The answer of which a place in the file speaks. */
export function placeOf(draft: Draft, at: Pointer): Pointer {
  // What is said of the whole list asks for what is being written.
  if (at === '/checks' && draft.check !== undefined) return '/check'
  const [list, index, ...rest] = keysOf(at)
  const isNew = (name: string): boolean => list === name && Number(index) === listAt(draft as Mapping, name).length
  if (isNew('confirmations')) return pointerOf(['confirmation', ...rest])
  if (!isNew('checks')) return placeInDraft(draft, at, sheets)
  const [key = '', item, ...below] = rest
  if (key !== 'items' || item === undefined) return pointerOf(['check', ...rest])
  const id = checklistOf(valueAt(draft, '/check/form'))?.items[Number(item)]?.id ?? item
  return pointerOf(['check', 'items', id, ...below])
}

/** A place in the words of the forms. */
export function wordPlace(place: Pointer): string {
  const pattern = recordField(place)
  if (pattern !== null) {
    const [, , id = ''] = keysOf(place)
    const title = fields[pattern]?.title ?? ''
    const item = place.startsWith('/check/items/') ? (sheets.titles?.['/checks/*/items/*/id']?.[id] ?? id) : ''
    return [item, title].filter(Boolean).join(' › ') || '点検の記録'
  }
  return shapeOf(place) === undefined || place === '' ? labelOf(place) : titleOf(place, sheets)
}

/** The forms by which this use is checked: 様式7, or 様式4 to 様式6. */
export const formsOf = (draft: Draft): Checklist['form'][] =>
  (assess(serviceOf(draft, sheets), policies).checks ?? []).map(({ form }) => form)

/** The form that is most likely meant: 様式4 comes before 様式5. */
export function likelyForm(draft: Draft): Checklist['form'] {
  const [first = 7, second] = formsOf(draft)
  return second !== undefined && lastCheck(draft, first) !== undefined ? second : first
}

/** Whether a change takes the 重要情報 from a use: 様式6 comes with it. */
export const asksForm6 = ({ task, draft }: Pick<Work, 'task' | 'draft'>): boolean =>
  task === 'renew' && answerAt(draft, '/check/form') === 6 && !isImportant(draft)

/** The answers of 様式6 where a change asks for it. */
export const form6Answers = (work: Work): Pointer[] =>
  asksForm6(work) ? form6.items.map(({ id }) => `/check/items/${id}/result`) : []

export const isImportant = (draft: Draft): boolean => {
  const kinds = answerAt(draft, '/information/kinds')
  return Array.isArray(kinds) && kinds.length > 0
}
