import { differing } from '../blameless.ts'
import { fieldAt, fieldsBelow } from '../fields.ts'
import type { Pointer } from '../pointer.ts'

/** A value with every field of the schema, each as its example in the schema has it. */
export function exampleOf(pointer: Pointer): unknown {
  const names = fieldsBelow(pointer)
  const example = fieldAt(pointer)?.examples?.[0]
  if (names.length === 0 || (names[0] === '*' && example !== undefined)) return example
  if (names[0] === '*') return [exampleOf(`${pointer}/*`)]
  return Object.fromEntries(names.map((name) => [name, exampleOf(`${pointer}/${name}`)]))
}

/** Has every field, and needs an application: neither another rule book nor an exemption lifts it. */
export const fullest = differing(exampleOf(''), { use: { governedBy: null, exemption: null } }) as object

/** The pointers of every node of a value, from the outside in. */
export function pointersIn(value: unknown, pointer: Pointer = ''): Pointer[] {
  if (typeof value !== 'object' || value === null) return [pointer]
  return [pointer, ...Object.entries(value).flatMap(([key, entry]) => pointersIn(entry, `${pointer}/${key}`))]
}

/** A copy with another value at a pointer; undefined takes the node away. */
export function replacedAt(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return value.flatMap((item, index) => {
      if (String(index) !== key) return [item]
      const replaced = replacedAt(item, rest, by)
      return replaced === undefined ? [] : [replaced]
    })
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]) => {
      const replaced = name === key ? replacedAt(entry, rest, by) : entry
      return replaced === undefined ? [] : [[name, replaced]]
    }),
  )
}

/** What people write where something else belongs, and what no one writes. */
export const oddities: readonly unknown[] = [
  undefined,
  null,
  0,
  -1,
  1.5,
  1e21,
  '',
  ' ',
  'あ',
  '令和8年4月1日',
  '２０２６－０４－０１',
  '2026-02-30',
  `長い${'𠮷'.repeat(60)}`,
  [],
  {},
  true,
  [null],
  ['あ', 'あ'],
  [{}],
  { あ: 1 },
  JSON.parse('{ "__proto__": { "a": 1 }, "constructor": { "prototype": 1 }, "a/b~c": [[[]]] }'),
]
