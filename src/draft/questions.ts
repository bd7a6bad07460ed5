import { type Assessment, assessAnswers } from '../assess.ts'
import { domains } from '../generated/domains.ts'
import { fields } from '../generated/fields.ts'
import { keysOf, type Pointer, pointerOf } from '../pointer.ts'
import type { Policies } from '../rule.ts'
import { idsOf, type Term } from '../vocabulary.ts'
import { answerAt, missedAnswers, neededAnswers, openAnswers, trialAnswer } from './completion.ts'
import { type Draft, type Sheets, serviceOf, withAnswer } from './draft.ts'
import { fieldOf, inOrder, isLeaf } from './places.ts'
import { type Speaks, speaksOf } from './trials.ts'

/** `required`: no file without it. `expected`: the form or a reviewer asks for it, but it may be left open. */
export type Question = { pointer: Pointer; need: 'required' | 'expected' }
export type Next = { assessment: Assessment; questions: Question[] }

/** What to ask now, in this order: first what decides the outcome, then what this use needs, and nothing else. */
export function nextQuestions(draft: Draft, policies: Policies, sheets: Sheets): Next {
  const value = serviceOf(draft, sheets)
  const assessment = assessAnswers(value, policies)
  if (assessment.outcome === 'prohibited') return { assessment, questions: [] }
  const facts = assessment.missing ?? []
  const required = new Set([...facts, ...firstRow.filter((pointer) => answerAt(draft, pointer) === undefined)])
  const expected = new Set<Pointer>(conditionPointers(assessment))
  if (assessment.outcome === 'application') {
    const asked = applicationQuestions(draft, assessment, policies, sheets)
    for (const pointer of asked.required) required.add(pointer)
    for (const pointer of asked.expected) expected.add(pointer)
  }
  const compare = inOrder(sheets)
  const settled = [...required].filter((pointer) => !facts.includes(pointer))
  const open = [...expected].filter((pointer) => !required.has(pointer) && answerAt(draft, pointer) === undefined)
  const rest = [...settled, ...open].sort(compare)
  const need = (pointer: Pointer): Question => ({ pointer, need: required.has(pointer) ? 'required' : 'expected' })
  return { assessment, questions: [...facts, ...rest].map(need) }
}

/** What every file has, whatever the outcome: required from the top downwards. */
const firstRow: readonly Pointer[] = Object.keys(fields).filter((pointer) => {
  const keys = keysOf(pointer)
  const path = keys.map((_, depth) => pointerOf(keys.slice(0, depth + 1)))
  return isLeaf(fields[pointer]) && path.length > 0 && path.every((part) => fields[part]?.required === true)
})

const conditionPointers = ({ conditions }: Assessment): Pointer[] =>
  conditions.flatMap((id) => [`/conditions/${id}/reason`, `/conditions/${id}/date`])

type Asked = { required: Iterable<Pointer>; expected: Iterable<Pointer> }

function applicationQuestions(draft: Draft, assessment: Assessment, policies: Policies, sheets: Sheets): Asked {
  const { criteria = { required: [], judged: [] }, measures = [], application } = assessment
  const risks = (sheets.rows.risks ?? []).map(({ key }) => `/risks/${key}`)
  const answers = [...criteria.required, ...criteria.judged].map((number) => `/criteria/${number}`)
  const results = [...answers, ...measures.map((number) => `/governmentCloud/${number}`)]
  const unanswered = results.filter((row) => answerAt(draft, `${row}/result`) === undefined)
  const trial = unanswered.reduce(withResult, draft)
  // A row that is still to be answered asks for its result first; what else it needs depends on that.
  const rows = [...risks, ...results.filter((row) => !unanswered.includes(row))]
  const open = openAnswers(trial, rows, policies)
  const blocking = speaksOf(['violation'], policies, sheets)
  const required = requiredUnderAll(trial, open, blocking)
  const judged = neededAnswers(trial, open, speaksOf(['violation', 'judgement'], policies, sheets))
  const form = application === undefined ? [] : formPointers(sheets.forms[application.form])
  return {
    required: [...required, ...unanswered.map((row) => `${row}/result`)],
    expected: [
      ...judged.filter((pointer) => !pointer.startsWith('/risks/')),
      ...form,
      ...answers.map((row) => `${row}/evidence`),
      ...turningFacts(draft, policies, sheets),
    ],
  }
}

const withResult = (draft: Draft, row: Pointer): Draft => {
  const pointer = `${row}/result`
  return withAnswer(draft, pointer, trialAnswer(pointer))
}

/** Facts that nobody has to state, but on which it depends what is asked. */
function turningFacts(draft: Draft, policies: Policies, sheets: Sheets): Pointer[] {
  const open = Object.keys(domains).filter(
    (fact) => !(fact in policies.questions) && answerAt(draft, fact) === undefined,
  )
  return open.filter((fact) => {
    const stated = (domains[fact] ?? []).filter((value) => value !== undefined)
    const asked = stated.map((value) => assessAnswers(serviceOf(withAnswer(draft, fact, value), sheets), policies))
    return new Set(asked.map((assessment) => JSON.stringify(assessment))).size > 1
  })
}

/** A choice that is still open must not demand what only one of its answers needs. */
function requiredUnderAll(draft: Draft, open: readonly Pointer[], speaks: Speaks): Pointer[] {
  const needed = neededAnswers(draft, open, speaks)
  const choices = needed.filter((pointer) => fieldOf(pointer)?.type === 'enum')
  const variants = choices.flatMap((choice) =>
    idsOf(fieldOf(choice)?.term as Term)
      .slice(1)
      .map((id) => ({ choice, varied: withAnswer(draft, choice, id) })),
  )
  return variants.reduce((common, { choice, varied }) => {
    const others = open.filter((pointer) => pointer !== choice)
    const missed = new Set(missedAnswers(varied, others, common, speaks))
    return common.filter((pointer) => pointer === choice || missed.has(pointer))
  }, needed)
}

/** The answers behind the places that a form fills; blocks stand for all that is in them. */
const formPointers = (places: readonly Pointer[]): Pointer[] =>
  places.flatMap((place) =>
    Object.keys(fields).filter(
      (pointer) =>
        (pointer === place || pointer.startsWith(`${place}/`)) &&
        isLeaf(fields[pointer]) &&
        !keysOf(pointer).includes('*'),
    ),
  )
