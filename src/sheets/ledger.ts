import { parseAnswer } from '../draft/answer.ts'
import { type Draft, type Sheets, withAnswer } from '../draft/draft.ts'
import { pointerOfFlag } from '../draft/places.ts'
import { labelOf } from '../fields.ts'
import { plain } from './grid.ts'
import type { TableRow } from './table.ts'

/** How a ledger that people keep becomes service files: fields by their names with dots, as the sheet calls them. */
export type LedgerMapping = {
  /** The sheet, where there are several. */
  sheet?: string
  /** The heading of the column that each field is in. */
  columns: Readonly<Record<string, string>>
  /** Fields that are the same for every row. */
  fixed?: Readonly<Record<string, string>>
  /** What words of the sheet mean, field by field. */
  values?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The names of the files: from a column, or by the name of the service. */
  files?: { heading?: string; names?: Readonly<Record<string, string>> }
}

/** The column of file names, among those of fields. */
export const fileColumn = 'file'
/** What nobody but those who know the use may state. */
export const neverGuessed = 'information.kinds'
const departmentField = 'department.name'

export type LedgerRow = { line: number; draft: Draft; department: string; id: string; problems: string[] }

/** What a row says, and what of it has no place; 重要情報 is taken from its cell, and from nowhere else. */
export function ledgerRow(
  { line, words }: TableRow<string>,
  mapping: LedgerMapping,
  sheets: Sheets,
  departmentOf: (written: string) => { slug: string; name: string } | undefined,
): LedgerRow {
  const row: LedgerRow = { line, draft: {}, department: '', id: idOf(words, mapping), problems: [] }
  for (const [field, written] of statementsOf(words, mapping)) {
    const department = field === departmentField ? departmentOf(written) : undefined
    if (field === departmentField && department === undefined) {
      row.problems.push(`課「${written}」が見つからないか、1つに決まりません。`)
      continue
    }
    const pointer = pointerOfFlag(field)
    const answer = parseAnswer(pointer, department?.name ?? written, sheets)
    if ('problem' in answer) row.problems.push(`「${labelOf(pointer)}」: ${answer.problem}`)
    else row.draft = withAnswer(row.draft, pointer, answer.value)
    row.department = department?.slug ?? row.department
  }
  if ((words['service.name'] ?? '') === '') row.problems.push('サービス名が空です。')
  if ((words[neverGuessed] ?? '') === '')
    row.problems.push('重要情報の種類が空です。なければ「なし」と書いてください（推測はしません）。')
  if ((words[departmentField] ?? mapping.fixed?.[departmentField] ?? '') === '') row.problems.push('課が空です。')
  if (row.id === '') row.problems.push('ファイルの名前が決まりません。対応表の files に名前を書いてください。')
  return row
}

/** Fixed statements first, then those of the row; an empty cell states nothing. */
function statementsOf(words: TableRow<string>['words'], { columns, fixed = {}, values = {} }: LedgerMapping) {
  const stated = Object.keys(columns).flatMap((field) => {
    const word = words[field] ?? ''
    return word === '' ? [] : [[field, meaningOf(word, values[field])] as const]
  })
  return [...Object.entries(fixed), ...stated]
}

const meaningOf = (word: string, meanings: Readonly<Record<string, string>> = {}): string =>
  Object.entries(meanings).find(([written]) => plain(written) === plain(word))?.[1] ?? word

/** The name of the file: as somebody gave it, else what is written in letters and digits alone. */
function idOf(words: TableRow<string>['words'], { files = {} }: LedgerMapping): string {
  const name = words['service.name'] ?? ''
  const given = words[fileColumn] || meaningOf(name, files.names)
  return [given, words['application.permittedBefore.number'] ?? ''].map(slugOf).find((slug) => slug !== '') ?? ''
}

const slugOf = (word: string): string => {
  const written = word.normalize('NFKC').trim().toLowerCase()
  return /^[\x20-\x7e]*$/.test(written) ? written.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') : ''
}
