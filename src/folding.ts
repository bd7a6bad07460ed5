/** Letters of other scripts which look like Latin ones: the same place in both strings. */
const withLatin = replacing(
  'АВЕКМНОРСТУХЅІЈ' + 'аекорсухѕіј' + 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ' + 'αικνορυχ',
  'ABEKMHOPCTYXSIJ' + 'aekopcyxsij' + 'ABEZHIKMNOPTYX' + 'aikvopux',
)

const withLargeKana = replacing(
  'ぁぃぅぇぉっゃゅょゎゕゖ' + 'ァィゥェォッャュョヮヵヶ' + 'ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ',
  'あいうえおつやゆよわかけ' + 'アイウエオツヤユヨワカケ' + 'クシストヌハヒフヘホムラリルレロ',
)

/** Hyphens, dashes, minus, long vowel and waves: all that is one stroke in the middle of the line. */
const strokes = /[\p{Pd}\u007e\u02d7\u2043\u2053\u2212\u223c\u223e\u2500\u2501\u30fc]/gu
const unseen = /[\s\p{Default_Ignorable_Code_Point}]/gu

/** The same text for names that differ in nothing but how they were typed. */
export const fold = (name: string): string =>
  withLargeKana(withLatin(name.normalize('NFKC')).toLowerCase())
    .replaceAll(strokes, '-')
    .replaceAll(unseen, '')

/** For looking something up: hiragana and katakana are the same as well. */
export const foldKana = (text: string): string =>
  fold(text).replaceAll(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint(kana.codePointAt(0)! - katakanaAhead))

const katakanaAhead = 'ァ'.codePointAt(0)! - 'ぁ'.codePointAt(0)!

/** Where two names differ, as code points: what stands between the same beginning and the same ending. */
export function differenceOf(here: string, there: string): { here: string; there: string } {
  const [a, b] = [[...here], [...there]]
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start += 1
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  return { here: codePoints(a.slice(start, a.length - end)), there: codePoints(b.slice(start, b.length - end)) }
}

/** More than these would drown the message. */
const shown = 4

function codePoints(characters: readonly string[]): string {
  if (characters.length === 0) return 'なし'
  const named = characters.slice(0, shown).map((character) => `「${character}」U+${hexadecimal(character)}`)
  return named.join(' ') + (characters.length > shown ? ` ほか${characters.length - shown}文字` : '')
}

const hexadecimal = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')

/** Puts each of these letters for the one at the same place. */
function replacing(from: string, to: string): (text: string) => string {
  const targets = [...to]
  const pairs = new Map([...from].map((character, index) => [character, targets[index] ?? character]))
  const any = new RegExp(`[${from}]`, 'gu')
  return (text) => text.replaceAll(any, (character) => pairs.get(character)!)
}
