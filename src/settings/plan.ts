import type { Call, Item } from './inspect.ts'

export type Change = Item & { call: Call }
export type Plan = {
  changes: readonly Change[]
  /** What must wait for something else, and for what. */
  held: readonly string[]
  /** What only a person can do. */
  byHand: readonly string[]
}

/** What is done about what differs, and by whom. */
export function planOf(items: readonly Item[]): Plan {
  return {
    changes: items.filter((item): item is Change => item.call !== null && item.held === null),
    held: [...new Set(items.flatMap(({ held }) => held ?? []))],
    byHand: items
      .filter(({ call, held }) => call === null && held === null)
      .flatMap(({ differences }) => differences.map(({ message }) => message)),
  }
}
