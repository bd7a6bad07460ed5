import readExcelFile from 'read-excel-file/browser'
import writeExcelFile from 'write-excel-file/browser'
import type { Sheet } from '../../src/exporters/sheet.ts'
import { workbookParts } from '../../src/exporters/workbook.ts'
import type { Grid, GridCell } from '../../src/sheets/grid.ts'

/** Sheets of Excel, read and written: loaded when somebody wants one. */
export type Workbooks = { write(sheets: readonly Sheet[]): Promise<Blob>; read(file: Blob): Promise<Grid[]> }

const workbooks: Workbooks = {
  write(sheets) {
    const parts = workbookParts(sheets)
    return writeExcelFile(parts.sheets, parts.options).toBlob()
  },
  read: async (file) =>
    (await readExcelFile(file, { trim: false })).map(({ sheet, data }) => ({
      name: sheet,
      cells: data.map((row) => row.map(cellOf)),
      merges: [],
    })),
}

/** The library has days as midnight in UTC. */
function cellOf(cell: unknown): GridCell {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : { day: cell.toISOString().slice(0, 10) }
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null
}

// To the page it is a name, for a classic script exports nothing.
Object.assign(globalThis, { shinsaWorkbooks: workbooks })
