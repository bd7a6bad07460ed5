import { policies } from '../../policies/index.ts'
import { criteria } from '../../policies/tables.ts'
import { assess } from '../../src/assess.ts'
import { entriesAt } from '../../src/form/entries.ts'
import { oneLine } from '../../src/reporters/one-line.ts'
import {
  type Criterion,
  type CriterionAnswer,
  type CriterionNumber,
  criteriaColumns,
} from '../../src/sheets/criteria.ts'
import { type CriterionChange, compareCriteria, lacksUnder } from '../../src/sheets/criteria-changes.ts'
import { criteriaIn } from '../../src/sheets/criteria-read.ts'
import { type Table, tableIn } from '../../src/sheets/table.ts'
import type { Arguments } from '../arguments.ts'
import { replaceText } from '../record/store.ts'
import { readSheets } from '../sheets.ts'
import { readSources } from '../sources.ts'
import { UsageError } from '../usage.ts'
import { agreed } from './agreed.ts'
import { changedText, openTable } from './table-file.ts'

/** Brings 別表 as people keep it in a sheet into the repository, after a look at what changes. */
export async function run({ paths: [sheet = ''], switches }: Arguments): Promise<number> {
  const table = openTable()
  const { rows, problems, signs } = criteriaIn(await criteriaTable(sheet))
  if (problems.length > 0) throw new UsageError(problems.map((problem) => oneLine(`${sheet} の${problem}`)).join('\n'))
  const { changes, refusals, kept } = compareCriteria(table.rows, rows)
  const read = [...signs].map(([sign, level]) => `「${sign}」を「${criteria.levels[level]}」`)
  if (read.length > 0) process.stderr.write(`${read.join('、')}と読みました。\n`)
  if (kept.length > 0) process.stderr.write(`表にない条件付きの行（No.${kept.join('、')}）は、そのまま残します。\n`)
  process.stdout.write(changes.map((change) => wordChange(change)).join(''))
  if (refusals.length > 0) {
    process.stderr.write(`${refusals.join('\n')}\n直してから、もう一度実行してください。何も書いていません。\n`)
    return 1
  }
  if (changes.length === 0) {
    process.stdout.write(`${table.file} と同じため、変えるところはありません。\n`)
    return 0
  }
  process.stdout.write(lackingServices(changes))
  if (!(await agreed(switches, `${table.file} を書き換えますか。`))) return 2
  replaceText(table.file, table.text, changedText(table, changes))
  process.stdout.write(
    `${table.file} を書き換えました。次に npm run generate を実行してください。出所を示す status、note、certainty は変えていないため、必要なら手で直してください。\n`,
  )
  return 0
}

async function criteriaTable(file: string): Promise<Table<keyof typeof criteriaColumns>> {
  const grids = await readSheets(file)
  const tables = grids.flatMap((grid) => tableIn<keyof typeof criteriaColumns>(grid, criteriaColumns, 'number') ?? [])
  const table = tables.find(({ columns }) => columns.length > 1)
  if (table !== undefined) return table
  throw new UsageError(`${file} に「No.」か「番号」の列のある表がありません。`)
}

function wordChange(change: CriterionChange): string {
  const { number } = change
  if (change.kind === 'added')
    return `＋ No.${number} ${change.row.title}（${criteria.levels[change.row.level]}）: ${oneLine(change.row.requirement)}\n`
  if (change.kind === 'removed') return `－ No.${number} ${change.row.title}（${criteria.levels[change.row.level]}）\n`
  const { field, before, after } = change
  return `　 No.${number} ${criteriaColumns[field][0]}: ${wordField(before)} → ${wordField(after)}\n`
}

const wordField = (value: unknown): string =>
  typeof value === 'string' && value in criteria.levels
    ? criteria.levels[value as Criterion['level']]
    : `「${oneLine([value].flat().join('、'))}」`

/** Who was judged by the table so far, and what they lack under the new one. */
function lackingServices(changes: readonly CriterionChange[]): string {
  const lines: string[] = []
  for (const { file, value, readable } of readSources([]).sources) {
    if (!readable) continue
    const { required = [], judged = [] } = assess(value, policies).criteria ?? {}
    const asked: CriterionNumber[] = [...required, ...judged]
    const lacks = lacksUnder(changes, asked, entriesAt(value, '/criteria') as unknown as CriterionAnswer[])
    if (lacks.length > 0) lines.push(`　 ${file}: ${lacks.join('、')}\n`)
  }
  return lines.length === 0 ? '' : `この別表にすると、次の利用に足りないものがあります。\n${lines.join('')}`
}
