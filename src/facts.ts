import { defaults, domains } from './generated/domains.ts'
import type { Service } from './generated/service.ts'
import { keysOf, type Pointer, pointerOf } from './pointer.ts'

/** The blocks that `assess` reads. */
export type Facts = Pick<Service, 'service' | 'use' | 'information'>

/** Thrown where a rule reads a fact that nobody has stated (or that the schema refused). */
export class MissingFact extends Error {
  readonly pointer: Pointer
  constructor(pointer: Pointer) {
    super(`${pointer} is not known`)
    this.pointer = pointer
  }
}

type Mapping = Record<string, unknown>
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value without its nulls: an absent key and an explicit null mean the same (items of a list stay). */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isMapping(value)) return value
  const stated = Object.entries(value).filter(([, entry]) => entry !== null)
  return Object.fromEntries(stated.map(([key, entry]) => [key, withoutNulls(entry)]))
}

/** The value at a pointer, or undefined. */
export function valueAt(value: unknown, pointer: Pointer): unknown {
  return keysOf(pointer).reduce<unknown>(
    (parent, key) =>
      typeof parent === 'object' && parent !== null && Object.hasOwn(parent, key)
        ? (parent as Mapping)[key]
        : undefined,
    value,
  )
}

/** A copy in which one fact (`/block/leaf`) has this value. */
export function withFact(stated: object, pointer: Pointer, fact: unknown): object {
  const [block = '', leaf = ''] = keysOf(pointer)
  const blocks = stated as Record<string, object>
  return { ...blocks, [block]: { ...blocks[block], [leaf]: fact } }
}

/** Fills in what the schema gives as default; a block that is no mapping stays as it is. */
export function withDefaults(value: unknown): object {
  const blocks: Mapping = isMapping(value) ? { ...value } : {}
  for (const [pointer, fact] of Object.entries(defaults)) {
    const [block = '', leaf = ''] = keysOf(pointer)
    const stated = blocks[block] ?? {}
    if (isMapping(stated) && !Object.hasOwn(stated, leaf)) blocks[block] = { ...stated, [leaf]: fact }
  }
  return blocks
}

/** A copy without the value at a pointer. */
export function without(value: unknown, pointer: Pointer): unknown {
  const [key, ...rest] = keysOf(pointer)
  if (key === undefined || !isMapping(value)) return value
  const kept = Object.entries(value).filter(([name]) => name !== key || rest.length > 0)
  return Object.fromEntries(kept.map(([name, entry]) => [name, name === key ? without(entry, pointerOf(rest)) : entry]))
}

/**
 * The value as a rule sees it: reading what is withheld throws MissingFact, everything else reads as it is.
 * Most files withhold nothing, and are handed over as they are.
 */
export function guarded<Value extends object>(value: Value, withheld: ReadonlySet<Pointer>): Value {
  if (withheld.size === 0) return value
  // What holds nothing that is withheld is handed over as it is.
  const holders = new Set([...withheld].flatMap(ancestorsOf))
  return below(value, '')

  function below<Inner extends object>(inner: Inner, base: Pointer): Inner {
    return new Proxy(inner, {
      get(target, key) {
        const found: unknown = Reflect.get(target, key)
        if (typeof key === 'symbol') return found
        const pointer = base + pointerOf([key])
        if (withheld.has(pointer) || withheld.has('')) throw new MissingFact(pointer)
        return typeof found === 'object' && found !== null && holders.has(pointer) ? below(found, pointer) : found
      },
    })
  }
}

const ancestorsOf = (pointer: Pointer): Pointer[] =>
  keysOf(pointer).map((_, depth, keys) => pointerOf(keys.slice(0, depth)))

/** The facts among these pointers which are refused, as a whole or in a part: they count as missing. */
export const factsWithin = (refused: Iterable<Pointer>): Pointer[] => {
  const pointers = [...refused]
  return Object.keys(domains).filter((fact) =>
    pointers.some((pointer) => pointer === fact || pointer.startsWith(`${fact}/`) || fact.startsWith(`${pointer}/`)),
  )
}
