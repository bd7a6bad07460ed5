import { policies } from '../policies/index.ts'
import { sheets } from '../policies/sheets.ts'
import { type Choice, choicesOf, parseAnswer } from '../src/draft/answer.ts'
import { fieldOf, titleOf } from '../src/draft/places.ts'
import type { Question } from '../src/draft/questions.ts'
import { wareki, weekday } from '../src/wareki.ts'
import { askFact, Interrupted } from './ask.ts'

/** Asks a question of an application; undefined leaves it open, which only an expected one allows. */
export async function askQuestion(question: Question): Promise<unknown> {
  const { pointer } = question
  const field = fieldOf(pointer)
  if (field === undefined) throw new Error(`${pointer} is no field`)
  if (pointer in policies.questions) return askFact(pointer)
  if (field.type === 'array') return question.need === 'required' ? askFact(pointer) : askSome(question)
  const choices = choicesOf(field)
  return choices.length > 0 ? askChoice(question, choices) : askText(question)
}

const optional = '（なければ何も書かずにEnter）'

async function askText({ pointer, need }: Question): Promise<unknown> {
  const field = fieldOf(pointer)
  const { text, log } = await import('@clack/prompts')
  const example = field?.examples?.[0]
  const written = stopped(
    await text({
      message: `${titleOf(pointer, sheets)}${need === 'required' ? '' : optional}`,
      ...(example === undefined ? {} : { placeholder: `例 ${String(example)}` }),
      validate: (typed = '') => problemOf(pointer, typed.trim(), need),
    }),
  )
  const typed = (written ?? '').trim()
  if (typed === '') return undefined
  const answer = parseAnswer(pointer, typed, sheets)
  const value = 'value' in answer ? answer.value : undefined
  if (field?.type === 'date')
    log.info(`${String(value)}（${wareki(String(value))}・${weekday(String(value))}）として記録します。`)
  return value
}

function problemOf(pointer: string, typed: string, need: Question['need']): string | undefined {
  if (typed === '') return need === 'required' ? `${fieldOf(pointer)?.title}を書いてください。` : undefined
  const answer = parseAnswer(pointer, typed, sheets)
  return 'problem' in answer ? answer.problem : undefined
}

async function askChoice({ pointer, need }: Question, choices: readonly Choice[]): Promise<unknown> {
  const left = need === 'required' ? [] : ['書かない']
  const place = await askOne(titleOf(pointer, sheets), [...choices.map(({ label }) => label), ...left])
  return choices[place]?.value
}

async function askSome({ pointer }: Question): Promise<unknown> {
  const given = await askFact(pointer)
  return Array.isArray(given) && given.length === 0 ? undefined : given
}

/** A short text; `problem` says what is wrong with it. */
export async function askShort(message: string, problem: (typed: string) => string | undefined): Promise<string> {
  const { text } = await import('@clack/prompts')
  const typed = stopped(await text({ message, validate: (typed = '') => problem(typed.trim()) }))
  return typed.trim()
}

/** The place of the answer that was chosen. */
export async function askOne(message: string, answers: readonly string[]): Promise<number> {
  const { select } = await import('@clack/prompts')
  const options = answers.map((label, index) => ({ value: String(index), label }))
  return Number(
    stopped(await select({ message: `${message}（↑↓で選び、Enterで決めます）`, options, showInstructions: false })),
  )
}

export async function askYes(message: string): Promise<boolean> {
  return (await askOne(message, ['はい', 'いいえ'])) === 0
}

function stopped<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (typeof answer === 'symbol') throw new Interrupted('質問をやめました。')
  return answer as Exclude<Answer, symbol>
}
