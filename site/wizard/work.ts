import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import { knownAnswers } from '../../scripts/new/fill.ts'
import { assessAnswers } from '../../src/assess.ts'
import { answerAt } from '../../src/draft/completion.ts'
import { type Draft, draftOf, serviceOf, withAnswer, withoutAnswer } from '../../src/draft/draft.ts'
import type { Pointer } from '../../src/pointer.ts'
import { parseSource } from '../../src/source/document.ts'

export type Step = 'ask' | 'write' | 'hand-in'
/** What somebody has come for: a new use, or something with one that there is. */
export type Task = 'new' | 'renew' | 'check' | 'confirm' | 'terminate'
/** The file that was there before, as it was. */
export type Base = { file: string; text: string }

/** One application on the way, as it is kept on this computer. */
export type Work = {
  id: string
  task: Task
  draft: Draft
  /** Questions answered with 「まだ分からない」. */
  unsure: readonly Pointer[]
  /** Where somebody has been: only there faults are shown before the end. */
  touched: readonly Pointer[]
  step: Step
  /** Below services/: the folder and the name of the file. */
  folder: string
  name: string
  base: Base | null
}

export const newWork = (id: string): Work => ({
  ...{ id, task: 'new', draft: {}, unsure: [], touched: [], step: 'ask', folder: '', name: '', base: null },
})

const records = ['checks', 'confirmations', 'termination', 'suspension']

/** A new application that begins with the answers of another; what happened to that one stays with it. */
export function workFrom(id: string, text: string): Work | null {
  const { readable, value } = parseSource('', text)
  if (!readable) return null
  const draft = Object.entries(draftOf(value)).filter(([block]) => !records.includes(block))
  return { ...newWork(id), draft: Object.fromEntries(draft) }
}

/** Work on a use that there is; null where its file cannot be read. */
export function workOn(id: string, base: Base, task: Task): Work | null {
  const { readable, value } = parseSource(base.file, base.text)
  if (!readable) return null
  const [folder = '', file = ''] = base.file.split('/').slice(-2)
  const name = file.replace(/\.ya?ml$/, '')
  return { ...newWork(id), task, draft: draftOf(value), step: 'write', folder, name, base }
}

/** With an answer; undefined takes it away. */
export function answered(work: Work, pointer: Pointer, value: unknown): Work {
  const draft = value === undefined ? withoutAnswer(work.draft, pointer) : withAnswer(work.draft, pointer, value)
  return { ...work, draft, unsure: work.unsure.filter((other) => other !== pointer) }
}

/** 「まだ分からない」 is an answer as well: what it decides stays open. */
export const leftUnsure = (work: Work, pointer: Pointer): Work => ({
  ...answered(work, pointer, undefined),
  unsure: [...work.unsure.filter((other) => other !== pointer), pointer],
})

export const touchedAt = (work: Work, pointer: Pointer): Work =>
  work.touched.includes(pointer) ? work : { ...work, touched: [...work.touched, pointer] }

/** A service that the guideline names brings answers of its own. */
export const named = (work: Work): Work => ({ ...work, draft: knownAnswers(work.draft).draft })

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

/** What to call the work in a list. */
export function titleOf({ draft, task }: Work): string {
  const name = answerAt(draft, '/service/name')
  return `${typeof name === 'string' && name !== '' ? name : '名前のない下書き'}${task === 'new' ? '' : `（${tasks[task]}）`}`
}

export const tasks: Readonly<Record<Task, string>> = {
  new: '新規',
  renew: '更改・訂正',
  check: '点検の記録',
  confirm: '利用状況の確認',
  terminate: '利用の終了',
}
