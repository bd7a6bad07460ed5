import type { Mapping } from '../draft/mapping.ts'
import { isLeaf } from '../draft/places.ts'
import { fields } from '../generated/fields.ts'
import { keysOf, type Pointer } from '../pointer.ts'

/** Answers by their fields: `/termination/data/deleted`. */
export type EndAnswers = Readonly<Record<Pointer, unknown>>
/** What is asked of this use: what became of the information in it, and whether that was 重要情報. */
export type EndScope = { needsData: boolean; isImportant: boolean }

/** Every field of the end, in the order of the schema. */
export const endFields: readonly Pointer[] = Object.keys(fields).filter(
  (field) => field.startsWith('/termination/') && isLeaf(fields[field]),
)
export const requiredEnd: readonly Pointer[] = ['/termination/date', '/termination/reason']
export const dataFields = ['/termination/data/exported', '/termination/data/deleted', '/termination/data/note']

export const saysData = (answers: EndAnswers): boolean => dataFields.some((field) => answers[field] !== undefined)

/** Some questions follow from what has been answered. */
export function isAskedAtEnd(field: Pointer, answers: EndAnswers, { isImportant }: EndScope): boolean {
  if (field === '/termination/successor') return answers['/termination/reason'] === 'switched'
  if (field === '/termination/data/certificate') return isImportant
  if (field === '/termination/data/certificateDue')
    return isImportant && answers['/termination/data/certificate'] === undefined
  return true
}

/** The block as it is written. */
export function terminationOf(answers: EndAnswers): Mapping {
  const block: Mapping = {}
  const data: Mapping = {}
  for (const field of endFields) {
    const [, key = '', below] = keysOf(field)
    if (answers[field] === undefined) continue
    if (below === undefined) block[key] = answers[field]
    else data[below] = answers[field]
  }
  return Object.keys(data).length === 0 ? block : { ...block, data }
}
