import { dueState } from './calendar.ts'
import { outcomeIn, placed, type Reading, readingOf } from './check.ts'
import { byCodeUnit, type Diagnostic } from './diagnostic.ts'
import { valueAt } from './facts.ts'
import type { DueState } from './generated/service.ts'
import type { DatedCondition } from './ledger/conditions.ts'
import { keysOf, type Pointer, pointerOf } from './pointer.ts'
import { isSuspended } from './register/status.ts'
import { oneLine } from './reporters/one-line.ts'
import { type Asked, type CalendarRule, type Due, type DueItem, type Policies, rulesOf, runRule } from './rule.ts'
import type { SourceDocument } from './source/document.ts'
import { wareki } from './wareki.ts'

/** What falls due, in the shape that other programs read. */
export type DueEntry = {
  file: string
  department: string
  pointer: Pointer
  item: DueItem
  due: string
  state: DueState
  section: string
}
/** The same, with what people read beside it. */
export type Deadline = DueEntry & {
  rule: string
  /** As the file writes them; empty where they cannot be read. */
  service: string
  departmentName: string
  subject: string
  remedy: string
  /** Whether somebody has stopped the use: what is due stays due. */
  suspended: boolean
}

/** What falls due in one file, as on a day, in the order of the days; `conditions` are those of its permission. */
export function dueOf(
  file: string,
  reading: Reading,
  policies: Policies,
  asOf: string,
  conditions: readonly DatedCondition[] = [],
): Deadline[] {
  const { service } = reading
  const about = {
    file,
    department: file.split('/').at(-2) ?? '',
    service: read(() => service.service.name) ?? '',
    departmentName: read(() => service.department.name) ?? '',
    suspended: isSuspended(service, asOf),
  }
  const { rules, isGoing } = inForce(reading, policies, asOf)
  const found = rules.flatMap(([rule, { section, check }, asked]): Found[] =>
    runRule(() => check(service, asked, asOf)).findings.map((due) => ({ ...due, rule, section })),
  )
  const promised = isGoing ? conditions.flatMap((condition) => dueOfCondition(condition, policies)) : []
  return [...found, ...promised]
    .map(({ at, item, on, last, subject, remedy, rule, section }): Deadline => {
      const state = dueState(on, last ?? null, asOf, policies.calendar)
      return { ...about, pointer: at, item, due: on, state, section, rule, subject, remedy }
    })
    .sort(byDay)
}

type Found = Due & { rule: string; section: string }
type InForce = { rules: [string, CalendarRule, Asked][]; isGoing: boolean }

/** An ended use has nothing due but what outlasts it; nobody counts days for what may not be used, or is still open. */
function inForce(reading: Reading, policies: Policies, asOf: string): InForce {
  const { service } = reading
  const outcome = outcomeIn(reading, policies)
  if (outcome === 'incomplete') return { rules: [], isGoing: false }
  const ended = read(() => service.termination !== undefined && service.termination.date <= asOf)
  const asked: Asked = {
    outcome,
    get procedure() {
      return policies.procedure(service)
    },
  }
  const rules = rulesOf(policies.rules, 'calendar')
    .filter(([, { outcomes = ['application'] }]) => outcomes.includes(outcome))
    .filter(([, { afterEnd }]) => ended === false || afterEnd === true)
    .map(([id, rule]): [string, CalendarRule, Asked] => [id, rule, asked])
  return { rules, isGoing: ended === false && (outcome === 'application' || outcome === 'exempt') }
}

/** What a reviewer made the permission depend on. */
function dueOfCondition({ due, last, rule, pointer, reason, id }: DatedCondition, { rules }: Policies): Found[] {
  if (due === null) return []
  return [
    {
      ...{ at: pointer, item: 'condition', on: due, rule, section: rules[rule]?.section ?? applicationSection },
      ...(last === null ? {} : { last }),
      subject: `許可の条件（${id}）への対応`,
      remedy: `条件「${oneLine(reason)}」への対応をファイルに書いて申請し、情報政策課の判断を受けてください。`,
    },
  ]
}
/** Where a rule is gone, the permission still is that of an application. */
const applicationSection = '9'

/** A value that the schema may have refused. */
const read = <Value>(value: () => Value): Value | undefined => runRule(() => [value()]).findings[0]

/** Day, file, item; within them the order of the file. */
export const byDay = (a: Deadline, b: Deadline): number =>
  byCodeUnit(a.due, b.due) || byCodeUnit(a.file, b.file) || byCodeUnit(a.item, b.item) || byCodeUnit(a.rule, b.rule)

/** `validate --as-of`: what is near or past, as advice, so that it never blocks. */
export function checkCalendar(source: SourceDocument, policies: Policies, asOf: string): Diagnostic[] {
  if (!source.readable) return []
  const near = dueOf(source.file, readingOf(source.value, source.refused), policies, asOf).filter(
    ({ state }) => state !== 'open',
  )
  // One record settles every year that it was missed: the first day says it.
  const first = near.filter(
    ({ rule, pointer }, index) => near.findIndex((other) => other.rule === rule && other.pointer === pointer) === index,
  )
  return first.map(({ rule, section, pointer, remedy, ...deadline }) => {
    const at = nearest(source.value, pointer)
    return placed(source.file, source.rangeOf(at), rule, section, {
      at,
      message: wordDue(deadline),
      remedy,
      verdict: 'advice',
    })
  })
}

/** The place itself, or the innermost mapping that lacks it. */
function nearest(value: unknown, pointer: Pointer): Pointer {
  const stands = pointer === '' || (valueAt(value, pointer) ?? null) !== null
  return stands ? pointer : nearest(value, pointerOf(keysOf(pointer).slice(0, -1)))
}

const words: Record<DueState, (day: string, subject: string) => string> = {
  open: (day, subject) => `${day}は、${subject}の期限です。`,
  soon: (day, subject) => `${day}は、${subject}の期限です。`,
  due: (day, subject) => `${subject}の目安日は${day}でした。`,
  overdue: (day, subject) => `${subject}の期限（${day}）を過ぎています。`,
}
const wordDue = ({ due, state, subject }: Pick<Deadline, 'due' | 'state' | 'subject'>): string =>
  words[state](state === 'overdue' ? `${wareki(due)}、${due}` : `${wareki(due)}（${due}）`, subject)
