import { certificates, criteria } from '../../policies/tables.ts'
import { criteriaSheets } from '../../src/exporters/criteria-xlsx.ts'
import { valueAt } from '../../src/facts.ts'
import type { Criterion } from '../../src/sheets/criteria.ts'
import type { Arguments } from '../arguments.ts'
import { openUse, type Use } from '../record/record.ts'
import { tellUnreadable } from '../record/tell.ts'
import { UsageError } from '../usage.ts'
import { writeWhole } from '../whole.ts'
import { answersOf, askedOf } from './answers.ts'

/** The sheet for a provider: all of 別表, or what a use has to answer. */
export async function run({ paths: [path], values: { out } }: Arguments): Promise<number> {
  if (out === undefined)
    throw new UsageError('xlsx は画面に出せません。--out 別表.xlsx のように、書くファイルを指定してください。')
  const use = path === undefined ? null : openUse(path)
  if (use !== null && !use.source.readable) return tellUnreadable(use, 'terminal')
  const { workbookOf } = await import('../workbook.ts')
  const { levels, status } = criteria
  const sheets = criteriaSheets({
    ...{ levels, status, rows: rowsFor(use) },
    service: use && { name: textAt(use, '/service/name'), provider: textAt(use, '/service/provider/name') },
    answers: use === null ? [] : answersOf(use),
    certificates: certificates.rows,
  })
  writeWhole(out, await workbookOf(sheets))
  process.stdout.write(`${out} に別表を書きました。\n`)
  return 0
}

function rowsFor(use: Use | null): Criterion[] {
  if (use === null) return [...criteria.rows]
  const asked = askedOf(use)
  return criteria.rows.filter(({ number }) => asked.includes(number))
}

const textAt = ({ source }: Use, place: string): string => String(valueAt(source.value, place) ?? '')
