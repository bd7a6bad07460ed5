import { keysOf, type Pointer, pointerOf } from '../pointer.ts'
import { isMapping, type Mapping } from './mapping.ts'

/**
 * Answers so far: a service file whose lists have their rows under what tells them apart, so that each answer has a
 * place of its own before the list is complete: `/risks/common-oversight/accepted`, `/criteria/1/result`.
 */
export type Draft = Readonly<Mapping>

/** A row of a list that may be answered, and its title. */
export type Row = { key: string; title: string }
/** What an application has rows for, and what its form asks for beyond what every file must have. */
export type Sheets = {
  rows: Readonly<Record<string, readonly Row[]>>
  forms: Readonly<Record<1 | 2, readonly Pointer[]>>
  /** What ids that are no vocabulary stand for, by the field that holds them. */
  titles?: Readonly<Record<Pointer, Readonly<Record<string, string>>>>
}

/** The field that tells the rows of a list apart. */
export const rowKeys: ReadonlyMap<string, string> = new Map([
  ['conditions', 'id'],
  ['risks', 'id'],
  ['criteria', 'number'],
  ['governmentCloud', 'measure'],
])

/** The answers in a service file; what is no list of rows stays as it is, for the schema to refuse. */
export function draftOf(value: unknown): Draft {
  if (!isMapping(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, rowsByKey(name, entry)]))
}

function rowsByKey(name: string, entry: unknown): unknown {
  const key = rowKeys.get(name)
  if (key === undefined || !Array.isArray(entry) || !entry.every(isMapping)) return entry
  const keys = entry.map((row) => String(row[key]))
  // Two rows of one name are a fault that the file is to show, not one that disappears here.
  return new Set(keys).size < keys.length ? entry : Object.fromEntries(entry.map((row, index) => [keys[index], row]))
}

/** The service file that the answers make; the rows stand in the order of their tables. */
export function serviceOf(draft: Draft, sheets: Sheets): Mapping {
  return Object.fromEntries(Object.entries(draft).map(([name, entry]) => [name, blockOf(name, entry, sheets)]))
}

/** One of its blocks. */
export const blockOf = (name: string, entry: unknown, { rows }: Sheets): unknown =>
  rowKeys.has(name) ? listOf(name, entry, rows[name] ?? []) : entry

function listOf(name: string, entry: unknown, order: readonly Row[]): unknown {
  const identity = rowKeys.get(name)
  if (identity === undefined || !isMapping(entry)) return entry
  return sortedKeys(entry, order).map((key) => {
    const row = entry[key]
    return isMapping(row) ? { [identity]: identityOf(name, key), ...row } : row
  })
}

function sortedKeys(rows: Mapping, order: readonly Row[]): string[] {
  const rank = (key: string): number => {
    const place = order.findIndex((row) => row.key === key)
    return place < 0 ? order.length : place
  }
  return Object.keys(rows).sort((a, b) => rank(a) - rank(b))
}

const identityOf = (name: string, key: string): unknown =>
  name !== 'risks' && name !== 'conditions' && /^\d+$/.test(key) ? Number(key) : key

/** The answer that a place of the service file shows: `/risks/0/accepted` is that of the first row. */
export function placeInDraft(draft: Draft, at: Pointer, { rows: order }: Sheets): Pointer {
  const [list = '', index, ...rest] = keysOf(at)
  const rows = draft[list]
  if (!rowKeys.has(list) || index === undefined || !isMapping(rows)) return at
  return pointerOf([list, sortedKeys(rows, order[list] ?? [])[Number(index)] ?? index, ...rest])
}

/** A copy with this answer. */
export function withAnswer(draft: Draft, pointer: Pointer, answer: unknown): Draft {
  const [key = '', ...rest] = keysOf(pointer)
  const inner = draft[key]
  const below = (): Draft => withAnswer(isMapping(inner) ? inner : {}, pointerOf(rest), answer)
  return { ...draft, [key]: rest.length === 0 ? answer : below() }
}

/** A copy without an answer, and without the mapping that it leaves empty. */
export function withoutAnswer(draft: Draft, pointer: Pointer): Draft {
  const [key = '', ...rest] = keysOf(pointer)
  const { [key]: inner, ...others } = draft
  if (rest.length === 0 || !isMapping(inner)) return others
  const left = withoutAnswer(inner, pointerOf(rest))
  return Object.keys(left).length === 0 ? others : { ...draft, [key]: left }
}
