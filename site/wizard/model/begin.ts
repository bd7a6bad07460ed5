import { policies } from '../../../policies/index.ts'
import { sheets } from '../../../policies/sheets.ts'
import { departments, exemptions, knownServices } from '../../../policies/tables.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { type Draft, draftOf, rowKeys, withAnswer, withoutAnswer } from '../../../src/draft/draft.ts'
import { knownAnswers } from '../../../src/draft/known-answers.ts'
import { isMapping, type Mapping } from '../../../src/draft/mapping.ts'
import { fieldOf } from '../../../src/draft/places.ts'
import { type Pointer, pointerOf } from '../../../src/pointer.ts'
import { lastCheck } from '../../../src/record/check.ts'
import { parseSource } from '../../../src/source/document.ts'
import { formsOf, isImportant, likelyForm } from './records.ts'
import type { Base, Task, Work } from './work.ts'

export const newWork = (id: string): Work => ({
  ...{ id, task: 'new', draft: {}, assumed: [], typed: {}, unsure: [], touched: [] },
  ...{ at: '', folder: '', name: '', base: null },
})

const records = ['checks', 'confirmations', 'termination', 'suspension']
/** What belongs to one application, and not to the next. */
const ofOneApplication = [
  '/application',
  '/contract/start',
  '/contract/end',
  '/contract/conditionsConfirmed',
  '/contract/concluded',
  '/use/period',
]

/** A new application that begins with the answers of another, if the text has any; what happened to that one stays with it. */
export function workFrom(id: string, text: string): Work | null {
  const draft = draftIn('', text)
  if (draft === null) return null
  const own = Object.fromEntries(Object.entries(known(draft)).filter(([block]) => !records.includes(block)))
  if (Object.keys(own).length === 0) return null
  const department = departments.departments.find(({ name }) => name === answerAt(own, '/department/name'))
  const copied = ofOneApplication.reduce(withoutAnswer, own)
  return { ...newWork(id), draft: withDefaults(copied).draft, folder: department?.slug ?? '' }
}

/** Without what no field of a file is called: nobody could take it away again. */
function known(answers: Mapping, at: Pointer = ''): Mapping {
  const entries = Object.entries(answers).map(([key, value]) => [key, value, `${at}${pointerOf([key])}`] as const)
  return Object.fromEntries(
    entries
      .filter(([, , pointer]) => fieldOf(pointer) !== undefined)
      .map(([key, value, pointer]) => [key, isMapping(value) ? known(value, pointer) : value]),
  )
}

/** With what another section has found out of the same service; what was answered already stays. */
export function withAnswersOf(work: Work, text: string): Work {
  const { service, contract, risks, criteria } = workFrom(work.id, text)?.draft ?? {}
  const shared = Object.entries({ service, contract, risks, criteria })
    .filter(([, entry]) => entry !== undefined)
    .map(([block, entry]) => [block, filled(work.draft[block], entry)])
  return { ...work, draft: { ...work.draft, ...Object.fromEntries(shared) } }
}

const filled = (own: unknown, other: unknown): unknown => {
  if (!isMapping(own) || !isMapping(other)) return own ?? other
  const keys = [...new Set([...Object.keys(other), ...Object.keys(own)])]
  return Object.fromEntries(keys.map((key) => [key, filled(own[key], other[key])]))
}

/** Work on a use that there is; null where its file cannot be read as one. */
export function workOn(id: string, base: Base, task: Task, today: string): Work | null {
  const draft = draftIn(base.file, base.text)
  if (draft === null) return null
  const [folder = '', file = ''] = base.file.split('/').slice(-2)
  const begun = withDefaults({ ...draft, ...beginnings[task](draft, today) })
  return { ...newWork(id), task, ...begun, at: 'write', folder, name: file.replace(/\.ya?ml$/, ''), base }
}

/** A file that says nothing of a fact says its default; somebody who is asked has to say it. */
function withDefaults(draft: Draft): Pick<Work, 'draft' | 'assumed'> {
  const assumed = Object.keys(policies.questions).filter(
    (fact) => fieldOf(fact)?.default !== undefined && answerAt(draft, fact) === undefined,
  )
  return { draft: assumed.reduce((all, fact) => withAnswer(all, fact, fieldOf(fact)?.default), draft), assumed }
}

/** What a task begins with. 様式6 comes with the end of 重要情報, or of a use with it, unless it has been written. */
const beginnings: Readonly<Record<Task, (draft: Draft, today: string) => Draft>> = {
  new: () => ({}),
  renew: (draft, today) =>
    formsOf(draft).includes(6) && draft.termination === undefined ? { check: { form: 6, date: today, items: {} } } : {},
  check: (draft, today) => ({ check: { form: likelyForm(draft), date: today, items: {} } }),
  confirm: (_, today) => ({ confirmation: { date: today } }),
  terminate: (draft, today) =>
    isImportant(draft) && lastCheck(draft, 6) === undefined ? { check: { form: 6, date: today, items: {} } } : {},
}

/** With the head of an application, where one is needed and none has been begun. */
export const asApplication = (work: Work, today: string): Work =>
  work.task === 'new' && work.draft.application === undefined
    ? { ...work, draft: { ...work.draft, application: { type: 'new', date: today } } }
    : work

/** A change of a use as the application for it: the one that there was is the one before. */
export function asRenewal(work: Work, today: string): Work {
  const previous = answerAt(work.draft, '/application/number')
  const application = { type: 'renewal', ...(previous === undefined ? {} : { previous }), date: today }
  return { ...work, draft: { ...work.draft, application } }
}

/** A service that the guideline names brings answers of its own. */
export const named = (work: Work): Work => ({ ...work, draft: knownAnswers(work.draft, knownTables).draft })

const knownTables = { policies, sheets, services: knownServices.services, exemptions: exemptions.rows }

/** The answers in a text; null where a row stands twice, for then no answer has a place of its own. */
function draftIn(file: string, text: string): Draft | null {
  const { readable, value } = parseSource(file, text)
  if (!readable) return null
  const draft = draftOf(value)
  return [...rowKeys.keys()].some((list) => Array.isArray(draft[list])) ? null : draft
}
