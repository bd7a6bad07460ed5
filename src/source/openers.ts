import type { Lines } from './lines.ts'

export type Opener = { offset: number; mark: string }
type Open = { column: number; mark: string }

/** So that a long line costs no more than a short one. */
const lineLength = 2000
const closers: Record<string, string> = { ']': '[', '}': '{' }

/** The quote or bracket that is still open at the line: the last one above it that nothing closes. */
export function openerBefore(lines: Lines, last: number): Opener | null {
  let closed = 0
  for (let line = last; line >= 0; line--) {
    const { open, excess } = openersOf(lines.lineAt(line).slice(0, lineLength))
    const candidate = open[open.length - 1 - closed]
    if (candidate !== undefined) return { offset: lines.startOf(line) + candidate.column, mark: candidate.mark }
    closed += excess - open.length
    if (closed < 0) closed = 0
  }
  return null
}

/** What a line opens and leaves open, and how many brackets of earlier lines it closes. Only the start of a value opens. */
function openersOf(line: string): { open: Open[]; excess: number } {
  const open: Open[] = []
  let excess = 0
  let isStart = true
  for (let column = 0; column < line.length; column++) {
    const mark = line.charAt(column)
    const next = line.charAt(column + 1)
    if (mark === '#' && /^\s?$/.test(line.charAt(column - 1))) break
    if (isStart && (mark === '"' || mark === "'")) {
      const end = endOfQuote(line, column)
      if (end === -1) return { open: [...open, { column, mark }], excess }
      column = end
      isStart = false
    } else if (isStart && (mark === '[' || mark === '{')) open.push({ column, mark })
    else if (mark in closers) {
      if (open.at(-1)?.mark === closers[mark]) open.pop()
      else if (open.length === 0) excess++
    } else if (mark !== ' ') isStart = (':-?'.includes(mark) && next === ' ') || (mark === ',' && open.length > 0)
  }
  return { open, excess }
}

function endOfQuote(line: string, start: number): number {
  const quote = line.charAt(start)
  for (let column = start + 1; column < line.length; column++) {
    if (quote === '"' && line.charAt(column) === '\\') column++
    else if (line.charAt(column) === quote) {
      if (quote === '"' || line.charAt(column + 1) !== quote) return column
      column++
    }
  }
  return -1
}
