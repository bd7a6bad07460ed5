import type { Verdict } from '../diagnostic.ts'

/** A few codes of ECMA-48; the words say the same without them. */
const codes = {
  strong: [1, 22],
  faint: [2, 22],
  violation: [31, 39],
  judgement: [33, 39],
  advice: [36, 39],
  good: [32, 39],
} as const satisfies Record<Verdict | string, readonly [number, number]>

export type Style = (name: keyof typeof codes, text: string) => string

export const plain: Style = (_, text) => text

export const coloured: Style = (name, text) => {
  const [on, off] = codes[name]
  return `\u001b[${on}m${text}\u001b[${off}m`
}
