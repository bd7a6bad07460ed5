import type { Answer } from '../../src/draft/answer.ts'
import { isMapping, type Mapping } from '../../src/draft/mapping.ts'
import { type CheckAnswers, type Checklist, needsNote } from '../../src/record/check.ts'
import type { Arguments } from '../arguments.ts'
import { wordAll } from '../meant.ts'
import type { Missing } from '../new/report.ts'
import { UsageError } from '../usage.ts'
import { missingAnswer, readAnswers, readValue, readValues } from './values.ts'

export const itemField = (name: string): string => `/checks/*/items/*/${name}`
const heads = ['date', 'by', 'confirmed'] as const
const parts = ['result', 'evidence', 'note'] as const

const itemName = /^(f\d-\d{2})(?:\.(\w+))?$/

/** What options and a file answer: an option wins over the file, the file over `--all`. */
export function checkAnswers({ values, given }: Arguments, table: Checklist): CheckAnswers {
  const filed = values.from === undefined ? [] : filedAnswers(readAnswers(values.from), values.from, table)
  const named = given.flatMap(([name, written]) => optionAnswers(name, written, table))
  const written = values.all
  const every = written === undefined ? [] : table.items.map(({ id }) => answerTo(id, '--all', 'result', written))

  const answers = [...every, ...filed, ...named]
  const read = readValues(answers)
  const heading: Record<string, unknown> = {}
  const items: Record<string, Record<string, unknown>> = Object.fromEntries(table.items.map(({ id }) => [id, {}]))
  for (const [index, { to, part }] of answers.entries()) {
    const holder = to === '' ? heading : (items[to] ?? {})
    holder[part] = read[index]
  }
  return { items, ...heading } as CheckAnswers
}

/** `to` is the item that it answers; what is no item's is the whole check's. */
type Given = { name: string; to: string; part: string; field: string; written: string }

const answerTo = (to: string, name: string, part: string, written: string): Given => ({
  ...{ name, to, part, written },
  field: to === '' ? `/checks/*/${part}` : itemField(part),
})

/** What somebody wrote into a place of the form; null where this form has no such place. */
export function readAnswer(name: string, word: string, table: Checklist): Answer | null {
  const [, id, part = 'result'] = itemName.exec(name) ?? []
  const isItem = table.items.some((item) => item.id === id)
  if (!isItem && !heads.some((head) => head === name)) return null
  return readValue(isItem ? itemField(part) : `/checks/*/${name}`, word)
}

function optionAnswers(name: string, written: string, table: Checklist): Given[] {
  if (heads.some((head) => head === name)) return [answerTo('', `--${name}`, name, written)]
  const [, id, part = 'result'] = itemName.exec(name) ?? []
  if (id === undefined) return []
  checkItem(`--${name}`, id, table)
  return [answerTo(id, `--${name}`, part, written)]
}

function checkItem(name: string, id: unknown, { form, items }: Checklist): void {
  if (items.some((item) => item.id === id)) return
  const range = `${items[0]?.id}から${items.at(-1)?.id}まで`
  throw new UsageError(`${name} は様式${form}の項目ではありません。様式${form}の項目は${range}です。`)
}

/** The file has the shape of the block that it becomes. */
function filedAnswers(value: Mapping, file: string, table: Checklist): Given[] {
  const { form, items = [], ...heading } = value
  if (form !== undefined && form !== table.form)
    throw new UsageError(`${file} は様式${String(form)}の答えのため、様式${table.form}の点検には使えません。`)
  if (!Array.isArray(items) || !items.every(isMapping))
    throw new UsageError(
      `${file} の items には「- { id: ${table.items[0]?.id}, result: 答え }」の形の一覧を書いてください。`,
    )
  return [
    ...filedValues(heading, file, '', heads),
    ...items.flatMap(({ id, ...answer }) => {
      checkItem(`${file} の「${String(id)}」`, id, table)
      return filedValues(answer, `${file} の ${String(id)}`, String(id), parts)
    }),
  ]
}

function filedValues(value: Mapping, name: string, to: string, known: readonly string[]): Given[] {
  return Object.entries(value).flatMap(([key, entry]) => {
    if (!known.includes(key)) throw new UsageError(`${name} に ${key} という項目はありません。${wordAll(known)}`)
    return entry === null ? [] : [answerTo(to, `${name} の ${key}`, key, String(entry))]
  })
}

/** The answers that only somebody who has checked can give. */
export function missingIn({ items, by }: CheckAnswers, table: Checklist): Missing[] {
  const asked = table.items.map(({ id, text }) => ({ id, text, answer: items[id] ?? {} }))
  return [
    ...asked
      .filter(({ answer }) => answer.result === undefined)
      .map(({ id, text }) => missingAnswer(id, itemField('result'), text)),
    ...asked
      .filter(({ answer }) => needsNote(answer) && answer.note === undefined)
      .map(({ id }) => missingAnswer(`${id}.note`, itemField('note'), `${id} の理由と今後の予定`)),
    ...(by === undefined ? [missingAnswer('by', '/checks/*/by', '点検者（職名）')] : []),
  ]
}
