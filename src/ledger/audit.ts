import type { Diagnostic } from '../diagnostic.ts'
import type { Transition } from '../generated/service.ts'
import { isOpen } from './cures.ts'
import type { Merge } from './merges.ts'
import { judgementsOf } from './permission.ts'
import type { LedgerRecord } from './record.ts'

/** What the rules then in force say of a merge; `untouched`: it changed no use; `impossible`: nothing can be run. */
export type Replay =
  | { state: 'untouched' }
  | { state: 'impossible'; why: string }
  | {
      state: 'judged'
      changes: { file: string; transition: Transition }[]
      diagnostics: Diagnostic[]
      /** What was found in the same files before the merge. */
      before: Diagnostic[]
    }

/**
 * `permitted`; `cured`: irregular at first; `irregular`: no permission; `unrecorded`: not in the ledger yet; `doubtful`: a
 * permission against the rules of its day; `before`: older than the ledger, or there is none.
 */
export type Standing = 'permitted' | 'cured' | 'irregular' | 'unrecorded' | 'doubtful' | 'before'
export type AuditedMerge = {
  commit: string
  /** YYYY-MM-DD, Japan time. */
  date: string
  standing: Standing
  record: string | null
  changes: { file: string; transition: Transition }[]
  replay: Replay['state']
  /** Japanese sentences: what is wrong with it, or why nothing can be said. */
  notes: string[]
}
export type Audit = { merges: AuditedMerge[]; ledger: boolean }

export type Audited = Merge & { date: string; replay: Replay }

/** Every merge beside its record, oldest first. */
export function audit(merges: readonly Audited[], records: readonly LedgerRecord[]): Audit {
  const byCommit = new Map(records.flatMap((record) => (record.main === null ? [] : [[record.main.commit, record]])))
  const genesis = merges.findIndex(({ commit }) => byCommit.has(commit))
  const isBefore = (index: number): boolean => genesis < 0 || index <= genesis
  return {
    ledger: records.length > 0,
    merges: merges.map((merge, index) => {
      const record = byCommit.get(merge.commit)
      const faults = faultsOf(merge, record)
      const standing = isBefore(index) ? 'before' : standingOf(record, faults, records)
      return {
        commit: merge.commit,
        date: merge.date,
        standing,
        record: record?.id ?? null,
        changes: merge.replay.state === 'judged' ? merge.replay.changes : [],
        replay: merge.replay.state,
        notes: [...(record?.reasons ?? []), ...faults, ...reasonOf(merge.replay)],
      }
    }),
  }
}

/** What a person must look at. */
export const isListed = ({ standing }: AuditedMerge): boolean =>
  standing === 'irregular' || standing === 'unrecorded' || standing === 'doubtful'

function standingOf(
  record: LedgerRecord | undefined,
  faults: readonly string[],
  records: readonly LedgerRecord[],
): Standing {
  if (record === undefined) return 'unrecorded'
  if (record.kind === 'irregular') return isOpen(record, records) ? 'irregular' : 'cured'
  return faults.length > 0 ? 'doubtful' : 'permitted'
}

const reasonOf = (replay: Replay): string[] => (replay.state === 'impossible' ? [replay.why] : [])

/** What speaks against the merge as it was judged again. */
function faultsOf({ replay, files }: Audited, record: LedgerRecord | undefined): string[] {
  if (replay.state !== 'judged') return []
  const changed = new Set([...files.map(({ path }) => path), ...replay.changes.map(({ file }) => file)])
  const found = replay.diagnostics.filter(({ file }) => changed.has(file))
  const violations = found.filter(({ verdict }) => verdict === 'violation')
  const questions = found.filter(({ verdict }) => verdict === 'judgement')
  const asked = new Set(replay.before.map(questionIn))
  const open = questions.filter((question) => !asked.has(questionIn(question)) && !isAnswered(question, record))
  return [
    ...violations.map(({ file, message }) => `${file}: 要修正のまま取り込まれています（${bare(message)}）。`),
    ...open.map(({ file, message }) => `${file}: 判断の記録がありません（${bare(message)}）。`),
  ]
}
const bare = (sentence: string): string => sentence.replace(/。$/, '')

const questionIn = ({ file, rule, pointer, message }: Diagnostic): string => `${file} ${rule} ${pointer} ${message}`

/** A merge without a permission has other troubles. */
const isAnswered = ({ file, rule, pointer }: Diagnostic, record: LedgerRecord | undefined): boolean =>
  record === undefined ||
  record.kind === 'irregular' ||
  judgementsOf(file, record).some((judgement) => judgement.rule === rule && judgement.pointer === pointer)
