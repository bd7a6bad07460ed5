import { canonical, sha256Of } from '../ledger/canonical.ts'

/** SHA-256 of the canonical form of a value, in hex. */
export const digestOf = (value: unknown): string => sha256Of(canonical(sayable(value)))

/** What JSON cannot say – .nan, .inf, half a character – is said in words: no file with such a thing is merged. */
function sayable(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return `number ${value}`
  if (typeof value === 'string') return value.replace(/\p{Cs}/gu, '\ufffd')
  if (Array.isArray(value)) return value.map(sayable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [sayable(key), sayable(entry)]))
}
