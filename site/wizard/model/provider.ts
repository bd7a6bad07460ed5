import { sheets } from '../../../policies/sheets.ts'
import { certificates, criteria } from '../../../policies/tables.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { blockOf } from '../../../src/draft/draft.ts'
import { criteriaSheets } from '../../../src/exporters/criteria-xlsx.ts'
import type { Sheet } from '../../../src/exporters/sheet.ts'
import { keysOf, type Pointer } from '../../../src/pointer.ts'
import { readValue } from '../../../src/record/values.ts'
import { answersIn } from '../../../src/sheets/answers.ts'
import { answerColumns, answerFields, type CriterionAnswer } from '../../../src/sheets/criteria.ts'
import type { Grid } from '../../../src/sheets/grid.ts'
import { tableIn } from '../../../src/sheets/table.ts'
import { answered, touchedAt, type Work } from './work.ts'

/** The sheet for a provider: the rows that this use has to answer, with the answers so far. */
export function providerSheets({ draft }: Work, rows: readonly Pointer[]): Sheet[] {
  const numbers = rows.map((row) => keysOf(row)[1])
  const text = (pointer: Pointer): string => String(answerAt(draft, pointer) ?? '')
  return criteriaSheets({
    rows: criteria.rows.filter(({ number }) => numbers.includes(String(number))),
    levels: criteria.levels,
    status: criteria.status,
    certificates: certificates.rows,
    service: { name: text('/service/name'), provider: text('/service/provider/name') },
    answers: (blockOf('criteria', draft.criteria, sheets) ?? []) as CriterionAnswer[],
  })
}

/** `problems`: sentences on what stands in the sheet and cannot be taken. */
export type Taken = { work: Work; rows: number; problems: readonly string[] }

/** The answers of a provider, taken into the work; what cannot be read is left as it is there. */
export function takeAnswers(work: Work, grids: readonly Grid[]): Taken {
  const tables = grids.flatMap((grid) => tableIn<keyof typeof answerColumns>(grid, answerColumns, 'number') ?? [])
  const table = tables.find(({ columns }) => columns.includes('result'))
  if (table === undefined)
    return {
      work,
      rows: 0,
      problems: [`「${answerColumns.number[0]}」と「${answerColumns.result[0]}」の列のある表がありません。`],
    }
  const { answers, problems } = answersIn(
    table,
    criteria.rows.map(({ number }) => number),
    (field, word) => readValue(`/criteria/*/${field}`, word, sheets),
  )
  const taken = answers.reduce((now, answer) => {
    const row = `/criteria/${answer.number}`
    const filled = answerFields.filter((field) => answer[field] !== undefined)
    const next = filled.reduce((one, field) => answered(one, `${row}/${field}`, answer[field]), now)
    return touchedAt(next, row)
  }, work)
  return { work: taken, rows: answers.length, problems }
}
