import { findElement, getCellAddress, replaceElement, sanitizeAttributeValue } from 'write-excel-file/utility'
import type { Sheet } from './sheet.ts'

/** What the library leaves out: filters, lists to choose from, headings that repeat, and how wide a page is. */
export const printable = (sheets: readonly Sheet[]) => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) =>
          completed(xml, sheets[sheetIndex]!),
      },
      'xl/workbook.xml': { transform: (xml: string) => withNames(xml, sheets) },
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
    const joined = words.join(',')
    // Excel takes no longer list than this, and parts it at every comma.
    if (joined.length > 255 || words.some((word) => word.includes(','))) continue
    const list = sanitizeAttributeValue(`"${joined}"`)
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
