import stringWidth from 'string-width'
import type { Cell as WrittenCell } from 'write-excel-file/universal'
import { printable } from './printable.ts'
import { type Cell, type Sheet, serialOf } from './sheet.ts'

/** What a writer of xlsx takes: sheets across, the head row frozen, repeated on paper and with filters. */
export const workbookParts = (sheets: readonly Sheet[]) => ({
  sheets: sheets.map(({ name, headings, rows, widths, frozenColumns }) => ({
    sheet: name,
    data: [headings.map(headCell), ...rows.map((row) => tall(row.map(cellOf), heightOf(row, widths)))],
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape' as const,
    stickyRowsCount: 1,
    stickyColumnsCount: frozenColumns,
  })),
  options: { fontFamily: 'Yu Gothic', fontSize: 10, features: [printable(sheets)] },
})

const border = { borderStyle: 'thin', borderColor: '#BFC5CC' } as const

const headCell = (heading: string): WrittenCell => ({
  ...border,
  value: heading,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E8ECF1',
  alignVertical: 'center',
  wrap: true,
})

/** Every text is of the format "text", so that it stays one when somebody edits it: nothing here is a formula. */
function cellOf(cell: Cell): StyledCell {
  const shared = { ...border, alignVertical: 'top' as const }
  if (cell === null) return { ...shared, type: String, format: '@', wrap: true }
  if (typeof cell === 'number') return { ...shared, value: cell, type: Number }
  if (typeof cell === 'string') return { ...shared, value: cell, type: String, format: '@', wrap: true }
  const serial = serialOf(cell.day)
  if (serial === null) return cellOf(cell.day)
  return { ...shared, value: serial, type: Number, format: 'yyyy-mm-dd', align: 'left' }
}
type StyledCell = Exclude<WrittenCell, null | undefined>

const lineHeight = 16.5
/** No row is higher, whatever stands in it. */
const highest = 400

/** Programs that do not measure texts would show the first line of each cell only. */
function heightOf(row: readonly Cell[], widths: readonly number[]): number {
  const lines = row.map((cell, column) => (typeof cell === 'string' ? linesIn(cell, widths[column]!) : 1))
  return Math.min(Math.max(...lines, 1) * lineHeight + 2, highest)
}
const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(stringWidth(line) / (width - 1))), 0)

const tall = ([first, ...rest]: StyledCell[], height: number): WrittenCell[] =>
  first === undefined ? [] : [{ ...first, height } as WrittenCell, ...rest]
