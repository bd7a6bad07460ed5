import type { Node } from '../source/tree.ts'

/** A part of a text, and what stands there instead. */
export type Splice = { start: number; end: number; text: string }

export const spliced = (text: string, { start, end, text: by }: Splice): string =>
  text.slice(0, start) + by + text.slice(end)

/** Lines one below the other at a column; the first goes on where the text stands. */
export const joinedLines = ([first = '', ...rest]: readonly string[], column: number, lineBreak: string): string =>
  [first, ...rest.map((line) => (line === '' ? '' : ' '.repeat(column) + line))].join(lineBreak)

/** How the lines of a text end. */
export const breakOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'

export function lineStart(text: string, at: number): number {
  let start = at
  while (start > 0 && !isBreak(text, start - 1)) start -= 1
  return start
}

export function lineEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && !isBreak(text, end)) end += 1
  return end
}

/** Where the next line begins; the same place at the end of the text. */
export const afterBreak = (text: string, end: number): number =>
  text.startsWith('\r\n', end) ? end + 2 : end + Number(end < text.length && isBreak(text, end))

const beforeBreak = (text: string, start: number): number =>
  text.startsWith('\r\n', start - 2) ? start - 2 : start - Number(start > 0 && isBreak(text, start - 1))

const isBreak = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r'

export const columnOf = (text: string, at: number): number => at - lineStart(text, at)

/** Whether nothing but space stands before it on its line. */
export const beginsLine = (text: string, at: number): boolean => text.slice(lineStart(text, at), at).trim() === ''

/** A whole line, with the break that ends it, or the one before it where it is the last. */
export function wholeLines(text: string, start: number, end: number): Splice {
  const [first, next] = [lineStart(text, start), afterBreak(text, end)]
  return next > end ? { start: first, end: next, text: '' } : { start: beforeBreak(text, first), end, text: '' }
}

/** The end of what a node says. A block of text may say something by the blank lines behind it. */
export function contentEnd(text: string, node: Node): number {
  const { start, end } = lastLeaf(node)
  const header = /^[|>][-+0-9]*/.exec(text.slice(start, start + 4))?.[0]
  if (header === undefined) return Math.max(end, node.end)
  const blank = /(?:\r\n|\n|\r(?!\n))([ ]*)(?=[\r\n]|$)/y
  let last = lineEnd(text, end)
  let saysMore = header.includes('+')
  while (last < text.length) {
    blank.lastIndex = last
    const found = blank.exec(text)
    if (found === null) break
    // The break that ends the text stays behind what is put in here.
    if (blank.lastIndex === text.length && found[1] === '') break
    saysMore ||= found[1] !== ''
    last = blank.lastIndex
  }
  return saysMore ? last : node.end
}

function lastLeaf(node: Node): Node {
  const children = node.entries === null ? (node.items ?? []) : [...node.entries.values()].map((entry) => entry.node)
  const last = children.at(-1)
  return last === undefined ? node : lastLeaf(last)
}

/** The end of the lines of an entry or item at a column: with the comment behind it, and those that stand deeper. */
export function blockEnd(text: string, node: Node, column: number): number {
  let end = lineEnd(text, contentEnd(text, node))
  for (;;) {
    const next = afterBreak(text, end)
    const indent = /^([ \t]*)#/.exec(text.slice(next, lineEnd(text, next)))?.[1]
    if (next === end || indent === undefined || indent.length <= column) return end
    end = lineEnd(text, next)
  }
}
