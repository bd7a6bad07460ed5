import { foldKana } from '../../src/folding.ts'
import { type Entry, separator } from './entry.ts'

/** An entry with what it is compared by; folding takes longer than looking. */
export type Prepared = { entry: Entry; names: readonly string[]; title: string; text: string }

/** ⑮ is no 15: the measures of §15 are called so, and nothing else. */
const folded = (text: string): string =>
  foldKana(text.replaceAll(/[①-⑳]/gu, (sign) => `<${sign.codePointAt(0)! - '①'.codePointAt(0)! + 1}>`))

export const prepare = (entries: readonly Entry[]): Prepared[] =>
  entries.map((entry) => {
    const [, title, , , names, text] = entry
    const called = folded(title)
    return { entry, title: called, names: [called, ...names.split(separator).map(folded)], text: folded(text) }
  })

export const termsOf = (query: string): string[] =>
  query
    .split(/\s+/u)
    .map(folded)
    .filter((term) => term !== '')

/** Those in which every word occurs: first what is called so, then what begins so, what contains it, what speaks of it. */
export function find(query: string, entries: readonly Prepared[]): Entry[] {
  const terms = termsOf(query)
  const found = findTerms(terms, terms.join(''), entries)
  // A finding quotes what a file says: what is around the quotations is the same for every file.
  const around = termsOf(query.replaceAll(/「[^」]*」/gu, ' '))
  return found.length > 0 || around.join('') === terms.join('') ? found : findTerms(around, '', entries)
}

function findTerms(terms: readonly string[], whole: string, entries: readonly Prepared[]): Entry[] {
  if (terms.length === 0) return []
  return entries
    .map((prepared) => ({ prepared, rank: rankOf(prepared, terms, whole) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .map(({ prepared }) => prepared.entry)
}

function rankOf({ names, title, text }: Prepared, terms: readonly string[], whole: string): number {
  if (names.includes(whole)) return 0
  return terms.reduce((sum, term) => sum + rankOfTerm(term, names, title, text), 0)
}

function rankOfTerm(term: string, names: readonly string[], title: string, text: string): number {
  if (names.includes(term)) return 1
  if (names.some((name) => name.startsWith(term))) return 2
  if (title.includes(term)) return 3
  if (names.some((name) => name.includes(term))) return 4
  return text.includes(term) ? 5 : Number.POSITIVE_INFINITY
}

export type Piece = { text: string; hit: boolean }

/** A text in pieces, those that were looked for marked; compared without its variants, shown as it is written. */
export function pieces(text: string, terms: readonly string[]): Piece[] {
  const hits = hitsIn(text, terms)
  const found: Piece[] = []
  for (const [index, letter] of [...text].entries()) {
    const hit = hits.has(index)
    const last = found.at(-1)
    if (last?.hit === hit) last.text += letter
    else found.push({ text: letter, hit })
  }
  return found
}

/** The letters, by number, that belong to a word looked for. */
function hitsIn(text: string, terms: readonly string[]): Set<number> {
  let all = ''
  const origin: number[] = []
  for (const [index, letter] of [...text].entries()) {
    all += folded(letter)
    while (origin.length < all.length) origin.push(index)
  }
  const hits = new Set<number>()
  for (const term of terms)
    for (let at = all.indexOf(term); at >= 0; at = all.indexOf(term, at + 1))
      for (let step = 0; step < term.length; step += 1) hits.add(origin[at + step]!)
  return hits
}

const before = 24
const length = 120

/** The part of a text in which the words stand; its beginning where they stand in the title. */
export function excerpt(text: string, terms: readonly string[]): string {
  const letters = [...text]
  const first = Math.min(...hitsIn(text, terms))
  const start = Number.isFinite(first) && first > length / 2 ? first - before : 0
  const end = start + length
  return `${start > 0 ? '…' : ''}${letters.slice(start, end).join('')}${end < letters.length ? '…' : ''}`
}
