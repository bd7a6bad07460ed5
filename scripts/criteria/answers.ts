import { policies } from '../../policies/index.ts'
import { criteria } from '../../policies/tables.ts'
import { assess } from '../../src/assess.ts'
import { valueLabel } from '../../src/fields.ts'
import { entriesAt } from '../../src/form/entries.ts'
import { oneLine } from '../../src/reporters/one-line.ts'
import { type AnswerChange, answersIn, changesBetween, withAnswers } from '../../src/sheets/answers.ts'
import { answerColumns, type CriterionAnswer, type CriterionNumber } from '../../src/sheets/criteria.ts'
import { type Table, tableIn } from '../../src/sheets/table.ts'
import type { Arguments } from '../arguments.ts'
import { openUse, record, type Use } from '../record/record.ts'
import { tell, tellUnreadable } from '../record/tell.ts'
import { readValue } from '../record/values.ts'
import { readSheets } from '../sheets.ts'
import { UsageError } from '../usage.ts'
import { agreed } from './agreed.ts'

const numbers = criteria.rows.map(({ number }) => number)
/** That a service falls short is an answer like any other: the rules say so afterwards. */
const mayBring = ['criteria-complete', 'required-criteria', 'judged-criteria', 'terms-guarantee', 'evidence-valid'].map(
  (id) => `07-selection/${id}`,
)

/** Takes the answers of a provider back from the sheet into the file of the use. */
export async function run({ paths: [path = '', sheet = ''], switches }: Arguments): Promise<number> {
  const use = openUse(path)
  if (!use.source.readable) return tellUnreadable(use, 'terminal')
  askedOf(use)
  const table = await answerTable(sheet)
  const { answers, problems, left } = answersIn(table, numbers, (field, word) =>
    readValue(`/criteria/*/${field}`, word),
  )
  if (problems.length > 0) throw new UsageError(problems.map((problem) => oneLine(`${sheet} の${problem}`)).join('\n'))
  const before = answersOf(use)
  const after = withAnswers(before, answers, numbers)
  const changes = changesBetween(before, after)
  if (left.length > 0) process.stderr.write(`回答のない行（No.${left.join('、')}）は、そのままにします。\n`)
  if (changes.length === 0) {
    process.stdout.write(`${use.file} の答えと同じため、変えるところはありません。\n`)
    return 0
  }
  process.stdout.write(changes.map(wordChange).join(''))
  if (!(await agreed(switches, `${use.file} に書きますか。`))) return 2
  const recorded = record(use, '/criteria', after, mayBring)
  const status = await tell(recorded, { format: 'terminal', about: `別表の確認結果（${changes.length}か所）` })
  const open = recorded.withheld.filter(({ verdict }) => verdict !== 'advice')
  if (status === 0 && open.length > 0)
    process.stderr.write(
      `この答えについて、直すところか判断するところが${open.length}件あります。validate ${use.file} で見られます。\n`,
    )
  return status
}

/** The rows that a use has to answer; throws a UsageError where it has none. */
export function askedOf({ file, source }: Use): CriterionNumber[] {
  const { required = [], judged = [] } = assess(source.value, policies).criteria ?? {}
  const asked: CriterionNumber[] = [...required, ...judged]
  if (asked.length === 0) throw new UsageError(`${file} の利用は、別表の確認を求められていません。`)
  return asked
}

export const answersOf = ({ source }: Use): CriterionAnswer[] =>
  entriesAt(source.value, '/criteria') as unknown as CriterionAnswer[]

async function answerTable(file: string): Promise<Table<keyof typeof answerColumns>> {
  const grids = await readSheets(file)
  const tables = grids.flatMap((grid) => tableIn<keyof typeof answerColumns>(grid, answerColumns, 'number') ?? [])
  const table = tables.find(({ columns }) => columns.includes('result'))
  if (table !== undefined) return table
  throw new UsageError(
    `${file} に「${answerColumns.number[0]}」と「${answerColumns.result[0]}」の列のある表がありません。`,
  )
}

function wordChange({ number, field, before, after }: AnswerChange): string {
  const row = criteria.rows.find((one) => one.number === number)
  const word = (value: unknown): string =>
    value === undefined ? '（なし）' : `「${oneLine(valueLabel(`/criteria/0/${field}`, value))}」`
  return `No.${number} ${row?.title ?? ''} ${answerColumns[field][0]}: ${word(before)} → ${word(after)}\n`
}
