import type { Reading } from './check.ts'
import { type Pointer, pointerOf } from './pointer.ts'
import type { ChangedField } from './rule.ts'
import { isWithin } from './schema.ts'

/** Where the two states differ, in the order of the head; what the head does not allow to read is no difference. */
export function changedFields(base: Reading, head: Reading): ChangedField[] {
  return [...differences(base.value, head.value, '')]

  function* differences(before: unknown, after: unknown, pointer: Pointer): Iterable<ChangedField> {
    if (isWithin(pointer, head.withheld)) return
    if (isListOfIds(before) && isListOfIds(after)) {
      if (!isSameSet(before, after)) yield { pointer, at: pointer, before, after }
      return
    }
    if (!isCollection(before) || !isCollection(after) || Array.isArray(before) !== Array.isArray(after)) {
      if (before !== after) yield { pointer, at: pointer, before, after }
      return
    }
    for (const key of Object.keys(after)) yield* differences(own(before, key), after[key], pointer + pointerOf([key]))
    for (const key of Object.keys(before)) {
      if (Object.hasOwn(after, key)) continue
      const gone = pointer + pointerOf([key])
      if (!isWithin(gone, head.withheld)) yield { pointer: gone, at: pointer, before: before[key], after: undefined }
    }
  }
}

type Collection = Record<string, unknown>
const isCollection = (value: unknown): value is Collection => typeof value === 'object' && value !== null
const own = (collection: Collection, key: string): unknown =>
  Object.hasOwn(collection, key) ? collection[key] : undefined

/** A list of ids has no order: it is one answer to a question with several. */
const isListOfIds = (value: unknown): value is unknown[] => Array.isArray(value) && !value.some(isCollection)
const isSameSet = (before: unknown[], after: unknown[]): boolean =>
  before.length === after.length && before.every((id) => after.includes(id))
