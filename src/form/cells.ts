import { isDay } from '../calendar.ts'
import { isLeaf } from '../draft/places.ts'
import { fieldAt, pathOf, valueLabel } from '../fields.ts'
import { fields } from '../generated/fields.ts'
import type { Pointer } from '../pointer.ts'
import { idsOf, label, type Term } from '../vocabulary.ts'

/**
 * A place to fill in, as a sheet has it. `name` is that of the option which answers it on the command line; null where
 * the paper only repeats what stands elsewhere.
 */
export type FormCell = {
  name: string | null
  title: string
  value: CellValue
  choices: readonly string[]
  /** Several of the choices may stand, with 、 between them. */
  takesSeveral?: true
}
export type CellValue = string | number | { day: string } | null

/** The fields behind a place on a form: a block stands for all that is in it. */
export const leavesOf = (place: Pointer): Pointer[] =>
  isLeaf(fields[place])
    ? [place]
    : Object.keys(fields).filter((pointer) => pointer.startsWith(`${place}/`) && isLeaf(fields[pointer]))

/** The cell of a field; whatever a list tells its rows apart by stands in the name, and in the place an index. */
export const cellAt = (at: Pointer, value: unknown, name: string | null = pathOf(at)): FormCell => ({
  name,
  title: fieldAt(at)?.title ?? at,
  value: contentOf(at, value),
  choices: choicesAt(at),
  ...(fieldAt(at)?.type === 'array' && { takesSeveral: true }),
})

/** What only repeats what another place says. */
export const repeated = (title: string, value: string | null): FormCell => ({ name: null, title, value, choices: [] })

function contentOf(at: Pointer, value: unknown): CellValue {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.length === 0 ? nothing : valueLabel(at, value)
  if (typeof value === 'number') return value
  if (typeof value === 'string' && fieldAt(at)?.type === 'date' && isDay(value)) return { day: value }
  return valueLabel(at, value)
}

/** An empty list is an answer. */
const nothing = 'なし'

/** The words to choose from; none where any text will do. */
export function choicesAt(at: Pointer): string[] {
  const field = fieldAt(at)
  if (field?.type === 'boolean') return ['はい', 'いいえ']
  const term = field?.term as Term | undefined
  return term === undefined ? [] : idsOf(term).map((id) => label(term, id))
}
