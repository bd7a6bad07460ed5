import { isMapping, type Mapping } from '../draft/mapping.ts'
import { labelOfValue } from '../draft/write.ts'
import { fieldsBelow } from '../fields.ts'
import { pointerOf } from '../pointer.ts'
import type { Entry } from '../source/tree.ts'
import { entryLines, flowEntry, flowText, itemLines } from './fragment.ts'
import { rewritten } from './replace.ts'
import { isOdd, type Site } from './site.ts'
import { withStep } from './steps.ts'
import { afterBreak, blockEnd, columnOf, joinedLines, lineEnd, type Splice } from './text.ts'

/** A new entry of a mapping that has some, where the order of the schema wants it. */
export function insertEntry(site: Site, key: string, value: unknown): Splice {
  if (isOdd(site)) return rewritten(site, withStep(site.held, { keys: [key], value }))
  const entries = [...(site.node.entries ?? [])]
  const before = entries.findLast(([other]) => rankOf(site, other) <= rankOf(site, key))?.[1]
  const first = entries[0]?.[1] as Entry
  return site.isFlow ? insertInBraces(before, first, key, value) : insertLines(site, before, first, key, value)
}

function rankOf({ at }: Site, key: string): number {
  const known = fieldsBelow(at)
  return known.includes(key) ? known.indexOf(key) : known.length
}

function insertInBraces(before: Entry | undefined, first: Entry, key: string, value: unknown): Splice {
  const written = flowEntry(key, value)
  if (before === undefined) return { start: first.key.start, end: first.key.start, text: `${written}, ` }
  const end = Math.max(before.key.end, before.node.end)
  return { start: end, end, text: `, ${written}` }
}

function insertLines(site: Site, before: Entry | undefined, first: Entry, key: string, value: unknown): Splice {
  const { text, at, sheets, lineBreak } = site
  const column = columnOf(text, first.key.start)
  const written = joinedLines(entryLines(key, value, at, sheets), column, lineBreak)
  const between = lineBreak + (isSpaced(site, column) ? lineBreak : '')
  if (before === undefined)
    return { start: first.key.start, end: first.key.start, text: `${written}${between}${' '.repeat(column)}` }
  const end = blockEnd(text, before.node, column)
  return { start: end, end, text: `${between}${' '.repeat(column)}${written}` }
}

/** Whether the entries have blank lines between them. */
function isSpaced({ text, node }: Site, column: number): boolean {
  const entries = [...(node.entries?.values() ?? [])]
  return (
    entries.length > 1 &&
    entries.slice(0, -1).every((entry) => {
      const next = afterBreak(text, blockEnd(text, entry.node, column))
      return text.slice(next, lineEnd(text, next)).trim() === ''
    })
  )
}

/** A new last item of a list that has some, in the style of the one before it. */
export function appendItem(site: Site, value: unknown): Splice {
  const { text, node, at, sheets, lineBreak } = site
  const last = node.items?.at(-1)
  if (last === undefined) throw new Error(`${at} has no items`)
  if (site.isFlow) return { start: last.end, end: last.end, text: `, ${flowText(value)}` }
  const column = columnOf(text, node.start)
  const end = blockEnd(text, last, column)
  const isShort = text.charAt(last.start) === '{' && isMapping(value) && isFlat(value)
  const lines = isShort ? [`- ${flowText(value)}${labelsBehind(site, value)}`] : itemLines(value, at, sheets)
  const written = joinedLines(lines, column, lineBreak)
  return { start: end, end, text: `${lineBreak}${' '.repeat(column)}${written}` }
}

const isFlat = (value: Mapping): boolean =>
  Object.values(value).every((entry) => typeof entry !== 'object' || entry === null)

/** Between brackets there is no room for labels: they stand behind them. */
function labelsBehind({ at, sheets }: Site, value: Mapping): string {
  const labels = Object.entries(value).map(([key, entry]) => labelOfValue(`${at}/0${pointerOf([key])}`, entry, sheets))
  const known = labels.filter((label) => label !== undefined)
  return known.length === 0 ? '' : `  # ${known.join('、')}`
}
