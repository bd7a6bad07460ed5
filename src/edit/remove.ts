import { skipPast } from '../source/tokens.ts'
import { replaceAt, rewritten } from './replace.ts'
import { childOf, dashOf, isOdd, type Site } from './site.ts'
import { withStep } from './steps.ts'
import { beginsLine, blockEnd, columnOf, type Splice, wholeLines } from './text.ts'

/** A collection without one of its entries or items; brackets stay where it was the only one. */
export function removeFrom(site: Site, key: string): Splice {
  const { node, keys } = site
  const others = withStep(site.held, { keys: [key], value: undefined })
  if (isOdd(site)) return rewritten(site, others)
  if ((node.entries?.size ?? node.items?.length) === 1) return replaceAt(site, keys, others)
  return site.isFlow ? removeBetween(site, key) : removeLines(site, key)
}

/** With the comma behind it, or the one before it where it is the last and no comment stands in between. */
function removeBetween({ text, node }: Site, key: string): Splice {
  const spans =
    node.entries === null
      ? (node.items ?? [])
      : [...node.entries.values()].map((entry) => ({
          start: entry.key.start,
          end: Math.max(entry.key.end, entry.node.end),
        }))
  const index = node.entries === null ? Number(key) : [...node.entries.keys()].indexOf(key)
  const { start, end } = spans[index] ?? node
  const [before, next] = [spans[index - 1]?.end ?? start, spans[index + 1]?.start]
  if (next !== undefined) return { start, end: next, text: '' }
  if (!text.slice(before, start).includes('#')) return { start: before, end, text: '' }
  return { start, end: skipPast(text, end, ','), text: '' }
}

function removeLines(site: Site, key: string): Splice {
  const { text, node } = site
  const start = node.entries?.get(key)?.key.start ?? dashOf(site, Number(key))
  const end = blockEnd(text, childOf(site, key) ?? node, columnOf(text, start))
  if (beginsLine(text, start)) return wholeLines(text, start, end)
  // What stands behind a dash gives its place to what comes next.
  const next = /[^ \t\r\n]/g
  next.lastIndex = end
  return { start, end: next.exec(text)?.index ?? end, text: '' }
}
