import { sheets } from '../../../policies/sheets.ts'
import { parseAnswer } from '../../../src/draft/answer.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { type Draft, withAnswer, withoutAnswer } from '../../../src/draft/draft.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { readValue } from '../../../src/record/values.ts'
import { characterFlaw } from '../../../src/source/characters.ts'
import { recordField } from './records.ts'

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

/** Whether somebody has been at a field, or has left all that it belongs to. */
export const isTouched = ({ touched }: Pick<Work, 'touched'>, pointer: Pointer): boolean =>
  touched.some((place) => pointer === place || pointer.startsWith(`${place}/`))

const others = (pointers: readonly Pointer[], pointer: Pointer): Pointer[] =>
  pointers.filter((other) => other !== pointer)

function without(typed: Work['typed'], pointer: Pointer): Work['typed'] {
  const { [pointer]: _, ...rest } = typed
  return rest
}

/** Whether something is added to a use, and its content left as it is. */
export const isRecord = ({ task }: Work): boolean => task !== 'new' && task !== 'renew'

/** Whether there is anything in it that would be missed. */
export const isBegun = ({ draft, typed, unsure, base }: Work): boolean =>
  base !== null || unsure.length > 0 || Object.keys(draft).length > 0 || Object.keys(typed).length > 0

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
