import { isLabel } from '../fields.ts'

/** What others wrote appears as code only: nothing in it can become a link, a mention, a picture or a sentence of ours. */
const lineBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
/** What cannot be seen, or moves what can be. Selectors of variants stay: names are written with them. */
const unseen =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu

/** One line of code, exactly as one `<code>`. */
export function inline(text: string): string {
  const shown = visible(text.normalize('NFC').replaceAll(lineBreaks, '⏎'))
  const fence = '`'.repeat(longestRun(shown) + 1)
  return `${fence} ${shown} ${fence}`
}

/** Lines of code; it must begin a line and end one. */
export function block(text: string): string {
  const lines = text.normalize('NFC').split(lineBreaks).map(visible)
  const fence = '`'.repeat(Math.max(2, longestRun(lines.join('\n'))) + 1)
  return [`${fence}text`, ...lines, fence].join('\n')
}

/** The beginning of a text that may be long, and how much of it is not shown. */
export function excerpt(text: string, limit = 300): string {
  const characters = [...text]
  if (characters.length <= limit) return inline(text)
  return `${inline(characters.slice(0, limit).join(''))}（ほか${characters.length - limit}文字）`
}

const longestRun = (text: string): number => {
  let longest = 0
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  return longest
}

const visible = (text: string): string => text.replaceAll(unseen, picture)

const pictures = 0x2400
function picture(character: string): string {
  const code = character.codePointAt(0)!
  if (code < 0x20) return String.fromCodePoint(pictures + code)
  if (code === 0x7f) return '␡'
  return `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`
}

// Plain is what Japanese sentences are made of; Markdown and GitHub give none of it a meaning.
const foreign =
  /[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。・「」『』（）〜～…：；？！％→×①-⑳０-９Ａ-Ｚａ-ｚ]+/gu
const harmless = /^[A-Za-z0-9 (),]*$/
/** Days, numbers of rows, and words such as LGWAN-ASP. */
const known = /\b\d{4}-\d{2}-\d{2}\b|\bNo\.(?=X?\d)|(?<=[A-Za-z])-(?=[A-Za-z])/g
/** GitHub makes links of what looks like the name of a commit. */
const commitLike = /[0-9a-f]{7,}/i

/** A sentence of ours. Keys, paths and all else that is no plain Japanese in it is shown as code. */
export function sentence(text: string): string {
  return text.normalize('NFC').replaceAll(foreign, (run) => {
    const rest = run.replaceAll(known, ' ')
    if (harmless.test(rest) && !commitLike.test(rest)) return run
    const [, before = '', kept = '', after = ''] = /^( *)([\s\S]*?)( *)$/.exec(run) ?? []
    return `${before}${inline(kept)}${after}`
  })
}

/**
 * A sentence of ours that quotes others between 「 and 」: from the first to the last, all of it is theirs, but for the name
 * of a field behind it.
 */
export function quotation(text: string): string {
  const [start, last] = [text.indexOf('「'), text.lastIndexOf('」')]
  if (start < 0 || last <= start) return sentence(text)
  const opening = text.lastIndexOf('「', last)
  const before = text.lastIndexOf('」', opening)
  const end = before > start && isLabel(text.slice(opening + 1, last)) ? before : last
  return `${sentence(text.slice(0, start))}「${excerpt(text.slice(start + 1, end))}」${sentence(text.slice(end + 1))}`
}

/** A row of a table. Only code can hold a bar: readers disagree on one behind an odd number of backslashes. */
export const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll(/(\\*)\|/g, escapeBar)).join(' | ')} |`

const escapeBar = (_: string, slashes: string): string =>
  slashes.length % 2 === 0 ? `${slashes}\\|` : `${slashes.slice(1)}⟦U+005C⟧\\|`

/** Narrow columns would break Japanese words after each letter: a word joiner keeps them in one line. */
export const unbroken = (word: string): string => [...word].join('\u2060')

export const tableHead = (names: readonly string[]): string => `${row(names)}\n|${'---|'.repeat(names.length)}`
