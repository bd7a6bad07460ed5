import { choicesOf, parseAnswer } from '../draft/answer.ts'
import type { Sheets } from '../draft/draft.ts'
import { fieldOf } from '../draft/places.ts'
import type { Pointer } from '../pointer.ts'
import type { Submission } from './body.ts'
import { everyRisk, type FormField, noImportantInformation } from './form.ts'
import type { Problem } from './problem.ts'

export type Values = ReadonlyMap<Pointer, unknown>
export type ReadValues = { values: Values; problems: readonly Problem[] }

const entryBy = '/application/entry/by'
const entryHash = '/application/entry/sha256'

/** The answers as values of a service file. */
export function readValues({ form, answers }: Submission, sheets: Sheets): ReadValues {
  const values = new Map<Pointer, unknown>()
  const problems: Problem[] = []
  for (const field of form.fields) {
    const { id, label, pointer, isRequired } = field
    const answer = answers.get(id)
    if (answer === undefined && isRequired) problems.push({ label, text: '答えが空いています。' })
    if (answer === undefined || pointer === null) continue
    const read = readValue(field, pointer, answer, sheets)
    if ('problem' in read) problems.push({ label, text: read.problem })
    else values.set(pointer, read.value)
  }
  const labelOf = (pointer: Pointer): string | null =>
    form.fields.find((field) => field.pointer === pointer)?.label ?? null
  return settleEntry(values, problems, labelOf)
}

function readValue(
  field: FormField,
  pointer: Pointer,
  answer: string,
  sheets: Sheets,
): { value: unknown } | { problem: string } {
  if (pointer === everyRisk)
    return readChoice(
      field,
      answer,
      new Map([
        ['はい', true],
        ['いいえ', false],
      ]),
    )
  if (field.type === 'dropdown') {
    const choices = choicesOf(fieldOf(pointer) ?? { type: '' })
    return readChoice(field, answer, new Map(choices.map(({ label, value }) => [label, value])))
  }
  const written = pointer === entryHash ? answer.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase() : answer
  return parseAnswer(pointer, written, sheets)
}

/** Only what the form offers: a choice that somebody typed over may mean anything. */
function readChoice(
  { isMultiple }: FormField,
  answer: string,
  values: ReadonlyMap<string, unknown>,
): { value: unknown } | { problem: string } {
  const chosen = isMultiple ? answer.split(', ').map((one) => one.trim()) : [answer.trim()]
  const isNone = chosen.includes(noImportantInformation)
  if (isMultiple && isNone)
    return chosen.length === 1
      ? { value: [] }
      : { problem: `「${noImportantInformation}」は、ほかの種類と一緒には選べません。` }
  if (chosen.some((one) => !values.has(one)) || new Set(chosen).size < chosen.length)
    return { problem: `選択肢から選んでください（${[...values.keys()].join('、')}）。` }
  const found = chosen.map((one) => values.get(one))
  return { value: isMultiple ? found : found[0] }
}

/** Who enters what somebody else wrote on paper must say which paper; of an own application nothing is said. */
function settleEntry(
  values: Map<Pointer, unknown>,
  problems: Problem[],
  labelOf: (pointer: Pointer) => string | null,
): ReadValues {
  const isEntered = values.get(entryBy) === 'it-section'
  const isFaulty = problems.some(({ label }) => label === labelOf(entryHash))
  if (isEntered && !values.has(entryHash) && !isFaulty)
    problems.push({
      label: labelOf(entryHash),
      text: '代わりに入力するときは、受け取った申請書のファイルのSHA-256を書いてください。',
    })
  if (!isEntered && values.has(entryHash))
    problems.push({
      label: labelOf(entryBy),
      text: '申請書のSHA-256を書くのは代わりに入力するときだけなので、「情報政策課（代理登録）」を選ぶか、SHA-256を消してください。',
    })
  if (!isEntered) for (const pointer of [entryBy, entryHash]) values.delete(pointer)
  return { values, problems }
}
