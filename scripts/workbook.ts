import writeExcelFile from 'write-excel-file/node'
import type { Sheet } from '../src/exporters/sheet.ts'
import { workbookParts } from '../src/exporters/workbook.ts'

/** The sheets as the bytes of an xlsx file. */
export function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const parts = workbookParts(sheets)
  return writeExcelFile(parts.sheets, parts.options).toBuffer()
}
