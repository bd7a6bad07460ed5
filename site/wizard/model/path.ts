import { policies } from '../../../policies/index.ts'
import { sheets } from '../../../policies/sheets.ts'
import { assessAnswers } from '../../../src/assess.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { type Draft, serviceOf, withAnswer, withoutAnswer } from '../../../src/draft/draft.ts'
import type { Pointer } from '../../../src/pointer.ts'
import type { Found } from './judged.ts'
import type { Work } from './work.ts'

/**
 * The questions that decide, in the order of asking: those answered so far and the next one. An answer that no longer
 * matters is not asked for again.
 */
export function path(work: Work): Pointer[] {
  const asked: Pointer[] = []
  let known: Draft = withoutFacts(work.draft)
  for (;;) {
    const missing = assessAnswers(serviceOf(known, sheets), policies).missing ?? []
    const next = missing.find((fact) => !asked.includes(fact))
    if (next === undefined) return asked
    asked.push(next)
    const answer = answerAt(work.draft, next)
    if (answer !== undefined) known = withAnswer(known, next, answer)
    else if (!work.unsure.includes(next)) return asked
  }
}

/** The question whose answer, or a part of it, stands at a place. */
export const questionAt = (place: Pointer): Pointer | undefined =>
  Object.keys(policies.questions).find((fact) => `${place}/`.startsWith(`${fact}/`))

/** The questions to show: an answer at fault is there to be changed, also where it decides nothing any more. */
export function shownQuestions(work: Work, found: readonly Found[]): Pointer[] {
  const wrong = found.filter(({ verdict }) => verdict === 'violation').flatMap(({ place }) => questionAt(place) ?? [])
  return [...new Set([...path(work), ...wrong])]
}

const withoutFacts = (draft: Draft): Draft => Object.keys(policies.questions).reduce(withoutAnswer, draft)
