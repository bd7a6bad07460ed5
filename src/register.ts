import type { Assessment } from './assess.ts'
import { outcomeIn, type Reading, readingOf } from './check.ts'
import { byCodeUnit } from './diagnostic.ts'
import { type Deadline, dueOf } from './due.ts'
import { type DatedCondition, datedConditions } from './ledger/conditions.ts'
import { permissionOf } from './ledger/permission.ts'
import type { LedgerRecord } from './ledger/record.ts'
import { aboutRecords, aboutService, aboutTime, suspensionOf, terminationOf } from './register/blocks.ts'
import type { RegisterDue, RegisterRow } from './register/row.ts'
import { statusOf } from './register/status.ts'
import type { Policies } from './rule.ts'
import type { SourceDocument } from './source/document.ts'
import { stated } from './stated.ts'

export type Department = { slug: string; name: string; from: string; to: string | null }
export type RegisterContext = {
  policies: Policies
  departments: readonly Department[]
  asOf: string
  /** Null where there is no ledger. */
  records: readonly LedgerRecord[] | null
}
export type DueContext = Pick<RegisterContext, 'policies' | 'asOf' | 'records'>
/** The register as on a day; `at` is the commit whose files it shows, null for the files as they lie there. */
export type Register = { asOf: string; at: { commit: string; date: string } | null; rows: readonly RegisterRow[] }

export const byFile = (a: { file: string }, b: { file: string }): number => byCodeUnit(a.file, b.file)

/** What falls due in one use, with the conditions of its permission. */
export const deadlinesOf = (source: SourceDocument, path: string, context: DueContext): Deadline[] =>
  deadlinesFrom(source, readingIn(source), conditionsIn(source, path, context), context)

function deadlinesFrom(
  { file, readable }: SourceDocument,
  reading: Reading,
  conditions: readonly DatedCondition[],
  { policies, asOf }: DueContext,
): Deadline[] {
  return readable ? dueOf(file, reading, policies, asOf, conditions) : []
}

const readingIn = ({ readable, value, refused }: SourceDocument): Reading => readingOf(readable ? value : {}, refused)

const conditionsIn = (source: SourceDocument, path: string, { records, policies }: DueContext): DatedCondition[] =>
  records === null ? [] : datedConditions(source, path, records, policies)

/** One use; `path` is its name in the repository, by which the ledger knows it. */
export function registerRow(source: SourceDocument, path: string, context: RegisterContext): RegisterRow {
  const reading = readingIn(source)
  const { service } = reading
  const outcome = outcomeIn(reading, context.policies)
  const { asOf, policies } = context
  const conditions = conditionsIn(source, path, context)
  const deadlines = deadlinesFrom(source, reading, conditions, context)
  const slug = path.split('/').at(-2) ?? ''
  return {
    file: source.file,
    status: source.readable ? statusOf(service, outcome, asOf) : 'unreadable',
    number: stated(() => service.application?.number),
    department: slug,
    departmentName: departmentName(slug, context) ?? stated(() => service.department.name),
    manager: stated(() => service.department.manager),
    contact: stated(() => service.department.contact),
    ...aboutService(service),
    outcome,
    form: formOf(reading, outcome, policies),
    ...aboutTime(service),
    ...aboutRecords(service),
    nextDue: dueIn(deadlines, () => true),
    nextCheck: dueIn(deadlines, ({ item }) => /^form[4-7]$/.test(item)),
    nextConfirmation: dueIn(deadlines, ({ item }) => item === 'confirmation'),
    permission: permissionIn(path, conditions, context),
    suspension: suspensionOf(service),
    termination: terminationOf(service),
  }
}

/** As the table of sections names it on that day. */
export const departmentName = (
  slug: string,
  { departments, asOf }: Pick<RegisterContext, 'departments' | 'asOf'>,
): string | null =>
  departments.find((row) => row.slug === slug && row.from <= asOf && (row.to === null || asOf <= row.to))?.name ?? null

const formOf = (reading: Reading, outcome: Assessment['outcome'], policies: Policies): 1 | 2 | null =>
  outcome === 'application' ? stated(() => policies.procedure(reading.service).application.form) : null

function dueIn(deadlines: readonly Deadline[], isMeant: (deadline: Deadline) => boolean): RegisterDue | null {
  const found = deadlines.find(isMeant)
  return found === undefined ? null : { item: found.item, due: found.due, state: found.state, subject: found.subject }
}

function permissionIn(
  path: string,
  conditions: readonly DatedCondition[],
  { records }: RegisterContext,
): RegisterRow['permission'] {
  if (records === null) return null
  const { state, inForce } = permissionOf(path, records)
  return {
    state,
    record: inForce?.id ?? null,
    date: inForce?.recordedAt.slice(0, 10) ?? null,
    conditions: conditions.map(({ rule, pointer, reason, id, date, due }) => ({
      ...{ rule, pointer, reason, record: id, date, due },
    })),
  }
}
