import type { Range } from '../diagnostic.ts'

/** Offsets into a text, `end` exclusive. */
export type Span = { start: number; end: number }

export type Lines = {
  /** The 0-based number of the line that holds the offset. */
  indexOf(offset: number): number
  /** A line without its break, by 0-based number; empty outside the text. */
  lineAt(index: number): string
  /** Where a line begins. */
  startOf(index: number): number
  rangeOf(span: Span): Range
}

/** The lines of a text; breaks are CRLF, LF and CR, as in YAML. */
export function linesOf(text: string): Lines {
  const { starts, ends } = breaksOf(text)
  const startOf = (index: number): number => starts[index] ?? text.length
  const endOf = (index: number): number => ends[index] ?? text.length
  const indexOf = (offset: number): number => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (startOf(middle) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const lineAt = (index: number): string => text.slice(startOf(index), endOf(index))
  // Between the two characters of a line break is still the end of its line.
  const columnIn = (index: number, offset: number): number => Math.min(offset, endOf(index)) - startOf(index) + 1
  return {
    indexOf,
    startOf,
    lineAt,
    rangeOf(span) {
      // What is missing at the very end of the text has no character of its own.
      const [start, end] = [Math.min(span.start, text.length), Math.min(span.end, text.length)]
      const [first, last] = [indexOf(start), indexOf(end)]
      return { line: first + 1, column: columnIn(first, start), endLine: last + 1, endColumn: columnIn(last, end) }
    },
  }
}

/** Where each line begins, and where it ends before its break; the last one has none. */
function breaksOf(text: string): { starts: number[]; ends: number[] } {
  const starts = [0]
  const ends: number[] = []
  for (const { index, 0: found } of text.matchAll(/\r\n|\n|\r/g)) {
    ends.push(index)
    starts.push(index + found.length)
  }
  return { starts, ends }
}
