import { questions } from '../policies/questions.ts'
import { assessAnswers } from '../src/assess.ts'
import { withFact } from '../src/facts.ts'
import { fieldAt, valueLabel } from '../src/fields.ts'
import { domains } from '../src/generated/domains.ts'
import type { Field } from '../src/generated/fields.ts'
import { keysOf, type Pointer } from '../src/pointer.ts'
import type { Policies } from '../src/rule.ts'
import { checkSchema } from '../src/schema.ts'
import { idsOf, type Term } from '../src/vocabulary.ts'
import { parseJapaneseDate } from '../src/wareki.ts'
import { Interrupted } from './usage.ts'

export { Interrupted }

/** Whether questions can be asked here: keys come from a terminal, and the questions show on one. */
export const canAsk = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true

/** Asks what can still change the answer, one fact after the other, and nothing else; what was answered is returned. */
export async function askFacts(policies: Policies): Promise<object> {
  let answers: object = {}
  for (;;) {
    const { missing: [next] = [] } = assessAnswers(answers, policies)
    if (next === undefined) return answers
    answers = withFact(answers, next, await askFact(next))
  }
}

/** Asks for one field in the words of the forms; undefined is "not stated", [] "none of these". */
export async function askFact(pointer: Pointer): Promise<unknown> {
  const field = fieldAt(pointer)
  if (field === undefined) throw new Error(`${pointer} is no field`)
  if (field.type === 'array') return askSeveral(pointer, field)
  if (field.type === 'boolean' || field.term !== undefined) return askOne(pointer, field)
  return askText(pointer, field)
}

/** The question of the fact; any other field is asked for by its title. */
const questionOf = (pointer: Pointer, { title, description }: Field): string =>
  questions[pointer] ?? `${title}を教えてください（${description.replace(/。$/, '')}）。`

type Choice = { value: string; label: string }
// The prompts compare values, and know no null: a choice goes by its place.
const choicesOf = (pointer: Pointer, values: readonly unknown[]): Choice[] =>
  values.map((value, index) => ({
    value: String(index),
    label: value === undefined ? '書かない' : valueLabel(pointer, value),
  }))

async function askOne(pointer: Pointer, field: Field): Promise<unknown> {
  const stated: readonly unknown[] = field.type === 'boolean' ? [true, false] : idsOf(field.term as Term)
  const mayBeLeftOut = field.required !== true && !(pointer in questions) && !stated.includes(null)
  const values = mayBeLeftOut ? [...stated, undefined] : stated
  const { select } = await import('@clack/prompts')
  const initial = domains[pointer]?.includes(null) === true ? values.indexOf(null) : 0
  const answer = await select({
    message: `${questionOf(pointer, field)}（↑↓で選び、Enterで決めます）`,
    options: choicesOf(pointer, values),
    initialValue: String(initial),
    showInstructions: false,
  })
  return values[Number(answered(answer))]
}

async function askSeveral(pointer: Pointer, field: Field): Promise<unknown> {
  const values = idsOf(field.term as Term)
  const { multiselect, log } = await import('@clack/prompts')
  for (;;) {
    const answer = await multiselect({
      message: `${questionOf(pointer, field)}（↑↓で動き、スペースで選び、Enterで決めます。いくつでも選べます）`,
      options: choicesOf(`${pointer}/0`, values),
      required: false,
      showInstructions: false,
    })
    const given = answered(answer).map((index) => values[Number(index)])
    if (given.length === 0 && field.required !== true) return undefined
    if (given.length > 0 || refusalOf(pointer, given) === undefined) return given
    log.warn('1つ以上選んでください。')
  }
}

async function askText(pointer: Pointer, field: Field): Promise<unknown> {
  const { text } = await import('@clack/prompts')
  const example = field.examples?.[0]
  const answer = await text({
    message: `${questionOf(pointer, field)}${field.required === true ? '' : '（なければ何も書かずにEnterを押します）'}`,
    ...(example === undefined ? {} : { placeholder: `例 ${String(example)}` }),
    validate: (written = '') => {
      const value = parseAnswer(written, field)
      if (value !== undefined) return refusalOf(pointer, value)
      return field.required === true ? `${field.title}を書いてください。` : undefined
    },
  })
  return parseAnswer(answered(answer) ?? '', field)
}

/** What people type, as a file has it: full-width digits, slashes and 和暦 are no fault. */
export function parseAnswer(written: string, { type }: Pick<Field, 'type'>): unknown {
  const trimmed = written.trim()
  if (trimmed === '') return undefined
  const folded = trimmed.normalize('NFKC')
  if (type === 'integer') return /^[\d,]+$/.test(folded) ? Number(folded.replaceAll(',', '')) : trimmed
  return type === 'date' ? (parseJapaneseDate(folded) ?? trimmed) : trimmed
}

/** What the schema says against a value in this place, whatever else is still missing; remedies speak of YAML. */
export function refusalOf(pointer: Pointer, value: unknown): string | undefined {
  const file = keysOf(pointer).reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)
  const refusal = checkSchema(file).find(({ of }) => of === pointer || of.startsWith(`${pointer}/`))
  const example = fieldAt(pointer)?.examples?.[0]
  return refusal && `${refusal.message}${example === undefined ? '' : `例 ${String(example)}`}`
}

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (typeof answer === 'symbol') throw new Interrupted('質問をやめました。')
  return answer as Exclude<Answer, symbol>
}
