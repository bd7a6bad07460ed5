import { type Flaw, fileFlaw } from './flaw.ts'
import type { Span } from './lines.ts'

/** 512 kB, counted in bytes of UTF-8. */
export const sizeLimit = 512 * 1024

/** What nobody sees, what reorders what people see, and what is no character at all. */
const forbidden =
  /(?![\t\n\r])\p{Cc}|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\p{Cs}\p{Noncharacter_Code_Point}]/u

/** What is not surely harmless: ten times as fast to look for, and most files hold nothing of it. */
const unusual = /[^\t\n\r -~\u00a0-\u061b\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\uff01-\uff9f]/

const kinds: readonly (readonly [RegExp, string])[] = [
  [/[\0]/u, 'NUL文字'],
  [/\p{Cc}/u, '制御文字'],
  [/[\u2028\u2029]/u, '特殊な改行文字'],
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, '文字の並ぶ向きを変える文字'],
  [/[\u200b\u2060]/u, '幅のない見えない文字'],
  [/\ufeff/u, '途中にあるBOM'],
  [/\p{Cs}/u, '壊れた文字の片割れ'],
  [/\p{Noncharacter_Code_Point}/u, '文字に割り当てられていない符号'],
]

export const sizeFlaw = (): Flaw =>
  fileFlaw({ start: 0, end: 0 }, 'ファイルが512kBを超えています。', '不要な内容を除き、512kB以下にしてください。')

/** The core has no TextEncoder. A lone surrogate counts three bytes, as its replacement character would. */
export function isTooLarge(text: string): boolean {
  if (text.length > sizeLimit) return true
  if (text.length * 3 <= sizeLimit) return false
  let bytes = text.length
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) continue
    const isPaired = unit >= 0xd800 && unit < 0xe000 && (text.codePointAt(index) ?? 0) > 0xffff
    bytes += unit < 0x800 ? 1 : 2
    if (isPaired) index++ // four bytes for two units: two more than their number
  }
  return bytes > sizeLimit
}

/** One flaw for all forbidden characters of a text, at the first. */
export function characterFlaw(text: string): Flaw | null {
  if (!unusual.test(text)) return null
  const first = forbidden.exec(text)
  if (first === null) return null
  const count = [...text.matchAll(new RegExp(forbidden, 'gu'))].length
  const name = nameOf(first[0])
  const message =
    count === 1
      ? `使えない文字 ${name}があります。`
      : `使えない文字 ${name}があり、使えない文字はほかに${count - 1}個あります。`
  const span = { start: first.index, end: first.index + first[0].length }
  return fileFlaw(span, message, 'その文字を消すか、その行を打ち直してください。')
}

/** Escapes in double quotes can make what the text itself may not hold. */
export function escapeFlaw(value: string, span: Span): Flaw | null {
  const first = forbidden.exec(value)
  if (first === null) return null
  const message = `引用符の中の「\\」の書き方が、使えない文字 ${nameOf(first[0])}を表しています。`
  return fileFlaw(span, message, '「\\」で始まるその部分を消してください。')
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `U+${code}（${kinds.find(([pattern]) => pattern.test(character))?.[1] ?? ''}）`
}
