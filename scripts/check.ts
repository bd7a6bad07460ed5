import { form4, form5, form6, form7 } from '../policies/tables.ts'
import { type Checklist, checkOf, lastCheck } from '../src/record/check.ts'
import type { Arguments } from './arguments.ts'
import { canAsk } from './ask.ts'
import { readDay, today } from './day.ts'
import { withFormAnswers } from './form/sheet.ts'
import { checkAnswers, missingIn, readAnswer } from './record/check-answers.ts'
import { nextPlace, openUse, record } from './record/record.ts'
import { tell, tellMissing, tellUnreadable } from './record/tell.ts'
import { refuseAhead, wordDay } from './record/values.ts'
import { UsageError } from './usage.ts'

const checklists: readonly Checklist[] = [form4, form5, form6, form7]

/** Records a check by one of 様式4 to 様式7: asked item by item on a terminal, answered by options elsewhere. */
export async function run(written: Arguments): Promise<number> {
  const [name = '', path = ''] = written.paths
  const table = checklistNamed(name)
  const args = await withFormAnswers(written, `様式${table.form}`, (place, word) => readAnswer(place, word, table))
  const { format } = args.values
  const day = args.values['as-of'] === undefined ? today() : readDay('--as-of', args.values['as-of'])
  const given = checkAnswers(args, table)
  refuseAhead('/checks/*/date', given.date ?? day, day)
  const use = openUse(path)
  if (!use.source.readable) return tellUnreadable(use, format)

  const asks = missingIn(given, table).length > 0 && format !== 'json' && canAsk()
  const answers = asks
    ? await (await import('./record/ask-check.ts')).askCheck(given, table, lastCheck(use.source.value, table.form), day)
    : given
  const missing = missingIn(answers, table)
  if (missing.length > 0) return tellMissing(missing, format, everyItem)

  const check = checkOf(answers, table, day)
  const recorded = record(use, nextPlace(use, 'checks'), check, whileUsed)
  const about = `様式${table.form}の点検（${wordDay(answers.date ?? day)}）`
  const status = await tell(recorded, { format, about })
  const left = recorded.withheld.some(({ rule }) => whileUsed.includes(rule))
  if (status === 0 && left) process.stderr.write(`${recorded.file} は、まだ利用が続いています。${next}\n`)
  return status
}

/** 様式6 comes first, and the end right after it: between the two the file is not yet as it should be. */
const whileUsed = ['12-disposal/with-termination']
const next = '続けて terminate で終了を記録するか、重要情報を扱わなくなるなら更改の内容に直してください。'
const everyItem = '  --all yes なら、答えていないすべての項目に同じ答えを書きます。\n'

/** `5`, `様式5` or `form5`. */
function checklistNamed(name: string): Checklist {
  const number = /^(?:様式|form-?)?([4-7])$/i.exec(name.normalize('NFKC'))?.[1]
  const table = checklists.find(({ form }) => String(form) === number)
  if (table !== undefined) return table
  const known = checklists.map(({ form, title }) => `${form}（${title.replace(/に係る.*(（.*）)$/, '$1')}）`).join('、')
  throw new UsageError(`「${name}」は点検の様式ではありません。使えるのは ${known} です。`)
}
