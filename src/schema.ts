import type { ErrorObject } from 'ajv'
import { valueAt } from './facts.ts'
import validate from './generated/validate-service.js'
import { keysOf, type Pointer, pointerOf } from './pointer.ts'
import { refusalWords } from './refusal-words.ts'

/**
 * `at` is what to point at, `of` is what nobody may read; `byKey` points at the key instead of the value. `meant` is the
 * field whose name was mistyped: nobody may read it either.
 */
export type Refusal = {
  at: Pointer
  of: Pointer
  byKey: boolean
  meant: Pointer | null
  message: string
  remedy: string | null
}

/** Where several keywords refuse one value, the first of these says what is wrong. */
const order = ['type', 'enum', 'minLength', 'pattern', 'format', 'minimum', 'minItems', 'uniqueItems']

/** What the schema refuses, one refusal a fault. The value has no nulls. */
export function checkSchema(value: unknown): Refusal[] {
  if (validate(value)) return []
  const first = new Map<Pointer, ErrorObject>()
  const ranked = [...(validate.errors ?? [])].sort((a, b) => rankOf(a) - rankOf(b))
  for (const error of ranked) if (!first.has(refusedBy(error))) first.set(refusedBy(error), error)
  const refusals = [...first].map(([of, error]): Refusal => {
    const byKey = error.keyword === 'additionalProperties'
    const { near, ...words } = refusalWords(error, value)
    const meant = near === undefined ? null : absentAt(error.instancePath + pointerOf([near]), value)
    return { at: byKey ? of : error.instancePath, of, byKey, meant, ...words }
  })
  // A field whose name was mistyped has been written: that it is not there is no second fault.
  const mistyped = new Set(refusals.map(({ meant }) => meant))
  return refusals.filter(({ of }) => !mistyped.has(of))
}

/** The pointer, unless something stands there. */
const absentAt = (pointer: Pointer, value: unknown): Pointer | null =>
  valueAt(value, pointer) === undefined ? pointer : null

/** Of two that refuse the type of a value, the one that lists what may be written says more. */
const rankOf = ({ keyword, parentSchema }: ErrorObject): number =>
  order.indexOf(keyword) + (parentSchema?.enum === undefined ? 0.5 : 0)

/** ajv writes a missing or unknown key beside the path of its mapping. */
function refusedBy({ instancePath, params }: ErrorObject): Pointer {
  const key: string | undefined = params.missingProperty ?? params.additionalProperty
  return key === undefined ? instancePath : instancePath + pointerOf([key])
}

/** Whether a pointer lies at or below one of the refused. */
export const isWithin = (pointer: Pointer, refused: ReadonlySet<Pointer>): boolean =>
  keysOf(pointer).some((_, depth, keys) => refused.has(pointerOf(keys.slice(0, depth + 1))))
