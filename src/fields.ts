import { type Field, fields } from './generated/fields.ts'
import { keysOf, type Pointer, pointerOf } from './pointer.ts'
import { label, type Term } from './vocabulary.ts'

const isIndex = (key: string): boolean => /^\d+$/.test(key)

/** A pointer in which every place in a list is the same. */
export const patternOf = (pointer: Pointer): Pointer =>
  pointerOf(keysOf(pointer).map((key) => (isIndex(key) ? '*' : key)))

/** The field at a pointer: its title, its description and its kind, as the schema has them. */
export const fieldAt = (pointer: Pointer): Field | undefined => fields[patternOf(pointer)]

/** Where a pointer points, in the words of the forms: 「別表の確認結果 › 3件目 › 確認結果」. */
export function labelOf(pointer: Pointer): string {
  const keys = keysOf(pointer)
  const words = keys.map((key, depth) => {
    if (isIndex(key)) return `${Number(key) + 1}件目`
    return fieldAt(pointerOf(keys.slice(0, depth + 1)))?.title ?? key
  })
  return words.length === 0 ? 'ファイル全体' : words.join(' › ')
}

const titles = new Set(Object.values(fields).map(({ title }) => title))
/** Whether a text is what `labelOf` says of some place, and not the words of somebody else. */
export const isLabel = (text: string): boolean =>
  text.split(' › ').every((word) => titles.has(word) || /^\d+件目$/.test(word))

/** A pointer as the flags of the command line and the documents write it: use.networks. */
export const pathOf = (pointer: Pointer): string => keysOf(pointer).join('.')

/** A value as people read it: the Japanese label of an id, はい・いいえ, or the value itself. */
export function valueLabel(pointer: Pointer, value: unknown): string {
  const field = fieldAt(pointer)
  if (Array.isArray(value)) return value.map((item, index) => valueLabel(`${pointer}/${index}`, item)).join('、')
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
  if (field?.term !== undefined && (typeof value === 'string' || value === null))
    return label(field.term as Term, value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The names of the fields right below a pointer. */
export function fieldsBelow(pointer: Pointer): string[] {
  const parent = `${patternOf(pointer)}/`
  return Object.keys(fields)
    .filter((other) => other.startsWith(parent))
    .map((other) => other.slice(parent.length))
    .filter((name) => !name.includes('/'))
}
