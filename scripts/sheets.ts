import { readFileSync, statSync } from 'node:fs'
import type { Grid, GridCell } from '../src/sheets/grid.ts'
import { reasonOf } from './files.ts'
import { eraStyles, firstDayOf, withEras } from './sheets/eras.ts'
import { isTooWide, mergesIn, sheetTexts } from './sheets/merges.ts'
import type { Parts } from './sheets/tags.ts'
import { contentOf, entriesOf } from './sheets/zip.ts'
import { UsageError } from './usage.ts'

const megabyte = 1024 * 1024
const sizeLimit = 50 * megabyte
const unpackedLimit = 50 * megabyte

/** The sheets of an xlsx, or the one of a csv; throws a UsageError of one sentence for anything else. */
export async function readSheets(file: string): Promise<Grid[]> {
  const bytes = bytesOf(file)
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return workbookIn(bytes, file)
  if (bytes.subarray(0, 8).equals(oldSignature)) throw new UsageError(oldFormat(file, bytes))
  if (!/\.csv$/i.test(file))
    throw new UsageError(
      `${file} はExcelブック（.xlsx）ではないため、読めません。Excelで .xlsx として保存してください。`,
    )
  const { parse } = await import('csv-parse/sync')
  return [{ name: 'csv', cells: rowsOf(csvText(bytes, file), file, parse), merges: [] }]
}

function bytesOf(file: string): Buffer {
  try {
    const status = statSync(file)
    if (!status.isFile()) throw new UsageError(`${file} はファイルではないため、読めません。`)
    if (status.size > sizeLimit) throw new UsageError(`${file} は50MBを超えるため、読みません。`)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${file} を開けません: ${reasonOf(error)}。`)
  }
}

/** OLE: workbooks before 2007, and those that a password protects. */
const oldSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const oldFormat = (file: string, bytes: Buffer): string =>
  bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? `${file} はパスワードで暗号化されているため、読めません。パスワードを外して保存し直してください。`
    : `${file} は古い形式（.xls）のため、読めません。Excelで .xlsx として保存し直してください。`

async function workbookIn(bytes: Buffer, file: string): Promise<Grid[]> {
  const parts = partsOf(bytes, file)
  const texts = sheetTexts(parts)
  if (texts.size === 0)
    throw new UsageError(
      `${file} はExcelブック（.xlsx）ではないため、読めません。Excelで .xlsx として保存してください。`,
    )
  if ([...texts.values()].some(isTooWide))
    throw new UsageError(`${file} は表の範囲が広すぎるため、読めません。離れたところにあるセルを消してください。`)
  const { default: readExcelFile } = await import('read-excel-file/node')
  try {
    const sheets = await readExcelFile(bytes, { trim: false })
    const [eras, firstDay] = [eraStyles(parts), firstDayOf(parts)]
    return sheets.map(({ sheet, data }) => {
      const text = texts.get(sheet) ?? ''
      const cells = data.map((row) => row.map(cellOf))
      return { name: sheet, cells: withEras(cells, text, eras, firstDay), merges: mergesIn(text) }
    })
  } catch {
    throw new UsageError(`${file} は壊れているため、読めません。Excelで開いて保存し直してください。`)
  }
}

/** Everything that is read is unpacked here first, within what the directory promises. */
function partsOf(bytes: Buffer, file: string): Parts {
  const entries = entriesOf(bytes)
  if (entries === null)
    throw new UsageError(`${file} は壊れているため、読めません。Excelで開いて保存し直してください。`)
  if (entries.some(({ isEncrypted }) => isEncrypted))
    throw new UsageError(`${file} は暗号化されているため、読めません。パスワードを外して保存し直してください。`)
  if (entries.reduce((sum, { size }) => sum + size, 0) > unpackedLimit)
    throw new UsageError(`${file} は展開すると50MBを超えるため、読みません。`)
  return new Map(
    entries.map((entry) => {
      const content = contentOf(bytes, entry)
      if (content === null)
        throw new UsageError(`${file} は壊れているため、読めません。Excelで開いて保存し直してください。`)
      return [entry.name, /\.(xml|rels)$/.test(entry.name) ? content.toString('utf8') : '']
    }),
  )
}

function cellOf(cell: unknown): GridCell {
  // The library has days as midnight in UTC.
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : { day: cell.toISOString().slice(0, 10) }
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null
}

/** UTF-8, or the Shift_JIS of Windows. */
function csvText(bytes: Buffer, file: string): string {
  for (const encoding of ['utf-8', 'shift_jis'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {
      // The next one may read it.
    }
  throw new UsageError(`${file} の文字を読めません。UTF-8かShift_JISのcsvとして保存し直してください。`)
}

type Parse = typeof import('csv-parse/sync').parse
type CsvError = import('csv-parse/sync').CsvError

function rowsOf(text: string, file: string, parse: Parse): string[][] {
  try {
    return parse(text, { relax_column_count: true, max_record_size: megabyte }) as string[][]
  } catch (error) {
    // A quote that is left open is noticed at the end only.
    const { lines } = error as CsvError
    throw new UsageError(
      `${file} は${lines}行目でcsvとして読めなくなります。そこまでの引用符（"）の組を確かめてください。`,
    )
  }
}
