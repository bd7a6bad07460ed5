import { choicesOf } from '../../src/draft/answer.ts'
import { fields } from '../../src/generated/fields.ts'
import type { Pointer } from '../../src/pointer.ts'
import {
  type EndAnswers,
  type EndScope,
  endFields,
  isAskedAtEnd,
  requiredEnd,
  saysData,
} from '../../src/record/termination.ts'
import { askDay, askOne, askShort } from '../ask-text.ts'
import { problemAt } from './values.ts'

const nothing = '（なければ何も書かずにEnter）'

/** Asks what the end of this use has to say, in the order of the form. */
export async function askEnd(given: EndAnswers, scope: EndScope, day: string): Promise<EndAnswers> {
  const { intro } = await import('@clack/prompts')
  intro('外部サービスの利用の終了')
  let answers = given
  for (const field of endFields) {
    if (answers[field] !== undefined || !isAskedAtEnd(field, answers, scope)) continue
    answers = { ...answers, [field]: await askField(field, answers, scope, day) }
  }
  return answers
}

async function askField(field: Pointer, answers: EndAnswers, { needsData }: EndScope, day: string): Promise<unknown> {
  const { title = field, type = '', term } = fields[field] ?? {}
  const choices = choicesOf({ type, ...(term === undefined ? {} : { term }) })
  if (choices.length > 0) {
    const left = requiredEnd.includes(field) ? [] : ['書かない']
    return choices[await askOne(title, [...choices.map(({ label }) => label), ...left])]?.value
  }
  const isNote = field === '/termination/data/note'
  const isRequired = requiredEnd.includes(field) || (isNote && needsData && !saysData(answers))
  const message = isRequired ? title : `${title}${nothing}`
  if (type === 'date') return askDay(message, problemAt(field, isRequired), requiredEnd.includes(field) ? day : '')
  const typed = await askShort(
    `${message}${isNote ? '［保存していなければ「保存なし」］' : ''}`,
    problemAt(field, isRequired),
  )
  return typed === '' ? undefined : typed
}
