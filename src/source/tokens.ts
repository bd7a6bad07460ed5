import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import type { Span } from './lines.ts'

/** js-yaml's mark for an offset that does not exist. */
export const absent = -1

/** Skips white space, line breaks and comments, and what else may stand between two tokens. */
export function skip(text: string, from: number, indicators = ''): number {
  let at = from
  while (at < text.length) {
    const character = text.charAt(at)
    if (character === '#') at = endOfLine(text, at)
    else if (' \t\r\n'.includes(character) || indicators.includes(character)) at++
    else break
  }
  return at
}

/** The end of the indicator, if it comes next. */
export function skipPast(text: string, from: number, indicator: string): number {
  const at = skip(text, from)
  return text.startsWith(indicator, at) ? at + indicator.length : from
}

/** A scalar as it is written, with its quotes or the header of its block; `from` is the end of the token before it. */
export function spanOf(text: string, event: ScalarEvent, from: number): Span {
  const { style, valueStart, valueEnd } = event
  if (style === SCALAR_STYLE.PLAIN) return { start: valueStart, end: valueEnd }
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED)
    return { start: valueStart - 1, end: valueEnd + 1 }
  const start = skip(text, from, '-:?')
  return { start, end: Math.max(trimmedEnd(text, start, valueEnd), start + 1) }
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && ' \t\r\n'.includes(text.charAt(at - 1))) at--
  return at
}

function endOfLine(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charAt(at) !== '\n' && text.charAt(at) !== '\r') at++
  return at
}

/** The next document marker at the beginning of a line; what comes after it where it ends a document. */
export function markerAfter(text: string, from: number): Span {
  const marker = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm
  marker.lastIndex = from
  const found = marker.exec(text)
  if (found === null) return { start: from, end: from }
  const span = { start: found.index, end: found.index + 3 }
  if (found[0] === '---') return span
  const next = skip(text, span.end)
  return { start: next, end: text.startsWith('---', next) ? next + 3 : next + 1 }
}

/** A `%` line before the content. */
export function firstDirective(text: string): Span | null {
  const start = skip(text, 0)
  const isDirective = text.charAt(start) === '%' && (start === 0 || '\r\n'.includes(text.charAt(start - 1)))
  return isDirective ? { start, end: endOfLine(text, start) } : null
}
