import type { Feature, Cell as WrittenCell } from 'write-excel-file/universal'
import { findElement, getCellAddress, replaceElement, sanitizeAttributeValue } from 'write-excel-file/utility'
import { type Cell, type Sheet, serialOf } from './sheet.ts'

/** What a writer of xlsx takes: A4 across, the head row frozen, repeated on paper and with filters. */
export const workbookParts = (sheets: readonly Sheet[]) => ({
  sheets: sheets.map(({ name, headings, rows, widths, frozenColumns }) => ({
    sheet: name,
    data: [headings.map(headCell), ...rows.map((row) => row.map(cellOf))],
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape' as const,
    stickyRowsCount: 1,
    stickyColumnsCount: frozenColumns,
  })),
  options: { fontFamily: 'Yu Gothic', fontSize: 10, features: [printable(sheets)] },
})

const headCell = (heading: string): WrittenCell => ({
  value: heading,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E8ECF1',
  bottomBorderStyle: 'thin',
  alignVertical: 'center',
  wrap: true,
})

/** Every text is of the format "text", so that it stays one when somebody edits it: nothing here is a formula. */
function cellOf(cell: Cell): WrittenCell {
  if (cell === null) return null
  const shared = { alignVertical: 'top' as const }
  if (typeof cell === 'number') return { ...shared, value: cell, type: Number }
  if (typeof cell === 'string') return { ...shared, value: cell, type: String, format: '@', wrap: true }
  const serial = serialOf(cell.day)
  if (serial === null) return cellOf(cell.day)
  return { ...shared, value: serial, type: Number, format: 'yyyy-mm-dd', align: 'left' }
}

/** What the library leaves out: filters, headings that repeat, and a page that is as wide as the sheet. */
const printable = (sheets: readonly Sheet[]) => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) =>
          withFilter(xml, sheets[sheetIndex]!),
      },
      'xl/workbook.xml': { transform: (xml: string) => withNames(xml, sheets) },
    },
  },
})

function withFilter(xml: string, sheet: Sheet): string {
  const filter = `<autoFilter ref="${rangeOf(sheet, getCellAddress)}"/>`
  return xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<\/sheetData>|<sheetData\/>/, (end) => end + filter)
    .replace(
      /<pageSetup [^>]*\/>/,
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
        '<headerFooter><oddHeader>&amp;L&amp;A</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>',
    )
}

const absolute = (row: number, column: number): string =>
  getCellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')
const rangeOf = ({ headings, rows }: Sheet, address: (row: number, column: number) => string): string =>
  `${address(0, 0)}:${address(rows.length, headings.length - 1)}`

function withNames(xml: string, sheets: readonly Sheet[]): string {
  const names = sheets.flatMap((sheet, index) => {
    const quoted = sanitizeAttributeValue(`'${sheet.name}'!`)
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}${rangeOf(sheet, absolute)}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}$1:$1</definedName>`,
    ]
  })
  const element = findElement(xml, 'definedNames')
  if (element === undefined) throw new Error('xl/workbook.xml has no definedNames')
  return replaceElement(xml, element, `<definedNames>${names.join('')}</definedNames>`)
}
