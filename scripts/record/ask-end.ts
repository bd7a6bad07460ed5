import { choicesOf } from '../../src/draft/answer.ts'
import { fields } from '../../src/generated/fields.ts'
import type { Pointer } from '../../src/pointer.ts'
import { askDay, askOne, askShort } from '../ask-text.ts'
import { type EndAnswers, type EndScope, endFields, saysData } from './termination-answers.ts'
import { problemAt } from './values.ts'

const required: readonly Pointer[] = ['/termination/date', '/termination/reason']
const nothing = '（なければ何も書かずにEnter）'

/** Asks what the end of this use has to say, in the order of the form. */
export async function askEnd(given: EndAnswers, scope: EndScope, day: string): Promise<EndAnswers> {
  const { intro } = await import('@clack/prompts')
  intro('外部サービスの利用の終了')
  let answers = given
  for (const field of endFields) {
    if (answers[field] !== undefined || !isAsked(field, answers, scope)) continue
    answers = { ...answers, [field]: await askField(field, answers, scope, day) }
  }
  return answers
}

/** Some questions follow from what has been answered. */
function isAsked(field: Pointer, answers: EndAnswers, { isImportant }: EndScope): boolean {
  if (field === '/termination/successor') return answers['/termination/reason'] === 'switched'
  if (field === '/termination/data/certificate') return isImportant
  if (field === '/termination/data/certificateDue')
    return isImportant && answers['/termination/data/certificate'] === undefined
  return true
}

async function askField(field: Pointer, answers: EndAnswers, { needsData }: EndScope, day: string): Promise<unknown> {
  const { title = field, type = '', term } = fields[field] ?? {}
  const choices = choicesOf({ type, ...(term === undefined ? {} : { term }) })
  if (choices.length > 0) {
    const left = required.includes(field) ? [] : ['書かない']
    return choices[await askOne(title, [...choices.map(({ label }) => label), ...left])]?.value
  }
  const isNote = field === '/termination/data/note'
  const isRequired = required.includes(field) || (isNote && needsData && !saysData(answers))
  const message = isRequired ? title : `${title}${nothing}`
  if (type === 'date') return askDay(message, problemAt(field, isRequired), required.includes(field) ? day : '')
  const typed = await askShort(
    `${message}${isNote ? '［保存していなければ「保存なし」］' : ''}`,
    problemAt(field, isRequired),
  )
  return typed === '' ? undefined : typed
}
