import { labelOf } from '../fields.ts'
import { type Field, fields } from '../generated/fields.ts'
import { keysOf, type Pointer, pointerOf } from '../pointer.ts'
import { rowKeys, type Sheets } from './draft.ts'

/** The field of an answer, as the schema has it: that of each row under `*`. */
export const patternOf = (pointer: Pointer): Pointer => {
  const [list = '', row, ...rest] = keysOf(pointer)
  return rowKeys.has(list) && row !== undefined ? `/${list}/*${pointerOf(rest)}` : pointer
}
export const fieldOf = (pointer: Pointer): Field | undefined => fields[patternOf(pointer)]

/** Whether a field takes one answer: a value, or a list of ids. */
export const isLeaf = (field: Field | undefined): field is Field =>
  field !== undefined && field.type !== 'object' && (field.type !== 'array' || field.term !== undefined)

/** A flag's name of an answer: its keys with dots between them. */
export const flagOf = (pointer: Pointer): string => keysOf(pointer).join('.')
export const pointerOfFlag = (flag: string): Pointer => pointerOf(flag.split('.'))

/** What an answer is about, in the words of the forms. */
export function titleOf(pointer: Pointer, { rows }: Sheets): string {
  const [list = '', row, ...rest] = keysOf(pointer)
  if (!rowKeys.has(list) || row === undefined) return fieldOf(pointer)?.title ?? pointer
  const title = rows[list]?.find(({ key }) => key === row)?.title ?? row
  const parts = rest.map((_, depth) => fields[`/${list}/*${pointerOf(rest.slice(0, depth + 1))}`]?.title ?? '')
  return [labelOf(`/${list}`), title, ...parts].join(' › ')
}

/** The order in which answers stand in a file, and are asked for. */
export function inOrder({ rows }: Sheets): (a: Pointer, b: Pointer) => number {
  const order = Object.keys(fields)
  const rankOf = (pointer: Pointer): readonly [number, number, number] => {
    const [list = '', row] = keysOf(pointer)
    const field = order.indexOf(patternOf(pointer))
    if (!rowKeys.has(list)) return [field, 0, 0]
    return [order.indexOf(`/${list}`), rows[list]?.findIndex(({ key }) => key === row) ?? 0, field]
  }
  return (a, b) => {
    const [left, right] = [rankOf(a), rankOf(b)]
    return left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
  }
}
