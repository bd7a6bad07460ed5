import type { Diagnostic } from './diagnostic.ts'
import { fieldAt } from './fields.ts'
import { keysOf, type Pointer, pointerOf } from './pointer.ts'

/** A label that may hold brackets of its own. */
const label = '（((?:[^（）]|（[^（）]*）)*)）'
/** Between Japanese words there is no space. */
const between = /(?<=[」）]|No\.\w+)\s+(?=[\p{scx=Hira}\p{scx=Kana}\p{scx=Hani}])|(?<=[\p{L}」、。])\s+(?=「|No)/gu
const answers: Readonly<Record<string, string>> = { true: '「はい」', false: '「いいえ」' }

/**
 * A sentence about a file, for somebody who has a form before him: titles instead of keys, labels instead of ids, and
 * nothing of how a line is written. `pointer` is the place of which the sentence speaks.
 */
export const inFormWords = (sentence: string, pointer: Pointer): string =>
  sentence
    .replaceAll(/たとえば「[^」]*」(?:（[^）]*）)?のように書きます。/g, '')
    // A key behind its own title says nothing more.
    .replaceAll(/」（[A-Za-z][A-Za-z0-9.]*）/g, '」')
    .replaceAll(new RegExp(`(?:\\bid: )?\\b[a-z][a-z0-9-]*${label}`, 'g'), '「$1」')
    .replaceAll(/\b(?:number|measure): (\w+)/g, 'No.$1')
    .replaceAll(/\bid: (?=[a-z])/g, '')
    .replaceAll(/(?<![\w.@/:-])[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*(?![\w@:/-])/g, (word) => nameOf(word, pointer))
    .replaceAll(between, '')

/** What a key stands for at a place: the field of this path, or the nearest one of this name around the place. */
function nameOf(word: string, pointer: Pointer): string {
  const keys = word.split('.')
  const around = keysOf(pointer)
  for (let depth = around.length; depth >= 0; depth -= 1) {
    const place = around.slice(0, depth)
    // In a list the rows have the fields.
    const field = fieldAt(pointerOf([...place, ...keys])) ?? fieldAt(pointerOf([...place, '0', ...keys]))
    if (field !== undefined) return `「${field.title}」`
  }
  return answers[word] ?? word
}

/** What somebody reads on a page who does not write files. */
export const findingInFormWords = <Said extends Pick<Diagnostic, 'message' | 'remedy' | 'pointer'>>(
  found: Said,
): Said => ({
  ...found,
  message: inFormWords(found.message, found.pointer),
  remedy: found.remedy && inFormWords(found.remedy, found.pointer),
})
