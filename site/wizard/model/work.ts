import { policies } from '../../../policies/index.ts'
import { sheets } from '../../../policies/sheets.ts'
import { departments, exemptions, knownServices } from '../../../policies/tables.ts'
import { assessAnswers } from '../../../src/assess.ts'
import { parseAnswer } from '../../../src/draft/answer.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { type Draft, draftOf, rowKeys, serviceOf, withAnswer, withoutAnswer } from '../../../src/draft/draft.ts'
import { knownAnswers } from '../../../src/draft/known-answers.ts'
import { isMapping } from '../../../src/draft/mapping.ts'
import { fieldOf } from '../../../src/draft/places.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { lastCheck } from '../../../src/record/check.ts'
import { readValue } from '../../../src/record/values.ts'
import { characterFlaw } from '../../../src/source/characters.ts'
import { parseSource } from '../../../src/source/document.ts'
import { isImportant, likelyForm, recordField } from './records.ts'

/** The file that was there before, as it was. */
export type Base = { file: string; text: string }
/** What somebody has come for: a new use, or something with one that there is. */
export type Task = 'new' | 'renew' | 'check' | 'confirm' | 'terminate'

/** One application on the way, as it is kept on this computer. */
export type Work = {
  id: string
  task: Task
  draft: Draft
  /** Facts that the file leaves to their defaults: they stay out of it as long as they are nothing else. */
  assumed: readonly Pointer[]
  /** What was typed where it says something else than the answer, or is none: nothing that somebody typed is lost. */
  typed: Readonly<Record<Pointer, string>>
  /** Questions answered with 「まだ分からない」. */
  unsure: readonly Pointer[]
  /** Where somebody has been: only there faults are shown before the end. */
  touched: readonly Pointer[]
  /** The step, and its page, on which somebody was last. */
  at: string
  /** Below services/: the folder and the name of the file. */
  folder: string
  name: string
  base: Base | null
}

export const newWork = (id: string): Work => ({
  ...{
    id,
    task: 'new',
    draft: {},
    assumed: [],
    typed: {},
    unsure: [],
    touched: [],
    at: '',
    folder: '',
    name: '',
    base: null,
  },
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

/** A new application that begins with the answers of another; what happened to that one stays with it. */
export function workFrom(id: string, text: string): Work | null {
  const draft = draftIn('', text)
  if (draft === null) return null
  const own = Object.fromEntries(Object.entries(draft).filter(([block]) => !records.includes(block)))
  const department = departments.departments.find(({ name }) => name === answerAt(own, '/department/name'))
  const copied = ofOneApplication.reduce(withoutAnswer, own)
  return { ...newWork(id), draft: withDefaults(copied).draft, folder: department?.slug ?? '' }
}

/** With what another section has found out of the same service; what was answered already stays. */
export function withAnswersOf(work: Work, text: string): Work {
  const { service, contract, risks, criteria } = workFrom(work.id, text)?.draft ?? {}
  const shared = { service, contract, risks, criteria } as Draft
  const found = Object.entries(shared).filter(([, block]) => block !== undefined)
  return {
    ...work,
    draft: found.reduce((all, [block, entry]) => ({ ...all, [block]: filled(all[block], entry) }), work.draft),
  }
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

/** What a task begins with. 様式6 comes with the end of a use with 重要情報, unless it has been written. */
const beginnings: Readonly<Record<Task, (draft: Draft, today: string) => Draft>> = {
  new: () => ({}),
  renew: () => ({}),
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

/** The answers in a text; null where a row stands twice, for then no answer has a place of its own. */
function draftIn(file: string, text: string): Draft | null {
  const { readable, value } = parseSource(file, text)
  if (!readable) return null
  const draft = draftOf(value)
  return [...rowKeys.keys()].some((list) => Array.isArray(draft[list])) ? null : draft
}

/** With an answer; undefined takes it away. */
export function answered(work: Work, pointer: Pointer, value: unknown): Work {
  const draft = value === undefined ? withoutAnswer(work.draft, pointer) : withAnswer(work.draft, pointer, value)
  return { ...work, draft, typed: without(work.typed, pointer), unsure: others(work.unsure, pointer) }
}

/** With what somebody typed for a field: in any calendar and any width. What cannot be read stays as it was typed. */
export function typedIn(work: Work, pointer: Pointer, text: string): Work {
  if (text.trim() === '') return answered(work, pointer, undefined)
  const read = readTyped(pointer, text)
  const next = answered(work, pointer, 'value' in read ? read.value : undefined)
  return 'value' in read && String(read.value) === text ? next : { ...next, typed: { ...next.typed, [pointer]: text } }
}

/** The answer that a text is, or why it is none. */
export function readTyped(pointer: Pointer, text: string): ReturnType<typeof parseAnswer> {
  const flaw = characterFlaw(text)
  if (flaw !== null) return { problem: `${flaw.message}${flaw.remedy ?? ''}` }
  const field = recordField(pointer)
  return field === null ? parseAnswer(pointer, text, sheets) : readValue(field, text, sheets)
}

/** 「まだ分からない」 is an answer as well: what it decides stays open. */
export const leftUnsure = (work: Work, pointer: Pointer): Work => ({
  ...answered(work, pointer, undefined),
  unsure: [...others(work.unsure, pointer), pointer],
})

export const touchedAt = (work: Work, ...pointers: readonly Pointer[]): Work => {
  const fresh = pointers.filter((pointer) => !work.touched.includes(pointer))
  return fresh.length === 0 ? work : { ...work, touched: [...work.touched, ...fresh] }
}

/** A service that the guideline names brings answers of its own. */
export const named = (work: Work): Work => ({ ...work, draft: knownAnswers(work.draft, known).draft })

const known = { policies, sheets, services: knownServices.services, exemptions: exemptions.rows }

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

const withoutFacts = (draft: Draft): Draft => Object.keys(policies.questions).reduce(withoutAnswer, draft)

const others = (pointers: readonly Pointer[], pointer: Pointer): Pointer[] =>
  pointers.filter((other) => other !== pointer)

function without(typed: Work['typed'], pointer: Pointer): Work['typed'] {
  const { [pointer]: _, ...rest } = typed
  return rest
}

/** Whether something is added to a use, and its content left as it is. */
export const isRecord = ({ task }: Work): boolean => task !== 'new' && task !== 'renew'

/** Whether there is anything in it that would be missed. */
export const isBegun = ({ draft, typed, base }: Work): boolean =>
  base !== null || Object.keys(draft).length > 0 || Object.keys(typed).length > 0

/** What to call the work in a list. */
export function titleOf({ draft, typed, task }: Work): string {
  const name = answerAt(draft, '/service/name') ?? typed['/service/name']
  return `${typeof name === 'string' && name !== '' ? name : '名前のない下書き'}${task === 'new' ? '' : `（${tasks[task]}）`}`
}

export const tasks: Readonly<Record<Task, string>> = {
  new: '新規',
  renew: '更改・訂正',
  check: '点検の記録',
  confirm: '利用状況の確認',
  terminate: '利用の終了',
}
