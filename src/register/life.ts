import { isDay } from '../calendar.ts'
import { byCodeUnit } from '../diagnostic.ts'
import type { Deadline } from '../due.ts'
import { valueAt } from '../facts.ts'
import { fieldAt } from '../fields.ts'
import { entriesAt } from '../form/entries.ts'
import type { DueState } from '../generated/service.ts'
import { transitionOf } from '../ledger/permission.ts'
import type { LedgerRecord } from '../ledger/record.ts'
import type { Pointer } from '../pointer.ts'
import { type Task, tasksOf } from '../reporters/due.ts'
import { label } from '../vocabulary.ts'
import { permissions } from './columns.ts'

/** A day in the life of a use; `state` is that of what still has to be done by then. */
export type Event = { date: string; what: string; detail: string | null; state: DueState | null }

/** Days that a file states once, in the order in which they follow one another on the same day. */
const stated: readonly Pointer[] = [
  '/application/permittedBefore/date',
  '/application/date',
  '/information/pia/date',
  '/application/informatizationPlan/date',
  '/contract/terms/confirmed',
  '/contract/conditionsConfirmed',
  '/contract/concluded',
  '/contract/start',
  '/use/period/start',
  '/suspension/date',
  '/suspension/until',
  '/contract/end',
  '/use/period/end',
  '/termination/date',
  '/termination/reported',
  '/termination/data/certificateDue',
]

/** Everything that happened to a use and everything that is to come, the oldest first. `service` holds what can be read. */
export function lifeOf(
  service: unknown,
  path: string,
  deadlines: readonly Deadline[],
  records: readonly LedgerRecord[],
): Event[] {
  const tasks = tasksOf(deadlines)
  return [
    ...stated.flatMap((pointer) => statedEvent(service, pointer, tasks)),
    ...entriesAt(service, '/conditions').flatMap((entry) => conditionEvent(entry, tasks)),
    ...entriesAt(service, '/checks').flatMap(checkEvent),
    ...entriesAt(service, '/confirmations').flatMap(({ date, status }) =>
      eventAt(date, '利用状況の確認', typeof status === 'string' ? label('confirmationStatus', status) : null),
    ),
    ...records
      .filter(({ files }) => files.some((file) => file.path === path))
      .map((record) => recordEvent(record, path)),
    ...tasks.map(
      ({ due, subject, more, state }): Event => ({
        ...{ date: due, what: more === 0 ? subject : `${subject}（ほか${more}件）`, detail: '期限', state },
      }),
    ),
  ].sort((a, b) => byCodeUnit(a.date, b.date))
}

const eventAt = (date: unknown, what: string, detail: string | null = null): Event[] =>
  typeof date === 'string' && isDay(date) ? [{ date, what, detail, state: null }] : []

/** A day that is a deadline stands there once, with what is to be done. */
const isTask = (tasks: readonly Task[], date: unknown, pointer: Pointer): boolean =>
  tasks.some((task) => task.due === date && task.pointer.startsWith(pointer))

function statedEvent(service: unknown, pointer: Pointer, tasks: readonly Task[]): Event[] {
  const date = valueAt(service, pointer)
  return isTask(tasks, date, pointer)
    ? []
    : eventAt(date, fieldAt(pointer)?.title ?? pointer, detailOf(service, pointer))
}

function detailOf(service: unknown, pointer: Pointer): string | null {
  const detail = details[pointer]?.(service)
  return typeof detail === 'string' ? detail : null
}

const details: Readonly<Record<Pointer, (service: unknown) => unknown>> = {
  '/application/date': (service) => labelled('applicationType', valueAt(service, '/application/type')),
  '/application/informatizationPlan/date': (service) =>
    labelled('planDecision', valueAt(service, '/application/informatizationPlan/decision')),
  '/information/pia/date': () => fieldAt('/information/pia')?.title,
  '/suspension/date': (service) => valueAt(service, '/suspension/reason'),
  '/termination/date': (service) => labelled('endReason', valueAt(service, '/termination/reason')),
}
const labelled = (term: Parameters<typeof label>[0], id: unknown): string | null =>
  typeof id === 'string' ? label(term, id) : null

const conditionEvent = ({ id, date }: Readonly<Record<string, unknown>>, tasks: readonly Task[]): Event[] =>
  isTask(tasks, date, '/conditions') ? [] : eventAt(date, labelled('condition', id) ?? '利用の条件の記録', '記録した日')

function checkEvent(check: Readonly<Record<string, unknown>>): Event[] {
  const open = entriesAt(check, '/items').filter(({ result }) => result === 'partial' || result === 'no').length
  return eventAt(check.date, `様式${check.form}の点検`, open === 0 ? null : `一部実施・未実施 ${open}件`)
}

/** Only a permission and what lacks one are about the use itself. */
function recordEvent(record: LedgerRecord, path: string): Event {
  const transition = transitionOf(path, record)
  const kinds = {
    ...{ permission: permissions.permitted, change: permissions.permitted },
    irregular: permissions.unconfirmed,
  }
  const what = kinds[record.kind as keyof typeof kinds] ?? '却下'
  return {
    date: record.recordedAt.slice(0, 10),
    what: transition === null ? what : `${what}（${label('transition', transition)}）`,
    detail: record.id,
    state: null,
  }
}
