import { type Flaw, yamlFlaw } from './flaw.ts'
import type { Lines, Span } from './lines.ts'
import { oddIndentation, wideIndentation, wideMark } from './structure.ts'

type Clue = readonly [pattern: RegExp, flawAt: (at: Span) => Flaw]

/** So that a long line costs no more than a short one. */
const lineLength = 2000

/** What a line that is no YAML looks like. Each pattern begins at the line's first column; its last group is the place. */
const clues: readonly Clue[] = [
  [/^([ \t]*\u3000)/d, wideIndentation],
  [/^([ \t]*[\u00a0\u1680\u2000-\u200a\u202f\u205f])/d, oddIndentation],
  [/^ *(?:- +)*([－―–—‐−ー・])[ \u3000]?/d, wideMark],
  [
    /^ *(?:- +)*[^\s:："'#[{][^:："'#]*(：)/d,
    (at) => yamlFlaw(at, '項目名の後ろの「：」が全角です。', '「：」を半角の「:」と半角の空白に直してください。'),
  ],
  [
    /^ *(?:- +)*[^\s:："'#[{\d][^:："'#]*(:\u3000)/d,
    (at) => yamlFlaw(at, '「:」の後ろの空白が全角です。', '「:」の後ろを半角の空白に直してください。'),
  ],
  [
    /^ *(?:- +)*[^\s:："'#[{\d][^:："'#]*(:[\u00a0\u1680\u2000-\u200a\u202f\u205f])/d,
    (at) =>
      yamlFlaw(
        at,
        '「:」の後ろに、半角の空白と見分けにくい別の空白があります。',
        '「:」の後ろの空白を、半角の空白に打ち直してください。',
      ),
  ],
  [
    /^ *(?:- +)*[^\s:："'#[{\d][^:："'#]*(:)(?=[^\s/:])(?!.*:(?: |$))/d,
    (at) => yamlFlaw(at, '「:」の後ろに空白がありません。', '「:」の後ろに半角の空白を書いてください。'),
  ],
]

/** The flaw of a line, if it is one of those that a person often writes. */
export function clueAt(lines: Lines, line: number): Flaw | null {
  const text = lines.lineAt(line).slice(0, lineLength)
  for (const [pattern, flawAt] of clues) {
    const place = pattern.exec(text)?.indices?.[1]
    if (place === undefined) continue
    const start = lines.startOf(line)
    return flawAt({ start: start + place[0], end: start + place[1] })
  }
  return null
}

/**
 * js-yaml takes a line without a colon for the beginning of a longer key and stops below it. So the line to mend is the
 * topmost one of a row of such lines; text that is indented deeper belongs to a value above and says nothing.
 */
export function clueAbove(lines: Lines, last: number): Flaw | null {
  let found = clueAt(lines, last)
  eachAbove(lines, last, (line) => {
    const clue = clueAt(lines, line)
    found = clue ?? found
    return clue !== null
  })
  return found
}

/** The topmost line, right above, that has no colon although it stands where keys stand. */
export function keylessAbove(lines: Lines, last: number): Flaw | null {
  let found: Flaw | null = null
  const indent = indentOf(lines.lineAt(last))
  eachAbove(lines, last, (line, text) => {
    if (/:(?: |$)|^ *- /.test(text) || indentOf(text) !== indent) return false
    found = keyless(lines, line)
    return true
  })
  return found
}

export const keyless = (lines: Lines, line: number): Flaw => {
  const text = lines.lineAt(line)
  const start = lines.startOf(line)
  return yamlFlaw(
    { start: start + indentOf(text), end: start + text.trimEnd().length },
    '「項目名: 値」の形になっていません。',
    '項目名の後ろに半角の「:」と半角の空白を書くか、前の値の続きなら字下げを深くしてください。',
  )
}

function eachAbove(lines: Lines, last: number, visit: (line: number, text: string) => boolean): void {
  const indent = indentOf(lines.lineAt(last))
  for (let line = last - 1; line >= 0; line--) {
    const text = lines.lineAt(line).slice(0, lineLength)
    if (/^\s*(?:#|$)/.test(text)) continue
    if (indentOf(text) > indent || !visit(line, text)) return
  }
}

export const indentOf = (text: string): number => text.length - text.replace(/^ +/, '').length
