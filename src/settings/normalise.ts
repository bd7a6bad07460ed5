import type { Json, JsonObject } from './types.ts'

/** A list whose order means nothing becomes an object by what tells its rows apart; then one comparison serves all. */
const keys: { readonly [list: string]: (row: JsonObject) => string } = {
  rules: (row) => String(row.type),
  required_status_checks: (row) => String(row.context),
  bypass_actors: (row) => `${row.actor_type} ${row.actor_id}`,
  allowed_actors: (row) => `${row.type ?? row.actor_type} ${row.id ?? row.actor_id}`,
  required_reviewers: ({ reviewer }) => (isObject(reviewer) ? `${reviewer.type} ${reviewer.id}` : ''),
}
/** The order of these patterns decides: a later one takes back what an earlier one said. */
const ordered = new Set(['file_patterns'])

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRows = (list: readonly Json[]): list is readonly JsonObject[] => list.every((row) => isObject(row))
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** The same thing always in the same shape, whatever order GitHub gives it in. */
export function normalise(value: Json, name = ''): Json {
  if (isList(value)) return normaliseList(value, name)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, normalise(inner, key)]))
}

function normaliseList(list: readonly Json[], name: string): Json {
  const key = keys[name]
  if (key !== undefined && isRows(list)) {
    // Two rows of one key stay two: one of them is not wanted
    const times = new Map<string, number>()
    const count = (of: string) => times.set(of, (times.get(of) ?? 0) + 1).get(of) ?? 1
    const named = list.map((row) => [key(row), normalise(row)] as const)
    return Object.fromEntries(named.map(([of, row]) => [count(of) > 1 ? `${of} (${times.get(of)})` : of, row]))
  }
  const inner = list.map((item) => normalise(item))
  return ordered.has(name) ? inner : [...inner].sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1))
}

export const textOf = (value: Json | undefined): string => JSON.stringify(value ?? null)

/** What GitHub fills in where nobody chose anything. */
export function isNothing(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === false) return true
  if (isList(value)) return value.length === 0
  return isObject(value) && Object.values(value).every(isNothing)
}
