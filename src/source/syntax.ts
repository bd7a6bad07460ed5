import { clueAbove, clueAt, indentOf, keyless, keylessAbove } from './clues.ts'
import { type Flaw, yamlFlaw } from './flaw.ts'
import type { Lines } from './lines.ts'
import { openerBefore } from './openers.ts'
import { tabIndentation, unknownReason, wordingOf } from './reasons.ts'
import { skip } from './tokens.ts'

/** js-yaml stops where it no longer understands; what there is to mend often stands above. */
export function syntaxFlaw(text: string, lines: Lines, offset: number, reason: string): Flaw {
  return (
    conflict(text) ??
    tabbed(text, lines, offset) ??
    tabbedInside(text, lines, offset, reason) ??
    unclosed(lines, offset, reason) ??
    atOffset(text, lines, offset, reason) ??
    plain(text, lines, offset, reason)
  )
}

function conflict(text: string): Flaw | null {
  const marker = /^(?:<{7}|>{7}|={7})(?= |$)/m.exec(text)
  if (marker === null) return null
  return yamlFlaw(
    { start: marker.index, end: marker.index + 7 },
    '変更の競合の印が残っています。',
    '印の行を消し、正しい方の内容だけを残してください。',
  )
}

/** js-yaml calls a tab by its name only where nothing else is wrong with the line. */
function tabbed(text: string, lines: Lines, offset: number): Flaw | null {
  const line = lines.indexOf(lastVisible(text, offset))
  const tab = /^ *\t(?=\s*\S)/.exec(lines.lineAt(line))
  if (tab === null) return null
  const end = lines.startOf(line) + tab[0].length
  const { message, remedy } = tabIndentation
  return yamlFlaw({ start: end - 1, end }, message, remedy)
}

/** js-yaml takes no tab for a space between brackets, and says that the line is not indented. */
function tabbedInside(text: string, lines: Lines, offset: number, reason: string): Flaw | null {
  const before = text.slice(lines.startOf(lines.indexOf(offset)), offset)
  const tabs = /[ \t]*\t[ \t]*$/.exec(before)
  if (!reason.startsWith('deficient') || tabs === null) return null
  return yamlFlaw(
    { start: offset - tabs[0].length, end: offset },
    '括弧の中の空白にタブが使われています。',
    tabIndentation.remedy,
  )
}

function unclosed(lines: Lines, offset: number, reason: string): Flaw | null {
  const isComma = reason.startsWith('missed comma')
  if (
    !isComma &&
    !/^deficient indentation|^unexpected end of the (?:stream|document) within a (?:flow|single|double)/.test(reason)
  )
    return null
  const line = lines.indexOf(offset)
  if (isComma && isClosedBelow(lines, line)) return null
  // The line at which an unclosed value ends is not part of it.
  const opener = openerBefore(lines, reason.startsWith('deficient') ? line - 1 : line)
  if (opener === null) return null
  const span = { start: opener.offset, end: opener.offset + 1 }
  if (opener.mark === '[' || opener.mark === '{') {
    const closing = opener.mark === '[' ? ']' : '}'
    return yamlFlaw(
      span,
      `括弧「${opener.mark}」が閉じられていません。`,
      `値の終わりに「${closing}」を書いてください。`,
    )
  }
  return yamlFlaw(span, '引用符が閉じられていません。', `値の終わりに同じ引用符（${opener.mark}）を書いてください。`)
}

function isClosedBelow(lines: Lines, line: number): boolean {
  for (let below = line + 1; below <= line + 20; below++) if (/^\s*[\]}]/.test(lines.lineAt(below))) return true
  return false
}

/** What the character says at which js-yaml stopped. */
function atOffset(text: string, lines: Lines, offset: number, reason: string): Flaw | null {
  if (!/^bad indentation of a mapping|^end of the stream or/.test(reason)) return null
  const at = { start: offset, end: offset + 1 }
  const character = text.charAt(offset)
  const before = lines.lineAt(lines.indexOf(offset)).slice(0, offset - lines.startOf(lines.indexOf(offset)))
  if (character === ']' || character === '}')
    return yamlFlaw(at, `余分な括弧「${character}」があります。`, '開いた括弧と閉じた括弧の数をそろえてください。')
  if ('@`%'.includes(character) && character !== '')
    return yamlFlaw(at, `値を「${character}」で始めることはできません。`, '値の全体を "…" で囲んでください。')
  if (/["'\]}] *$/.test(before) && character !== ':')
    return yamlFlaw(at, '閉じた引用符や括弧の後ろに余分な文字があります。', '値の全体を一組の引用符で囲んでください。')
  if (character === ':' && /^ *(?:- +)*[^\s:："'#[{][^:"'#]*:[ \t]+\S/.test(before))
    // A line that begins with a mark in full width has more wrong with it than its colons.
    return (
      clueAt(lines, lines.indexOf(offset)) ??
      yamlFlaw(at, '値の中に「: 」があります。', '値の全体を "…" で囲んでください。')
    )
  if (character === '-' && /:[ \t]+$/.test(before))
    return yamlFlaw(
      at,
      '一覧の印「- 」が、項目名と同じ行にあります。',
      '「- 」から後を次の行に移すか、値の全体を "…" で囲んでください。',
    )
  return null
}

function plain(text: string, lines: Lines, offset: number, reason: string): Flaw {
  const line = lines.indexOf(lastVisible(text, offset))
  const clue = /tab characters|line break|hexadecimal|escape|flow collection|maxDepth/.test(reason)
    ? null
    : clueAbove(lines, line)
  if (clue !== null) return clue
  if (reason.startsWith("expected ':'")) return keyless(lines, line)
  if (text.charAt(offset - 1) === ':' || text.charAt(offset) === ':') {
    const flaw = keylessAbove(lines, line)
    if (flaw !== null) return flaw
  }
  const { message, remedy } = wordingOf(reason) ?? unknownReason
  const start = placeOf(text, lines, offset, reason)
  return yamlFlaw({ start, end: start + (start < text.length ? 1 : 0) }, message, remedy)
}

function placeOf(text: string, lines: Lines, offset: number, reason: string): number {
  if (reason.startsWith('nesting')) return skip(text, offset)
  const visible = lastVisible(text, offset)
  if (!reason.startsWith('bad indentation')) return visible
  const line = lines.indexOf(visible)
  return lines.startOf(line) + indentOf(lines.lineAt(line))
}

/** The place itself, or the last character before it where it stands in the empty rest of a file. */
function lastVisible(text: string, offset: number): number {
  if (text.slice(offset).trim() !== '') return offset
  const end = text.trimEnd().length
  return end > 0 ? end - 1 : 0
}
