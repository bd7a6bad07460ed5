import { nearest } from '../src/nearest.ts'

/** What somebody may have meant by a word that is not known, or else another hint: a sentence. */
export function hintAt(written: string, known: readonly string[], otherwise = ''): string {
  const near = nearest(written, known)
  return near === undefined ? otherwise : `もしかして ${near} ですか。`
}

/** All the words there are, for lists that are short. */
export const wordAll = (known: readonly string[]): string => `使えるのは ${known.join('、')} です。`
