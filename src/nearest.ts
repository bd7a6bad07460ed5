import { closest, distance } from 'fastest-levenshtein'

/** The known word that somebody may have meant, or undefined when none is near. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const folded = new Map(known.map((word) => [fold(word), word]))
  const [wanted, words] = [fold(written), [...folded.keys()]]
  if (wanted === '' || words.length === 0) return undefined
  const near = closest(wanted, words)
  const found =
    distance(wanted, near) <= tolerated(near)
      ? near
      : words.find((word) => isTurned(word, wanted) || isBeginning(word, wanted) || isBeginning(wanted, word))
  return found === undefined ? undefined : folded.get(found)
}

/** One letter is the beginning of too much. */
const isBeginning = (start: string, word: string): boolean => start.length > 1 && word.startsWith(start)

/** The same letters in another order: two slips, which are too many in a short word otherwise. */
const isTurned = (word: string, other: string): boolean =>
  word.length === other.length && sorted(word) === sorted(other)
const sorted = (word: string): string => [...word].sort().join('')

/** Two slips, more in a long word; in a short one they would make any word of any other. */
const tolerated = ({ length }: string): number => Math.max(Math.min(2, Math.floor(length / 2)), Math.floor(length / 3))

const fold = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[-_\s]/g, '')
