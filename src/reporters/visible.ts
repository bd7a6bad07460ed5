/** Everything that can move the cursor, turn the direction of reading, hide itself or be refused by a file format. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/u
const everyUnseen = new RegExp(unseen, 'gu')

const pictures = 0x2400
const deletion = 0x7f

export const hasUnseen = (text: string): boolean => unseen.test(text)

/** The text with every control, bidi and zero-width character replaced by a picture (␀) or its number (<U+202E>). */
export const visible = (text: string): string => text.replace(everyUnseen, picture)

function picture(character: string): string {
  const code = character.codePointAt(0)!
  if (code < 0x20) return String.fromCodePoint(pictures + code)
  if (code === deletion) return '\u2421'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}
