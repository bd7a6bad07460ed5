import { closest, distance } from 'fastest-levenshtein'

/** The known word that somebody may have meant, or undefined when none is near. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || written === '') return undefined
  const folded = new Map(known.map((word) => [fold(word), word]))
  const [wanted, words] = [fold(written), [...folded.keys()]]
  const near = closest(wanted, words)
  const within = words.find((word) => word.startsWith(wanted) || wanted.startsWith(word))
  const found = distance(wanted, near) <= Math.max(2, Math.floor(near.length / 3)) ? near : within
  return found === undefined ? undefined : folded.get(found)
}

const fold = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[-_\s]/g, '')
