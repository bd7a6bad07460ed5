import type { Transition } from '../generated/service.ts'
import { isOpen, openPaths } from './cures.ts'
import type { LedgerRecord, RecordedFile, RecordedJudgement } from './record.ts'

/** An answer 条件付 that still holds, and the record that has it. */
export type ConditionInForce = RecordedJudgement & { id: string; date: string }

export type Permission = {
  file: string
  /** `none`: no record names the file; `ended`: permitted to its end; `unconfirmed`: merged without a permission. */
  state: 'permitted' | 'ended' | 'unconfirmed' | 'none'
  /** The newest permission, whether or not something came behind it. */
  inForce: LedgerRecord | null
  /** The content that is permitted. */
  blob: string | null
  conditions: ConditionInForce[]
  /** Irregular records of the file that are not cured. */
  irregular: LedgerRecord[]
  /** Every record that names the file, oldest first. */
  records: LedgerRecord[]
}

/** What the ledger says of one file. */
export function permissionOf(file: string, all: readonly LedgerRecord[]): Permission {
  const records = all.filter(({ files }) => files.some(({ path }) => path === file))
  const permits = records.filter(({ kind }) => kind === 'permission' || kind === 'change')
  const inForce = permits.at(-1) ?? null
  const irregular = records.filter((record) => isOpen(record, all) && openPaths(record, all).includes(file))
  return {
    file,
    state: stateOf(file, permits, irregular),
    inForce,
    blob: inForce === null ? null : (entryOf(file, inForce)?.blob ?? null),
    conditions: conditionsOf(file, permits),
    irregular,
    records,
  }
}

function stateOf(
  file: string,
  permits: readonly LedgerRecord[],
  irregular: readonly LedgerRecord[],
): Permission['state'] {
  if (irregular.length > 0) return 'unconfirmed'
  if (permits.length === 0) return 'none'
  const decisive = permits.map((record) => transitionOf(file, record)).filter(isDecisive)
  return decisive.at(-1) === 'termination' ? 'ended' : 'permitted'
}
/** Corrections and checks neither begin nor end a use. */
const isDecisive = (transition: Transition | null): boolean =>
  transition === 'new' || transition === 'renewal' || transition === 'termination'

const entryOf = (file: string, { files }: LedgerRecord): RecordedFile | undefined =>
  files.find(({ path }) => path === file)

export const transitionOf = (file: string, record: LedgerRecord): Transition | null =>
  entryOf(file, record)?.transition ?? record.transition

/** What a record answers about one of its files. */
export const judgementsOf = (file: string, { judgements, files }: LedgerRecord): RecordedJudgement[] =>
  judgements.filter((judgement) => (judgement.file ?? files[0]?.path) === file)

/** Answers of the last application and of whatever came after it; one question has only its newest answer. */
function conditionsOf(file: string, permits: readonly LedgerRecord[]): ConditionInForce[] {
  const start = permits.findLastIndex((record) => ['new', 'renewal'].includes(transitionOf(file, record) ?? ''))
  const newest = new Map<string, ConditionInForce>()
  for (const record of permits.slice(Math.max(start, 0)))
    for (const judgement of judgementsOf(file, record)) {
      const question = `${judgement.rule} ${judgement.pointer}`
      newest.delete(question)
      newest.set(question, { ...judgement, id: record.id, date: record.recordedAt.slice(0, 10) })
    }
  return [...newest.values()].filter(({ answer }) => answer === 'conditional')
}
