import { labelOfValue, nodeOf, writeNode } from '../draft/write.ts'
import { pointerOf } from '../pointer.ts'
import type { Node } from '../source/tree.ts'
import { flowText, inlineText, itemLines, valueLines } from './fragment.ts'
import { childOf, colonEnd, dashOf, isOdd, type Site, type Source, siteOf } from './site.ts'
import { withStep } from './steps.ts'
import { columnOf, contentEnd, joinedLines, lineEnd, lineStart, type Splice } from './text.ts'

/** Another value in a place that has one. */
export function replaceAt(source: Source, keys: readonly string[], value: unknown): Splice {
  const key = keys.at(-1)
  if (key === undefined) return replaceRoot(source, value)
  const site = siteOf(source, keys.slice(0, -1))
  if (isOdd(site)) return rewritten(site, withStep(site.held, { keys: [key], value }))
  const node = childOf(site, key)
  if (node === undefined) throw new Error(`nothing at ${pointerOf(keys)}`)
  return site.isFlow ? replaceInFlow(site, node, value) : replaceInBlock(site, key, node, value)
}

/** A collection as a whole: what it says between its entries is lost. */
export const rewritten = (site: Site, value: unknown): Splice =>
  site.isFlow
    ? { start: site.node.start, end: site.node.end, text: flowText(value) }
    : replaceAt(site, site.keys, value)

function replaceRoot(source: Source, value: unknown): Splice {
  const { text, root, lineBreak, sheets } = source
  if (siteOf(source, []).isFlow) return { start: root.start, end: root.end, text: flowText(value) }
  const lines = writeNode(nodeOf(value, '', sheets)).split('\n')
  const written = joinedLines(lines, columnOf(text, root.start), lineBreak)
  return { start: root.start, end: contentEnd(text, root), text: written }
}

/** Nothing at all stands there, which means null. */
const isBlank = ({ text }: Site, { start, end }: Node): boolean => start === end || text.slice(start, end) === '-'

function replaceInFlow(site: Site, node: Node, value: unknown): Splice {
  const by = flowText(value)
  if (!isBlank(site, node)) return { start: node.start, end: node.end, text: by }
  return { start: node.end, end: node.end, text: site.text.charAt(node.end - 1) === ':' ? ` ${by}` : `: ${by}` }
}

function replaceInBlock(site: Site, key: string, node: Node, value: unknown): Splice {
  const { text, node: parent, sheets, lineBreak } = site
  const entry = parent.entries?.get(key)
  const inline = inlineText(value)
  if (inline !== null && isOneToken(site, node)) return replaceToken(site, key, node, inline, value)

  // What announces the value, the colon of its key or its dash, stays, and so do the comments behind it.
  const from = entry === undefined ? dashOf(site, Number(key)) + 1 : (colonEnd(text, entry) ?? node.start)
  const end = isBlank(site, node) ? from : contentEnd(text, node)
  const isBelow = lineStart(text, node.start) > from
  const heading = isBelow ? text.slice(from, lineEnd(text, from)).trimEnd() : ''
  const trailing = text.slice(end, lineEnd(text, end)).trimEnd()
  const comment = heading + (isLabel(site, key, trailing) ? '' : trailing)

  const lines =
    entry === undefined
      ? itemLines(value, site.at, sheets).map((line, index) => (index === 0 ? line.slice('-'.length) : line))
      : valueLines(key, value, site.at, sheets)
  const [first = '', ...rest] = inline !== null && comment !== '' ? [` ${inline}`] : lines
  const column = columnOf(text, entry?.key.start ?? from - 1)
  return { start: from, end: lineEnd(text, end), text: joinedLines([first + comment, ...rest], column, lineBreak) }
}

/** A scalar in one piece, or something between brackets, behind what announces it. */
const isOneToken = (site: Site, node: Node): boolean =>
  !isBlank(site, node) &&
  (node.entries === null && node.items === null
    ? !'|>'.includes(site.text.charAt(node.start))
    : '{['.includes(site.text.charAt(node.start)))

/** A label that no longer fits what stands before it goes with it; any other comment stays. */
function replaceToken(site: Site, key: string, { start, end }: Node, inline: string, value: unknown): Splice {
  const { text, at, sheets } = site
  const trailing = text.slice(end, lineEnd(text, end))
  if (!isLabel(site, key, trailing)) return { start, end, text: inline }
  const label = labelOfValue(at + pointerOf([key]), value, sheets)
  const comment = label === undefined ? '' : trailing.replace(/#.*/s, () => `# ${label}`)
  return { start, end: end + trailing.length, text: inline + comment }
}

/** Whether a list between brackets has the labels of its ids behind it: they change with it. */
export function isLabelled(source: Source, keys: readonly string[]): boolean {
  const key = keys.at(-1)
  if (key === undefined) return false
  const site = siteOf(source, keys.slice(0, -1))
  const node = childOf(site, key)
  if (site.isFlow || node?.items == null || !isOneToken(site, node)) return false
  return isLabel(site, key, source.text.slice(node.end, lineEnd(source.text, node.end)))
}

function isLabel({ held, at, sheets }: Site, key: string, trailing: string): boolean {
  const before = (held as Record<string, unknown>)[key]
  const label = labelOfValue(at + pointerOf([key]), before, sheets)
  return label !== undefined && trailing.trim().replace(/^#\s*/, '# ') === `# ${label}`
}
