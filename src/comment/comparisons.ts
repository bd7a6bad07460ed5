import { valueAt } from '../facts.ts'
import type { Service } from '../generated/service.ts'
import type { Pointer } from '../pointer.ts'
import { idsOf, label, type Term } from '../vocabulary.ts'
import type { Comparison, Shift } from './risk.ts'
import { wordValue } from './values.ts'

const listAt = (service: Service, pointer: Pointer): readonly string[] => {
  const list = valueAt(service, pointer)
  return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : []
}

/** A list of ids: one more raises the risk, one less lowers it. An id without weight exposes nothing. */
export function more(
  pointer: Pointer,
  what: string,
  term: Term,
  weights: Readonly<Record<string, number>>,
): Comparison {
  return (before, after) => {
    const [old, now] = [listAt(before.service, pointer), listAt(after.service, pointer)]
    const word = (list: readonly string[]): string => wordValue(pointer, list)
    const shift = (effect: Shift['effect'], id: string): Shift[] =>
      (weights[id] ?? 0) === 0
        ? []
        : [
            {
              effect,
              weight: weights[id]!,
              what: `${what}${effect === 'raises' ? 'が増える' : 'が減る'}：${label(term, id)}`,
              before: word(old),
              after: word(now),
            },
          ]
    return [
      ...idsOf(term).flatMap((id) => (id !== null && now.includes(id) && !old.includes(id) ? shift('raises', id) : [])),
      ...idsOf(term).flatMap((id) => (id !== null && old.includes(id) && !now.includes(id) ? shift('lowers', id) : [])),
    ]
  }
}

/** Values from the one that exposes least to the one that exposes most. */
export function ranked(pointer: Pointer, what: string, values: readonly unknown[], weight: number): Comparison {
  return (before, after) => {
    const [old, now] = [valueAt(before.service, pointer), valueAt(after.service, pointer)]
    // Not to say anything about a yes-or-no question is to say no.
    const place = (value: unknown): number => values.indexOf(value ?? (values[0] === false ? false : undefined))
    if (place(old) < 0 || place(now) < 0 || place(old) === place(now)) return []
    const effect = place(now) > place(old) ? 'raises' : 'lowers'
    return [{ effect, weight, what, before: wordValue(pointer, old), after: wordValue(pointer, now) }]
  }
}

export const grown =
  (pointer: Pointer, what: string, weight: number): Comparison =>
  (before, after) => {
    const [old, now] = [valueAt(before.service, pointer), valueAt(after.service, pointer)]
    if (typeof old !== 'number' || typeof now !== 'number' || old === now) return []
    const effect = now > old ? 'raises' : 'lowers'
    return [{ effect, weight, what, before: wordValue(pointer, old), after: wordValue(pointer, now) }]
  }

/** Something stated that protects: without it the risk rises. */
export const kept =
  (pointer: Pointer, what: string): Comparison =>
  (before, after) => {
    const [old, now] = [valueAt(before.service, pointer), valueAt(after.service, pointer)]
    if ((old === undefined) === (now === undefined)) return []
    const word = (value: unknown): string => (value === undefined ? '記載なし' : '記載あり')
    const effect = now === undefined ? 'raises' : 'lowers'
    return [{ effect, weight: 50, what, before: word(old), after: word(now) }]
  }
