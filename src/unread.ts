import { readingOf } from './check.ts'
import { factsWithin, valueAt, withoutNulls } from './facts.ts'
import type { Pointer } from './pointer.ts'
import type { SourceDocument } from './source/document.ts'

/** What a file says of the facts and nobody can read: the facts, and what is wrong with them in words. */
export type Unread = { facts: Pointer[]; words: string[] }

/** A fact that is written twice, under a mistyped name or with a value that is none: it is not known, whatever the default. */
export function unreadIn({ value, readable, faults, refused, rangeOf, rangeOfKey }: SourceDocument): Unread {
  const stated = withoutNulls(value)
  const twice = faults.flatMap(({ range, pointer, message }) =>
    !readable || refused.includes(pointer) ? [{ range, message, of: pointer }] : [],
  )
  if (!readable) return { facts: [], words: twice.map(worded) }
  const refusals = readingOf(value, refused).refusals.flatMap(({ at, of, byKey, meant, message }) => {
    const range = byKey ? rangeOfKey(at) : rangeOf(at)
    if (meant !== null) return [{ range, message, of: meant }]
    return valueAt(stated, of) === undefined ? [] : [{ range, message, of }]
  })
  const unread = [...twice, ...refusals].filter(({ of }) => factsWithin([of]).length > 0)
  return { facts: factsWithin(unread.map(({ of }) => of)), words: unread.map(worded) }
}

const worded = ({ range, message }: { range: { line: number }; message: string }): string =>
  `${range.line}行目: ${message}`
