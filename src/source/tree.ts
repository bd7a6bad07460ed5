import { keysOf, type Pointer } from '../pointer.ts'
import type { Span } from './lines.ts'

/** Where a value stands. `isNull` marks what counts as absent, wherever a mapping holds it. */
export type Node = Span & { entries: Map<string, Entry> | null; items: Node[] | null; isNull: boolean }
export type Entry = { key: Span; node: Node }

/** The node at the pointer, or the innermost one that lacks it; an explicit null is as good as an absent key. */
export function nearest(root: Node, pointer: Pointer): Node {
  let node = root
  for (const key of keysOf(pointer)) {
    const child = childOf(node, key)
    if (child === undefined || (child.isNull && node.entries !== null)) return node
    node = child
  }
  return node
}

/** The key at the end of the pointer, where a mapping has it. */
export function keyAt(root: Node, pointer: Pointer): Span | undefined {
  const keys = keysOf(pointer)
  const last = keys.pop()
  let node: Node | undefined = root
  for (const key of keys) node = node && childOf(node, key)
  return last === undefined ? undefined : node?.entries?.get(last)?.key
}

function childOf({ entries, items }: Node, key: string): Node | undefined {
  if (entries !== null) return entries.get(key)?.node
  return /^(?:0|[1-9]\d*)$/.test(key) ? items?.[Number(key)] : undefined
}
