import type { Sheets } from '../draft/draft.ts'
import { isMapping } from '../draft/mapping.ts'
import { type Pointer, pointerOf } from '../pointer.ts'
import { skip } from '../source/tokens.ts'
import type { Entry, Node } from '../source/tree.ts'
import { lineStart } from './text.ts'

/** A text that is edited: its tree, its value, and how its lines end. */
export type Source = { text: string; root: Node; value: unknown; lineBreak: string; sheets: Sheets | undefined }
/** A collection in it, and where it stands. */
export type Site = Source & {
  keys: readonly string[]
  node: Node
  held: unknown
  at: Pointer
  /** Whether it stands between brackets, its own or those around it. */
  isFlow: boolean
}

/** The collection at these keys. */
export function siteOf(source: Source, keys: readonly string[]): Site {
  let site: Site = { ...source, keys: [], node: source.root, held: source.value, at: '', isFlow: false }
  site.isFlow = hasBrackets(site)
  for (const key of keys) {
    const node = childOf(site, key)
    if (node === undefined) throw new Error(`nothing at ${pointerOf(keys)}`)
    const below = [...site.keys, key]
    const held = isMapping(site.held) ? site.held[key] : (site.held as unknown[])[Number(key)]
    site = { ...source, keys: below, node, held, at: pointerOf(below), isFlow: site.isFlow }
    site.isFlow ||= hasBrackets(site)
  }
  return site
}

export const childOf = ({ node }: Pick<Site, 'node'>, key: string): Node | undefined =>
  node.entries === null ? node.items?.[Number(key)] : node.entries.get(key)?.node

const hasBrackets = ({ text, node }: Pick<Site, 'text' | 'node'>): boolean =>
  (node.entries !== null || node.items !== null) && '{['.includes(text.charAt(node.start))

/** A mapping that says `? key`, or that has no brackets of its own between others, can only be written anew. */
export function isOdd({ text, node, isFlow }: Site): boolean {
  if (node.entries === null) return false
  if (isFlow)
    return text.charAt(node.start) !== '{' || [...node.entries.values()].some((entry) => isExplicit(text, entry))
  return [...node.entries.values()].some((entry) => isExplicit(text, entry) || colonEnd(text, entry) === null)
}

const isExplicit = (text: string, { key }: Entry): boolean =>
  /(^|[\s,{])\?[ \t]*$/.test(text.slice(lineStart(text, key.start), key.start))

/** The place behind the colon of a key. */
export function colonEnd(text: string, { key }: Entry): number | null {
  const colon = /[ \t]*:/y
  colon.lastIndex = key.end
  const found = colon.exec(text)
  return found === null ? null : key.end + found[0].length
}

/** The dash of an item of a list in lines. */
export function dashOf({ text, node }: Site, index: number): number {
  const before = node.items?.[index - 1]
  return before === undefined ? node.start : skip(text, before.end)
}
