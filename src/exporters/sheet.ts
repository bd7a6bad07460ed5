import { daysBetween, isDay } from '../calendar.ts'
import { oneLine } from '../reporters/one-line.ts'
import { wareki } from '../wareki.ts'

/** What a sheet shows of each row: a text, a number, or a day with the 和暦 in a column of its own. */
export type Column<Row> = {
  heading: string
  width: number
  kind: 'text' | 'number' | 'day'
  of(row: Row): string | number | null
}
export type Cell = string | number | { day: string } | null
export type Sheet = {
  name: string
  widths: number[]
  frozenColumns: number
  headings: string[]
  rows: Cell[][]
  /** The words that a cell is to have one of, as a list to choose from. */
  choices?: readonly { row: number; column: number; words: readonly string[] }[]
}

export const text = <Row>(heading: string, width: number, of: (row: Row) => string | null): Column<Row> => ({
  heading,
  width,
  kind: 'text',
  of,
})
export const number = <Row>(heading: string, of: (row: Row) => number | null): Column<Row> => ({
  heading,
  width: heading.length * 2 + 2,
  kind: 'number',
  of,
})
export const day = <Row>(heading: string, of: (row: Row) => string | null): Column<Row> => ({
  heading,
  width: Math.max(12, heading.length * 2 + 2),
  kind: 'day',
  of,
})
const warekiWidth = 18

export const headingsOf = <Row>(columns: readonly Column<Row>[]): string[] =>
  columns.flatMap(({ heading, kind }) => (kind === 'day' ? [heading, `${heading}（和暦）`] : [heading]))

export const cellsOf = <Row>(columns: readonly Column<Row>[], row: Row): Cell[] =>
  columns.flatMap(({ kind, of }): Cell[] => {
    const value = of(row)
    if (kind !== 'day') return [typeof value === 'string' ? fitting(value) || null : value]
    if (typeof value !== 'string') return [null, null]
    return isDay(value) ? [{ day: value }, wareki(value)] : [fitting(value), null]
  })

export const sheetOf = <Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  frozenColumns = 0,
): Sheet => ({
  name,
  frozenColumns,
  widths: columns.flatMap(({ kind, width }) => (kind === 'day' ? [width, warekiWidth] : [width])),
  headings: headingsOf(columns),
  rows: rows.map((row) => cellsOf(columns, row)),
})

/** The rows of a file of values, the headings first; days as 2026-12-01. */
export const tableOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[][] => [
  headingsOf(columns),
  ...rows.map((row) =>
    cellsOf(columns, row).map((cell) => {
      if (cell === null) return ''
      return typeof cell === 'object' ? cell.day : String(cell)
    }),
  ),
]

/** A cell holds at most 32,767 units. */
const longest = 32_000
const shortened = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`
const fitting = (written: string): string => shortened(oneLine(written))

/** The same, its lines one below the other. */
export const fittingLines = (written: string): string =>
  shortened(
    written
      .split(/\r\n|[\r\n]/)
      .map(oneLine)
      .join('\n')
      .trim(),
  )

const firstDay = '1899-12-30'
/** Before it, sheets count a leap day that never was. */
const firstSound = '1900-03-01'

/** The number by which sheets know a day; null for days that they do not know. */
export const serialOf = (on: string): number | null => (on < firstSound ? null : daysBetween(firstDay, on))
