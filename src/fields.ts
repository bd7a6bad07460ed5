import { type Field, fields } from './generated/fields.ts'
import { keysOf, type Pointer } from './pointer.ts'
import { label, type Term } from './vocabulary.ts'

const isIndex = (key: string): boolean => /^\d+$/.test(key)

/** The field at a pointer: its title, its description and its kind, as the schema has them. */
export const fieldAt = (pointer: Pointer): Field | undefined =>
  fields[
    keysOf(pointer)
      .map((key) => `/${isIndex(key) ? '*' : key}`)
      .join('')
  ]

/** Where a pointer points, in the words of the forms: 「別表の確認結果 › 3件目 › 結果」. */
export function labelOf(pointer: Pointer): string {
  const keys = keysOf(pointer)
  const words = keys.map((key, depth) => {
    if (isIndex(key)) return `${Number(key) + 1}件目`
    return (
      fieldAt(
        keys
          .slice(0, depth + 1)
          .map((part) => `/${part}`)
          .join(''),
      )?.title ?? key
    )
  })
  return words.length === 0 ? 'ファイル全体' : words.join(' › ')
}

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
  const pattern = keysOf(pointer)
    .map((key) => `/${isIndex(key) ? '*' : key}`)
    .join('')
  return Object.keys(fields)
    .filter((other) => other.startsWith(`${pattern}/`) && !other.slice(pattern.length + 1).includes('/'))
    .map((other) => other.slice(pattern.length + 1))
}
