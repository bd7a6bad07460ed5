import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { policies } from '../policies/index.ts'
import { sheets } from '../policies/sheets.ts'
import { assess } from '../src/assess.ts'
import { checkService } from '../src/check.ts'
import { type Draft, serviceOf, withAnswer } from '../src/draft/draft.ts'
import { writeService } from '../src/draft/write.ts'
import { valueAt } from '../src/facts.ts'
import { oneLine } from '../src/reporters/one-line.ts'
import { fileColumn, type LedgerMapping, type LedgerRow, ledgerRow } from '../src/sheets/ledger.ts'
import { type Table, tableIn } from '../src/sheets/table.ts'
import { parseSource } from '../src/source/document.ts'
import type { Arguments } from './arguments.ts'
import { readDay, today } from './day.ts'
import { repository, shownPath } from './files.ts'
import { readMapping } from './import/mapping.ts'
import { findDepartment } from './new/fill.ts'
import { writeNew } from './new/store.ts'
import { readSheets } from './sheets.ts'
import { UsageError } from './usage.ts'

type Placed = { file: string; text: string; line: number; open: number }

/** Makes service files of a ledger that people keep; status 1 where a row could not be placed. */
export async function run({ paths: [ledger = ''], values }: Arguments): Promise<number> {
  if (values.mapping === undefined)
    throw new UsageError('--mapping に、表の列と記入欄の対応を書いたファイルを指定してください。')
  const day = values['as-of'] === undefined ? today() : readDay('--as-of', values['as-of'])
  const mapping = readMapping(values.mapping)
  const folder = values['out-dir'] ?? shownPath(join(repository(), 'services'))
  const { rows, others } = await ledgerTable(ledger, mapping)
  const placed: Placed[] = []
  const problems: string[] = []
  for (const row of rows) {
    const read = ledgerRow(row, mapping, sheets, (written) => findDepartment(written, day))
    const found = placeOf(read, folder, placed)
    if ('problems' in found)
      problems.push(...found.problems.map((problem) => `${ledger} の${row.line}行目: ${oneLine(problem)}`))
    else placed.push(found)
  }
  writeAll(placed)
  for (const { file, open } of placed)
    process.stdout.write(`${file}${open === 0 ? '' : `（validate で直すところ${open}件）`}\n`)
  problems.push(...others.map((other) => wordLeft(ledger, other)))
  if (problems.length > 0) process.stderr.write(`${problems.join('\n')}\n`)
  const left = rows.length - placed.length
  process.stderr.write(
    `${rows.length}行のうち${placed.length}行をファイルにしました${left === 0 ? '' : `。残りの${left}行は書いていません`}。\n`,
  )
  return left === 0 ? 0 : 1
}

/** What has no place in the mapping is lost unless somebody looks. */
const wordLeft = (ledger: string, { heading, lines }: Table<string>['others'][number]): string =>
  `${ledger} の「${oneLine(heading)}」の列は対応表にないため、取り込んでいません（値のある行: ${lines.join('、')}）。`

async function ledgerTable(file: string, mapping: LedgerMapping): Promise<Table<string>> {
  const { sheet, files } = mapping
  const headings: Record<string, string> = {
    ...mapping.columns,
    ...(files?.heading === undefined ? {} : { [fileColumn]: files.heading }),
  }
  const columns = Object.fromEntries(Object.entries(headings).map(([field, heading]) => [field, [heading]]))
  const grids = (await readSheets(file)).filter(({ name }) => sheet === undefined || name === sheet)
  const [table] = grids.flatMap((grid) => tableIn<string>(grid, columns, 'service.name') ?? [])
  if (table === undefined)
    throw new UsageError(
      `${file} に「${headings['service.name']}」の列のある${sheet === undefined ? '' : `シート「${sheet}」の`}表がありません。`,
    )
  const absent = Object.entries(headings).filter(([field]) => !table.columns.includes(field))
  if (absent.length > 0)
    throw new UsageError(`${file} に${absent.map(([, heading]) => `「${heading}」`).join('')}の列がありません。`)
  return table
}

/** The file of a row, or why it has none; a row that is not clear in every cell is not written at all. */
function placeOf(row: LedgerRow, folder: string, placed: readonly Placed[]): Placed | { problems: string[] } {
  const problems = [...row.problems]
  const draft = permitted(row.draft)
  const isApplied = problems.length === 0 && assess(draft, policies).outcome === 'application'
  if (isApplied && valueAt(draft, '/application/permittedBefore/date') === undefined)
    problems.push('利用申請の要る利用ですが、許可された日がありません。')
  const file = join(folder, row.department, `${row.id}.yml`)
  const twin = placed.find((other) => other.file === file)
  if (problems.length === 0 && twin !== undefined) problems.push(`${file} は${twin.line}行目と同じ名前です。`)
  if (problems.length === 0 && existsSync(file)) problems.push(`${file} はすでにあるため、書きません。`)
  if (problems.length > 0) return { problems }
  const text = writeService(serviceOf(draft, sheets), sheets)
  const { diagnostics } = checkService(parseSource(file, text), policies)
  return { file, text, line: row.line, open: diagnostics.filter(({ verdict }) => verdict === 'violation').length }
}

/** What was permitted before came once as a new application. */
const permitted = (draft: Draft): Draft =>
  valueAt(draft, '/application') === undefined || valueAt(draft, '/application/type') !== undefined
    ? draft
    : withAnswer(draft, '/application/type', 'new')

/** All of them, or none. */
function writeAll(placed: readonly Placed[]): void {
  const written: string[] = []
  try {
    for (const { file, text } of placed) {
      writeNew(file, text)
      written.push(file)
    }
  } catch (error) {
    for (const file of written) rmSync(file, { force: true })
    throw error
  }
}
