import { type Pointer, pointerOf } from './pointer.ts'

/** How a list that is traced is told which of its items is being checked: see `each`. */
export const item: unique symbol = Symbol('item')

/** Of a list of mappings only its length, of a mapping only that it is there, of anything else its value. */
export type Read = { pointer: Pointer; of: 'value' | 'length' | 'presence' }
export type Trace = {
  /** The value itself; what is read of it is remembered. */
  see<Value extends object>(value: Value): Value
  /** Everything read so far, but for what was read of other items of a list that is gone through with `each`. */
  reads(): Read[]
}

/** Remembers what a rule reads. What a check of one item leaves in a variable for the next is not seen. */
export function startTrace(): Trace {
  const frames: Map<string, Read>[] = [new Map()]
  const note = (pointer: Pointer, of: Read['of']): void => {
    frames.at(-1)?.set(`${of} ${pointer}`, { pointer, of })
  }
  const enter = (): (() => void) => {
    const frame = new Map<string, Read>()
    frames.push(frame)
    return () => frames.splice(frames.indexOf(frame))
  }

  function below<Value extends object>(value: Value, base: Pointer): Value {
    const read = (target: object, key: string | symbol): unknown => {
      // A withheld value throws here: that nobody can read it is what the rule has seen.
      const pointer = typeof key === 'symbol' ? base : base + pointerOf([key])
      if (typeof key !== 'symbol') noteChild(target, key, pointer)
      const found: unknown = Reflect.get(target, key)
      return typeof found === 'object' && found !== null && typeof key !== 'symbol' ? below(found, pointer) : found
    }
    const noteChild = (target: object, key: string, pointer: Pointer): void => {
      const found: unknown = Object.getOwnPropertyDescriptor(target, key)?.value
      if (Array.isArray(target) && !isObject(Object.getOwnPropertyDescriptor(target, '0')?.value)) note(base, 'value')
      else if (Array.isArray(target) && !/^\d+$/.test(key)) note(base, 'length')
      else note(pointer, isObject(found) ? 'presence' : 'value')
    }
    return new Proxy(value, {
      get: (target, key) => (key === item ? enter : read(target, key)),
      has(target, key) {
        if (typeof key !== 'symbol') noteChild(target, key, base + pointerOf([key]))
        return Reflect.has(target, key)
      },
      getOwnPropertyDescriptor(target, key) {
        if (typeof key !== 'symbol') noteChild(target, key, base + pointerOf([key]))
        return Reflect.getOwnPropertyDescriptor(target, key)
      },
      ownKeys(target) {
        note(base, 'value')
        return Reflect.ownKeys(target)
      },
    })
  }

  return {
    see: (value) => below(value, ''),
    reads: () => [...new Map(frames.flatMap((frame) => [...frame])).values()],
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null
