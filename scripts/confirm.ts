import { choicesOf } from '../src/draft/answer.ts'
import { fields } from '../src/generated/fields.ts'
import type { Arguments } from './arguments.ts'
import { canAsk } from './ask.ts'
import { askOne } from './ask-text.ts'
import { readDay, today } from './day.ts'
import { nextPlace, openUse, record } from './record/record.ts'
import { tell, tellMissing, tellUnreadable } from './record/tell.ts'
import { missingAnswer, readValues, refuseAhead, wordDay } from './record/values.ts'

const statusField = '/confirmations/*/status'
const choices = choicesOf(fields[statusField] ?? { type: '' })

/** Records that somebody has looked whether the use goes on. */
export async function run({ paths: [path = ''], values }: Arguments): Promise<number> {
  const { format } = values
  const asOf = values['as-of'] === undefined ? today() : readDay('--as-of', values['as-of'])
  const given = (['status', 'date'] as const).flatMap((name) =>
    values[name] === undefined
      ? []
      : [{ name: `--${name}`, key: name, field: `/confirmations/*/${name}`, written: values[name] }],
  )
  const read = readValues(given)
  const answers = Object.fromEntries(given.map(({ key }, index) => [key, read[index]]))
  const date = String(answers.date ?? asOf)
  refuseAhead('/confirmations/*/date', date, asOf)
  const use = openUse(path)
  if (!use.source.readable) return tellUnreadable(use, format)

  const status = answers.status ?? (format !== 'json' && canAsk() ? await askStatus() : undefined)
  if (status === undefined) return tellMissing([missingAnswer('status', statusField)], format)
  const about = `利用状況の確認（${choices.find(({ value }) => value === status)?.label}、${wordDay(date)}）`
  return tell(record(use, nextPlace(use, 'confirmations'), { date, status }), { format, about })
}

const askStatus = async (): Promise<unknown> =>
  choices[
    await askOne(
      '利用状況',
      choices.map(({ label }) => label),
    )
  ]?.value
