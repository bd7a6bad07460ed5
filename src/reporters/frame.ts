import stringWidth from 'string-width'
import type { Range } from '../diagnostic.ts'
import { hasUnseen, visible } from './visible.ts'

/** A line of the source and the mark under it, both behind the same margin. */
export type Frame = { number: string; source: string; indent: string; marks: string }
/** What stands in one place of the screen, and where it begins in the source. */
type Cell = { text: string; width: number; from: number }
type Window = { cells: Cell[]; at: number; first: number; last: number }

const graphemes = new Intl.Segmenter('ja')
const cut = '...'
const narrowest = 24
const widest = 400
const widestGrapheme = 8

/** The first line of the range, underlined in columns of the screen: a Japanese letter takes two. */
export function frame({ line, column, endLine, endColumn }: Range, source: string, width: number): Frame {
  const number = String(line)
  const room = between(narrowest, width - number.length - ' | '.length, widest)
  const start = between(0, column - 1, source.length)
  const end = endLine > line ? source.length : between(0, endColumn - 1, source.length)

  // A line may be as long as a file: only what can reach the screen is measured.
  const from = between(0, start - room, source.length)
  const to = between(0, start + room, source.length)
  const cells = [...cellsOf(source.slice(from, to), from), { text: '', width: 1, from: to }]
  const at = cells.findLastIndex((cell) => cell.from <= start)
  const fits = from === 0 && to === source.length && widthOf(cells.slice(0, -1)) <= room
  const { first, last } = fits
    ? { first: 0, last: cells.length - 1 }
    : windowAround({ cells, at, first: at, last: at }, room - 2 * cut.length)

  const before = first > 0 || from > 0 ? cut : ''
  const after = last < cells.length - 2 || to < source.length ? cut : ''
  const marked = cells.slice(at, last + 1).filter((cell, index) => index === 0 || (cell.text !== '' && cell.from < end))
  return {
    number,
    source: before + textOf(cells.slice(first, last + 1)) + after,
    indent: ' '.repeat(before.length + widthOf(cells.slice(first, at))),
    marks: '^'.repeat(between(1, widthOf(marked), room)),
  }
}

/** A third of the room for what stands before the mark, the rest for what follows, and what is left over for before. */
function windowAround(window: Window, room: number): Window {
  const before = extend(window, room / 3, 'first')
  const after = extend(before, room, 'last')
  return extend(after, room, 'first')
}

function extend(window: Window, room: number, side: 'first' | 'last'): Window {
  const step = side === 'first' ? -1 : 1
  let reached = window[side]
  let used = widthOf(window.cells.slice(window.first, window.last + 1))
  for (;;) {
    const next = window.cells[reached + step]
    if (next === undefined || used + next.width > room) return { ...window, [side]: reached }
    used += next.width
    reached += step
  }
}

function cellsOf(text: string, offset: number): Cell[] {
  return Array.from(graphemes.segment(text)).flatMap(({ segment, index }) => {
    const width = widthOfSegment(segment)
    const whole = !hasUnseen(segment) && width <= widestGrapheme
    return whole ? [{ text: segment, width, from: offset + index }] : cellsOfCharacters(segment, offset + index)
  })
}

/** Nearly every letter is of one of two kinds, for which looking is a hundred times as fast as measuring. */
export function widthOfSegment(segment: string): number {
  if (/^[\u0020-\u007e]$/.test(segment)) return 1
  if (/^[\u3001-\u301f\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uff01-\uff5e]$/.test(segment)) return 2
  return stringWidth(segment)
}

function cellsOfCharacters(segment: string, offset: number): Cell[] {
  let from = offset
  return [...segment].map((character) => {
    const text = visible(character)
    const cell = { text, width: stringWidth(text), from }
    from += character.length
    return cell
  })
}

const widthOf = (cells: Cell[]): number => cells.reduce((sum, { width }) => sum + width, 0)
const textOf = (cells: Cell[]): string => cells.map(({ text }) => text).join('')

function between(least: number, value: number, most: number): number {
  if (value < least) return least
  if (value > most) return most
  return value
}
