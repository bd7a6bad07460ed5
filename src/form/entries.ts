import { valueAt } from '../facts.ts'
import type { Pointer } from '../pointer.ts'

/** An entry of a list in a service file, whose keys may be missing. */
export type Entry = Readonly<Record<string, unknown>>

/** The entries of a list, each a mapping; none where there is no list. */
export function entriesAt(value: unknown, pointer: Pointer): Entry[] {
  const list = valueAt(value, pointer)
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'object' && entry !== null) : []
}

/** A copy without what the schema refused: what nobody can read is not answered. */
export function legible({ value, withheld }: { value: unknown; withheld: ReadonlySet<Pointer> }): unknown {
  return withheld.size === 0 ? value : copyOf(value, '', withheld)
}

function copyOf(value: unknown, at: Pointer, withheld: ReadonlySet<Pointer>): unknown {
  if (withheld.has(at)) return undefined
  if (Array.isArray(value)) return value.map((item, index) => copyOf(item, `${at}/${index}`, withheld))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      copyOf(item, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, withheld),
    ]),
  )
}
