import { readingOf } from './check.ts'
import type { Deadline } from './due.ts'
import { labelOf } from './fields.ts'
import { questionsOf } from './gate/judgements.ts'
import type { CheckResult, PlanDecision, Service } from './generated/service.ts'
import { judgementsOf, permissionOf, transitionOf } from './ledger/permission.ts'
import type { LedgerRecord } from './ledger/record.ts'
import type { Pointer } from './pointer.ts'
import type { RegisterRow } from './register/row.ts'
import { byFile, deadlinesOf, departmentName, type RegisterContext, registerRow } from './register.ts'
import { each } from './rule.ts'
import type { SourceDocument } from './source/document.ts'
import { stated } from './stated.ts'
import { label } from './vocabulary.ts'

/** What was decided about a use, when, and where it is written. */
export type Decision = { what: string; number: string | null; date: string | null }
/** A question to which no record has the answer. */
export type OpenQuestion = { rule: string; section: string; pointer: Pointer; place: string; question: string }
/** What the last check of a form left undone. */
export type Remaining = { form: number; date: string; item: string; result: CheckResult; note: string | null }
export type HandoverUse = RegisterRow & {
  due: Pick<Deadline, 'item' | 'due' | 'state' | 'section' | 'subject' | 'remedy'>[]
  decisions: Decision[]
  questions: OpenQuestion[]
  remaining: Remaining[]
}
/** All that whoever comes next has to know of a section's uses. */
export type Handover = {
  asOf: string
  department: string
  departmentName: string
  /** Without a ledger nobody knows which questions were answered. */
  hasLedger: boolean
  uses: HandoverUse[]
}
/** `titles`: the texts of the items of the checklists, by their ids. */
export type HandoverContext = RegisterContext & { titles: Readonly<Record<string, string>> }

/** The 引継書 of a section; `uses` are its own, with their names in the repository. */
export function handoverOf(
  department: string,
  uses: readonly { source: SourceDocument; path: string }[],
  context: HandoverContext,
): Handover {
  const found = uses.map(({ source, path }) => handoverUse(source, path, context)).sort(byFile)
  return {
    asOf: context.asOf,
    department,
    departmentName: departmentName(department, context) ?? found[0]?.departmentName ?? department,
    hasLedger: context.records !== null,
    uses: found,
  }
}

export function handoverUse(source: SourceDocument, path: string, context: HandoverContext): HandoverUse {
  const { titles } = context
  const row = registerRow(source, path, context)
  if (!source.readable) return { ...row, due: [], decisions: [], questions: [], remaining: [] }
  const reading = readingOf(source.value, source.refused)
  const records = context.records ?? []
  return {
    ...row,
    due: deadlinesOf(source, path, context).map(({ item, due, state, section, subject, remedy }) => ({
      ...{ item, due, state, section, subject, remedy },
    })),
    decisions: [...decisionsIn(reading.service), ...decisionsOf(path, records)],
    questions: row.status === 'ended' ? [] : openQuestions({ ...source, file: path }, records, context),
    remaining: row.status === 'ended' ? [] : remainingIn(reading.service, titles),
  }
}

function decisionsIn(service: Service): Decision[] {
  const application = stated(() => service.application)
  const permitted = stated(() => application?.permittedBefore)
  const plan = stated(() => application?.informatizationPlan)
  const type = stated(() => application?.type)
  return [
    ...(type === null
      ? []
      : [
          {
            what: `利用申請（${label('applicationType', type)}）`,
            number: stated(() => application?.number),
            date: stated(() => application?.date),
          },
        ]),
    ...(permitted === null
      ? []
      : [{ what: '以前の許可', number: stated(() => permitted.number), date: stated(() => permitted.date) }]),
    ...(plan === null
      ? []
      : [
          {
            what: wordPlan(stated(() => plan.decision)),
            number: stated(() => plan.number),
            date: stated(() => plan.date),
          },
        ]),
  ]
}

const wordPlan = (decision: PlanDecision | null): string =>
  decision === null ? '情報化企画書' : `情報化企画書の可否決定: ${label('planDecision', decision)}`

/** Permissions that the ledger has, oldest first. */
const decisionsOf = (path: string, records: readonly LedgerRecord[]): Decision[] =>
  permissionOf(path, records)
    .records.filter(({ kind }) => kind === 'permission' || kind === 'change')
    .map((record) => {
      const transition = transitionOf(path, record)
      const what = transition === null ? '許可' : `許可（${label('transition', transition)}）`
      return { what, number: record.id, date: record.recordedAt.slice(0, 10) }
    })

/** An answer holds as long as the facts on which its question rests. */
function openQuestions(
  source: SourceDocument,
  records: readonly LedgerRecord[],
  { policies }: HandoverContext,
): OpenQuestion[] {
  const answered = records
    .filter(({ kind }) => kind === 'permission' || kind === 'change')
    .flatMap((record) => judgementsOf(source.file, record))
    .filter(({ answer }) => answer !== 'refuse')
    .map(({ key }) => key)
  return questionsOf(source, policies)
    .filter(({ hash }) => !answered.some((key) => key !== '' && hash.startsWith(key)))
    .map(({ rule, section, pointer, question }) => ({ rule, section, pointer, place: labelOf(pointer), question }))
}

const isOpen = (result: CheckResult): boolean => result === 'partial' || result === 'no'

/** Only the newest check of each form counts. */
function remainingIn(service: Service, titles: HandoverContext['titles']): Remaining[] {
  const checks = [
    ...each(stated(() => service.checks) ?? [], function* ({ form, date, items }) {
      yield { form, date, items: Array.from(items, ({ id, result, note }) => ({ id, result, note: note ?? null })) }
    }),
  ]
  return checks
    .filter(({ form, date }) => !checks.some((other) => other.form === form && other.date > date))
    .flatMap(({ form, date, items }) =>
      items
        .filter(({ result }) => isOpen(result))
        .map(({ id, result, note }) => ({ form, date, item: titles[id] ?? id, result, note })),
    )
}
