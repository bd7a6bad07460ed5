import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import type { Assessment } from '../../src/assess.ts'
import { answerAt } from '../../src/draft/completion.ts'
import { type Draft, withAnswer } from '../../src/draft/draft.ts'
import { fieldOf } from '../../src/draft/places.ts'
import { nextQuestions, type Question } from '../../src/draft/questions.ts'
import { fillKnownService } from './fill.ts'
import { wordOutcome } from './report.ts'

/** Whoever answers: prompts on a terminal, or a list of answers in a test. */
export type Partner = {
  /** An answer; undefined leaves the question open, which only an expected one allows. */
  answer(question: Question): Promise<unknown>
  say(text: string): void
  /** Whether what is known of a service holds here. */
  agrees(notes: readonly string[]): Promise<boolean>
  /** The answers so far, after each of them. */
  remember(draft: Draft): void
  /** What a department is called, by what was typed. */
  department(written: string): string
}

/** Asks until this use has all that it needs, or is found to be prohibited. */
export async function converse(given: Draft, partner: Partner, earlier: Draft = {}): Promise<Draft> {
  let draft: Draft = { ...earlier, ...given }
  const left = new Set<string>()
  const name = '/service/name'
  if (answerAt(draft, name) === undefined) await ask({ pointer: name, need: 'required' })
  const known = fillKnownService(draft)
  if (known.notes.length > 0 && (await partner.agrees(known.notes))) draft = known.draft
  let outcome: Assessment['outcome'] = 'incomplete'
  for (;;) {
    const { assessment, questions } = nextQuestions(draft, policies, sheets)
    if (assessment.outcome !== outcome) partner.say(wordOutcome(assessment))
    outcome = assessment.outcome
    const open = questions.filter(({ pointer }) => !left.has(pointer))
    if (open.length === 0) return draft
    await askUntilTurn(open)
  }

  /** Goes on until an answer may have changed what is to be asked. */
  async function askUntilTurn(questions: readonly Question[]): Promise<void> {
    for (const question of questions) {
      await ask(question)
      if (isTurn(question, answerAt(draft, question.pointer))) return
    }
  }

  async function ask(question: Question): Promise<void> {
    const { pointer } = question
    const answer = await partner.answer(question)
    if (answer === undefined) left.add(pointer)
    else
      draft = withAnswer(draft, pointer, pointer === '/department/name' ? partner.department(String(answer)) : answer)
    partner.remember(draft)
  }
}

/** A choice may ask for more: that a row is met, or a risk accepted, never does. */
function isTurn({ pointer }: Question, answer: unknown): boolean {
  const field = fieldOf(pointer)
  if (answer === true || answer === 'met') return pointer in policies.questions
  return field?.type === 'enum' || field?.type === 'boolean' || field?.type === 'array' || field?.type === 'date'
}
