import type { ErrorObject } from 'ajv'
import validate from './generated/validate-service.js'
import { keysOf, type Pointer, pointerOf } from './pointer.ts'
import { refusalWords } from './refusal-words.ts'

/** `at` is what to point at, `of` is what nobody may read; `byKey` points at the key instead of the value. */
export type Refusal = { at: Pointer; of: Pointer; byKey: boolean; message: string; remedy: string | null }

/** Where several keywords refuse one value, the first of these says what is wrong. */
const order = ['type', 'enum', 'minLength', 'pattern', 'format', 'minimum', 'minItems', 'uniqueItems']

/** What the schema refuses, one refusal a fault. The value has no nulls. */
export function checkSchema(value: unknown): Refusal[] {
  if (validate(value)) return []
  const first = new Map<Pointer, ErrorObject>()
  const ranked = [...(validate.errors ?? [])].sort((a, b) => order.indexOf(a.keyword) - order.indexOf(b.keyword))
  for (const error of ranked) if (!first.has(refusedBy(error))) first.set(refusedBy(error), error)
  return [...first].map(([of, error]) => {
    const byKey = error.keyword === 'additionalProperties'
    return { at: byKey ? of : error.instancePath, of, byKey, ...refusalWords(error, value) }
  })
}

/** ajv writes a missing or unknown key beside the path of its mapping. */
function refusedBy({ instancePath, params }: ErrorObject): Pointer {
  const key: string | undefined = params.missingProperty ?? params.additionalProperty
  return key === undefined ? instancePath : instancePath + pointerOf([key])
}

/** Whether a pointer lies at or below one of the refused. */
export const isWithin = (pointer: Pointer, refused: ReadonlySet<Pointer>): boolean =>
  keysOf(pointer).some((_, depth, keys) => refused.has(pointerOf(keys.slice(0, depth + 1))))
