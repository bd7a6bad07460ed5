import { csvOf } from '../../scripts/csv.ts'
import { workbookOf } from '../../scripts/workbook.ts'
import { registerTable } from '../../src/exporters/register-csv.ts'
import { registerSheets } from '../../src/exporters/register-xlsx.ts'
import { sheetOf, tableOf } from '../../src/exporters/sheet.ts'
import { publicColumns } from '../../src/publication.ts'
import { inOrder } from '../pages/register.tsx'
import type { Site } from '../site.ts'

/** The register to take away, and its rows for whoever takes only some. */
export async function registerData(site: Site): Promise<Record<string, string | Uint8Array>> {
  const [head = [], ...rows] = tableFor(site)
  return {
    'register.csv': csvOf([head, ...rows]),
    'register.xlsx': await workbookOf(sheetsFor(site)),
    'register-rows.js': `globalThis.shinsaRows=${JSON.stringify({ head, rows })}\n`,
  }
}

const tableFor = (site: Site): string[][] =>
  site.edition === 'public' ? tableOf(publicColumns, values(site)) : registerTable(registerOf(site))

const sheetsFor = (site: Site) =>
  site.edition === 'public' ? [sheetOf('利用', publicColumns, values(site), 1)] : registerSheets(registerOf(site))

const registerOf = (site: Site) => ({ asOf: site.asOf, at: null, rows: inOrder(site).map(({ row }) => row) })
const values = (site: Site): unknown[] => inOrder(site).map(({ source }) => source.value)
