import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { withAnswer, withoutAnswer } from '../draft/draft.ts'
import { isMapping } from '../draft/mapping.ts'
import { digestOf } from '../gate/digest.ts'
import { keysOf, type Pointer, pointerOf } from '../pointer.ts'
import { parseSource } from '../source/document.ts'
import { flowOf, linesOf } from './render.ts'

/** A value at a place; undefined takes away what is there. */
export type Edit = { at: Pointer; value: unknown }

/**
 * The text with these edits and nothing else changed: comments, order and layout stay. Null where the result would not
 * say exactly what was meant.
 */
export function spliced(text: string, edits: readonly Edit[]): string | null {
  const before = mappingIn(text)
  if (before === null) return null
  const after = edits.reduce(splice, text)
  const meant = edits.reduce(
    (value, { at, value: entry }) => (entry === undefined ? withoutAnswer(value, at) : withAnswer(value, at, entry)),
    before,
  )
  const found = mappingIn(after)
  return found !== null && digestOf(found) === digestOf(meant) ? after : null
}

function mappingIn(text: string): Record<string, unknown> | null {
  const { value, faults, readable } = parseSource('', text)
  return readable && faults.length === 0 && isMapping(value) ? value : null
}

function splice(text: string, { at, value }: Edit): string {
  const root = parseDocument(text).contents
  if (!isMap(root)) return text
  let map: YAMLMap = root
  let outer: { map: YAMLMap; pair: Pair } | null = null
  const keys = keysOf(at)
  for (const [depth, key] of keys.entries()) {
    const place = pointerOf(keys.slice(0, depth + 1))
    const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key)
    const inner = pair?.value
    const isLast = depth === keys.length - 1
    if (!isLast && pair !== undefined && isMap(inner) && inner.items.length > 0) {
      outer = { map, pair }
      map = inner
      continue
    }
    if (value === undefined) return isLast && pair !== undefined ? removed(text, map, pair, outer) : text
    const entry = keys.slice(depth + 1).reduceRight<unknown>((below, name) => ({ [name]: below }), value)
    return pair === undefined ? inserted(text, map, place, entry) : replaced(text, map, pair, place, entry)
  }
  return text
}

const startOf = ({ key }: Pair): number => rangeOf(key)?.[0] ?? 0
const rangeOf = (node: unknown): readonly number[] | null =>
  ((node as { range?: readonly number[] } | null)?.range ?? null) as readonly number[] | null

/** Where a pair ends, without the space, the comment and the line break behind it. */
function endOf(text: string, { key, value }: Pair): number {
  const afterKey = text.indexOf(':', rangeOf(key)?.[1] ?? 0) + 1
  return Math.max(afterKey, text.slice(0, rangeOf(value)?.[1] ?? afterKey).trimEnd().length)
}
const lineEnd = (text: string, from: number): number => {
  const end = /\r?\n/g
  end.lastIndex = from
  return end.exec(text)?.index ?? text.length
}
const lineStart = (text: string, from: number): number => text.lastIndexOf('\n', from - 1) + 1
const breakOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

function inserted(text: string, map: YAMLMap, at: Pointer, value: unknown): string {
  const last = map.items.at(-1)
  const key = keysOf(at).at(-1) ?? ''
  if (map.flow === true) {
    const pair = `${key}: ${flowOf(value)}`
    if (last === undefined)
      return `${text.slice(0, (rangeOf(map)?.[0] ?? 0) + 1)} ${pair} ${text.slice((rangeOf(map)?.[0] ?? 0) + 1)}`
    const end = endOf(text, last)
    return `${text.slice(0, end)}, ${pair}${text.slice(end)}`
  }
  if (last === undefined) return text
  const indent = startOf(map.items[0]!) - lineStart(text, startOf(map.items[0]!))
  const end = lineEnd(text, endOf(text, last))
  // Blocks at the top stand apart where those before them do.
  const gap = indent === 0 && /\r?\n\r?\n\S/.test(text) ? [''] : []
  const lines = [...gap, ...linesOf(at, value, indent)].map((line) => `${breakOf(text)}${line}`)
  return text.slice(0, end) + lines.join('') + text.slice(end)
}

function replaced(text: string, map: YAMLMap, pair: Pair, at: Pointer, value: unknown): string {
  const [start, end] = [startOf(pair), endOf(text, pair)]
  const key = keysOf(at).at(-1) ?? ''
  if (map.flow === true) return `${text.slice(0, start)}${key}: ${flowOf(value)}${text.slice(end)}`
  const indent = start - lineStart(text, start)
  const lines = linesOf(at, value, indent)
  // The label of the old id goes with it; a remark on anything else stays.
  const isLabelled = lines.length === 1 && lines[0]?.includes('  # ') === true
  const rest = isLabelled ? lineEnd(text, end) : end
  return text.slice(0, start) + lines.join(breakOf(text)).trimStart() + text.slice(rest)
}

function removed(text: string, map: YAMLMap, pair: Pair, outer: { map: YAMLMap; pair: Pair } | null): string {
  if (map.items.length === 1 && outer !== null) return removed(text, outer.map, outer.pair, null)
  const [start, end] = [startOf(pair), endOf(text, pair)]
  if (map.flow === true) {
    const next = map.items[map.items.indexOf(pair) + 1]
    const before = map.items[map.items.indexOf(pair) - 1]
    if (next !== undefined) return text.slice(0, start) + text.slice(startOf(next))
    return text.slice(0, before === undefined ? start : endOf(text, before)) + text.slice(end)
  }
  const below = lineEnd(text, end)
  return text.slice(0, lineStart(text, start)) + text.slice(below).replace(/^\r?\n/, '')
}
