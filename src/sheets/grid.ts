/** A cell as a sheet has it; a formula is what it came to when the sheet was saved. */
export type GridCell = string | number | boolean | { day: string } | null
/** Cells that the sheet shows as one: from a row and column (counted from 0) to the last of them. */
export type Merge = { top: number; left: number; bottom: number; right: number }
export type Grid = { name: string; cells: readonly (readonly GridCell[])[]; merges: readonly Merge[] }

/** What nobody sees, what reorders what people see, and what is no character: a file takes none of it. */
const unseen =
  /(?!\n)\p{Cc}|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** What stands in a cell, its line breaks kept. */
export function wordOf(cell: GridCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return cell.day
  if (typeof cell === 'boolean') return cell ? 'はい' : 'いいえ'
  return String(cell)
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(unseen, '')
    .replaceAll(/[^\S\n]+\n/g, '\n')
    .trim()
}

/** The same word for all that differs in width and space only: 「Ｎｏ．」 is 「No.」. */
export const plain = (word: string): string => word.normalize('NFKC').replaceAll(/\s/g, '')

/** The words of a grid; what is merged downwards stands in each of its rows. */
export function wordsOf({ cells, merges }: Grid): string[][] {
  const words = cells.map((row) => row.map(wordOf))
  for (const { top, left, bottom } of merges) {
    const word = words[top]?.[left] ?? ''
    for (const row of words.slice(top + 1, bottom + 1)) if ((row[left] ?? '') === '') row[left] = word
  }
  return words
}
