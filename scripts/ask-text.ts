import { policies } from '../policies/index.ts'
import { sheets } from '../policies/sheets.ts'
import { type Choice, choicesOf, parseAnswer } from '../src/draft/answer.ts'
import { fieldOf, titleOf } from '../src/draft/places.ts'
import type { Question } from '../src/draft/questions.ts'
import { parseJapaneseDate, wareki, weekday } from '../src/wareki.ts'
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
  const { text } = await import('@clack/prompts')
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
  if (field?.type === 'date') await tellDay(String(value))
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

/** A short text; `problem` says what is wrong with it, and `initial` stands there already. */
export async function askShort(
  message: string,
  problem: (typed: string) => string | undefined,
  initial = '',
): Promise<string> {
  const { text } = await import('@clack/prompts')
  const typed = stopped(await text({ message, initialValue: initial, validate: (typed = '') => problem(typed.trim()) }))
  return (typed ?? '').trim()
}

/** A day, in whatever calendar it is typed; undefined where nothing is. */
export async function askDay(
  message: string,
  problem: (typed: string) => string | undefined,
  initial = '',
): Promise<string | undefined> {
  const day = parseJapaneseDate(await askShort(message, problem, initial))
  if (day === null) return undefined
  await tellDay(day)
  return day
}

async function tellDay(day: string): Promise<void> {
  const { log } = await import('@clack/prompts')
  log.info(`${day}（${wareki(day)}・${weekday(day)}）として記録します。`)
}

/** The place of the answer that was chosen; the one at `initial` is marked at first. */
export async function askOne(message: string, answers: readonly string[], initial = 0): Promise<number> {
  const { select } = await import('@clack/prompts')
  const options = answers.map((label, index) => ({ value: String(index), label }))
  return Number(
    stopped(
      await select({
        message: `${message}（↑↓で選び、Enterで決めます）`,
        options,
        initialValue: String(initial),
        showInstructions: false,
      }),
    ),
  )
}

export async function askYes(message: string): Promise<boolean> {
  return (await askOne(message, ['はい', 'いいえ'])) === 0
}

function stopped<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (typeof answer === 'symbol') throw new Interrupted('質問をやめました。')
  return answer as Exclude<Answer, symbol>
}
