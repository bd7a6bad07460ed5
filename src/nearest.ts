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
      : words.find((word) => word.startsWith(wanted) || wanted.startsWith(word))
  return found === undefined ? undefined : folded.get(found)
}

/** Two slips, more in a long word; in a short one they would make any word of any other. */
const tolerated = ({ length }: string): number => Math.max(Math.min(2, Math.floor(length / 2)), Math.floor(length / 3))

const fold = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[-_\s]/g, '')
