import { YAMLMap, YAMLSeq } from 'yaml'
import type { Sheets } from '../draft/draft.ts'
import { isMapping } from '../draft/mapping.ts'
import { nodeOf, scalarOf, writeNode } from '../draft/write.ts'
import type { Pointer } from '../pointer.ts'

/** The lines of an entry of a mapping, with the labels of ids behind them. */
export const entryLines = (key: string, value: unknown, parent: Pointer, sheets: Sheets | undefined): string[] =>
  writeNode(nodeOf({ [key]: value }, parent, sheets)).split('\n')

/** What stands behind `key:`; the first line goes on where the key ends. */
export function valueLines(key: string, value: unknown, parent: Pointer, sheets: Sheets | undefined): string[] {
  const node = nodeOf({ [key]: value }, parent, sheets) as YAMLMap
  for (const pair of node.items) pair.key = scalarOf('k')
  const [first = '', ...rest] = writeNode(node).split('\n')
  return [first.slice('k:'.length), ...rest]
}

/** The lines of an item of a list, its dash included. */
export function itemLines(value: unknown, list: Pointer, sheets: Sheets | undefined): string[] {
  const node = new YAMLSeq()
  node.items.push(nodeOf(value, `${list}/0`, sheets))
  return writeNode(node).split('\n')
}

/** A scalar, or a list without depth, as it stands on the line of its key; null where it takes lines of its own. */
export function inlineText(value: unknown): string | null {
  if (isMapping(value) && Object.keys(value).length > 0) return null
  if (Array.isArray(value))
    return value.every((item) => typeof item !== 'object' || item === null) ? flowText(value) : null
  if (isMapping(value)) return '{}'
  const node = new YAMLMap()
  node.set(scalarOf('k'), scalarOf(value))
  const text = writeNode(node)
  return text.includes('\n') ? null : text.slice('k: '.length)
}

/** A value between brackets, all on one line. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`
  if (!isMapping(value)) return flowScalar(value)
  const entries = Object.entries(value).map(([key, entry]) => flowEntry(key, entry))
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

export const flowEntry = (key: string, value: unknown): string => `${flowScalar(key)}: ${flowText(value)}`

function flowScalar(value: unknown): string {
  const node = new YAMLSeq()
  node.items.push(scalarOf(value))
  node.flow = true
  return writeNode(node).slice(1, -1)
}
