import { addMonths } from '../calendar.ts'
import { questionsOf } from '../gate/judgements.ts'
import { namedDay } from '../named-day.ts'
import type { Policies } from '../rule.ts'
import type { SourceDocument } from '../source/document.ts'
import { type ConditionInForce, permissionOf } from './permission.ts'
import type { LedgerRecord } from './record.ts'

/** `last`: it is due about once a year, since its reason names no day. `due` is null once nobody asks its question. */
export type DatedCondition = ConditionInForce & { due: string | null; last: string | null }

/** The conditions of a permission, each with its day; `path` is the name by which the ledger knows the file. */
export function datedConditions(
  source: SourceDocument,
  path: string,
  records: readonly LedgerRecord[],
  policies: Policies,
): DatedCondition[] {
  const { conditions } = permissionOf(path, records)
  if (conditions.length === 0) return []
  const asked = questionsOf({ ...source, file: path }, policies)
  // What a file says now may have settled what a reviewer asked for; of a change nobody can ask again.
  const isOpen = ({ key, rule, pointer }: ConditionInForce): boolean =>
    !source.readable ||
    !isAskedOfFiles(rule, policies) ||
    asked.some((one) => (key !== '' && one.hash.startsWith(key)) || (one.rule === rule && one.pointer === pointer))
  return conditions.map((condition) => (isOpen(condition) ? dated(condition, policies) : { ...condition, ...settled }))
}

const settled = { due: null, last: null }

function isAskedOfFiles(rule: string, { rules }: Policies): boolean {
  const scope = rules[rule]?.scope
  return scope === 'facts' || scope === 'service'
}

function dated(condition: ConditionInForce, { calendar }: Policies): DatedCondition {
  const { reason, date } = condition
  const named = namedDay(reason, date)
  if (named !== null) return { ...condition, due: named, last: null }
  return { ...condition, due: addMonths(date, calendar.monthsBetweenChecks), last: date }
}
