import stringWidth from 'string-width'
import writeExcelFile, { type Cell as WrittenCell } from 'write-excel-file/node'
import { findElement, getCellAddress, replaceElement, sanitizeAttributeValue } from 'write-excel-file/utility'
import { type Cell, type Sheet, serialOf } from '../src/exporters/sheet.ts'

type Features = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number]

/** The sheets as the bytes of an xlsx file: across, the head row frozen, repeated on paper and with filters. */
export const workbookOf = (sheets: readonly Sheet[]): Promise<Buffer> =>
  writeExcelFile(
    sheets.map(({ name, headings, rows, widths, frozenColumns }) => ({
      sheet: name,
      data: [headings.map(headCell), ...rows.map((row) => tall(row.map(cellOf), heightOf(row, widths)))],
      columns: widths.map((width) => ({ width })),
      orientation: 'landscape' as const,
      stickyRowsCount: 1,
      stickyColumnsCount: frozenColumns,
    })),
    { fontFamily: 'Yu Gothic', fontSize: 10, features: [printable(sheets)] },
  ).toBuffer()

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

/** What the library leaves out: filters, lists to choose from, headings that repeat, and how wide a page is. */
const printable = (sheets: readonly Sheet[]): Features => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _, { sheetIndex }) => completed(xml, sheets[sheetIndex]!),
      },
      'xl/workbook.xml': { transform: (xml) => withNames(xml, sheets) },
    },
  },
})

/** What is wider could not be read on one page: it takes several side by side, with the frozen columns on each. */
const widestPage = 360
const pagesAcross = ({ widths }: Sheet): number => Math.ceil(widths.reduce((sum, width) => sum + width, 0) / widestPage)

function completed(xml: string, sheet: Sheet): string {
  const filter = `<autoFilter ref="${rangeOf(sheet, getCellAddress)}"/>`
  return (
    xml
      .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
      // A row that somebody fills in grows with its text.
      .replaceAll(' customHeight="1"', '')
      .replace(/<\/sheetData>|<sheetData\/>/, (end) => end + filter + validations(sheet))
      .replace(
        /<pageSetup [^>]*\/>/,
        `<pageSetup paperSize="9" orientation="landscape" pageOrder="overThenDown" fitToWidth="${pagesAcross(sheet)}" fitToHeight="0"/>` +
          '<headerFooter><oddHeader>&amp;L&amp;A</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>',
      )
  )
}

/** Lists to choose from: a help, and no fence, for people write 〇 as well. */
function validations({ choices = [] }: Sheet): string {
  const places = new Map<string, string[]>()
  for (const { row, column, words } of choices) {
    const list = sanitizeAttributeValue(`"${words.join(',')}"`)
    // Excel takes no longer list than this, and parts it at every comma.
    if (list.length > 255 || words.some((word) => word.includes(','))) continue
    places.set(list, [...(places.get(list) ?? []), getCellAddress(row, column)])
  }
  if (places.size === 0) return ''
  const rules = [...places].map(
    ([list, cells]) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${cells.join(' ')}"><formula1>${list}</formula1></dataValidation>`,
  )
  return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}

const absolute = (row: number, column: number): string =>
  getCellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')
const rangeOf = ({ headings, rows }: Sheet, address: (row: number, column: number) => string): string =>
  `${address(0, 0)}:${address(rows.length, headings.length - 1)}`

function printTitles(sheet: Sheet, quoted: string): string {
  const rows = `${quoted}$1:$1`
  if (pagesAcross(sheet) === 1 || sheet.frozenColumns === 0) return rows
  const last = absolute(0, sheet.frozenColumns - 1).replace(/\d|\$(?=\d)/g, '')
  return `${quoted}$A:${last},${rows}`
}

function withNames(xml: string, sheets: readonly Sheet[]): string {
  const names = sheets.flatMap((sheet, index) => {
    const quoted = sanitizeAttributeValue(`'${sheet.name}'!`)
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}${rangeOf(sheet, absolute)}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${printTitles(sheet, quoted)}</definedName>`,
    ]
  })
  const element = findElement(xml, 'definedNames')
  if (element === undefined) throw new Error('xl/workbook.xml has no definedNames')
  return replaceElement(xml, element, `<definedNames>${names.join('')}</definedNames>`)
}
