import type { Outcome, Transition } from '../generated/service.ts'
import type { Pointer } from '../pointer.ts'

/**
 * `permission`: a merge that an approval covers, in services/; `change`: the same, elsewhere; `irregular`: a commit of main
 * that none covers; `rejected`: a pull request closed as 却下; `genesis`: where the ledger begins.
 */
export type Kind = 'permission' | 'change' | 'irregular' | 'rejected' | 'genesis'

/** People by login and id, and nothing else about them. */
export type User = { user: string; userId: number }
/** A file as the commit has it; `blob` is null where the commit took it away. Only service files have an outcome. */
export type RecordedFile = {
  path: string
  blob: string | null
  outcome: Outcome | null
  form: 1 | 2 | null
  /** Where it is not that of the record. */
  transition?: Transition
}
export type RecordedApproval = User & { reviewId: number; commit: string; submittedAt: string; bodySha256: string }
export type RecordedJudgement = {
  key: string
  /** Where the record has several files. */
  file?: string
  rule: string
  pointer: Pointer
  answer: 'accept' | 'conditional' | 'refuse'
  reason: string
  by: User
}
export type RecordedCheck = { name: string; id: number; appId: number; externalId: string }
/** What judged: the version of the package, and the digest of everything that was run or read. */
export type Edition = { version: string; digest: string }
export type RecordedPull = {
  number: number
  author: User
  head: string
  /** Null where it was closed without a merge. */
  mergedAt: string | null
  mergedBy: string | null
  closedAt?: string
  closedBy?: User
}

export type LedgerRecord = {
  v: 1
  seq: number
  /** D-2026-000123: the year of `recordedAt`, then `seq`. */
  id: string
  kind: Kind
  /** What happened to the first of the files; null where there is none in services/. */
  transition: Transition | null
  /** The commit of main and its first parent; null where nothing was merged. */
  main: { parent: string | null; commit: string } | null
  pr: RecordedPull | null
  files: RecordedFile[]
  approvals: RecordedApproval[]
  /** Who could approve: the digest of the sorted ids of the members at that time. */
  team: { slug: string; memberIdsSha256: string } | null
  judgements: RecordedJudgement[]
  checks: RecordedCheck[]
  ruleSuite: { id: number; result: string } | null
  engine: Edition | null
  rules: Edition | null
  /** Of everything that was found in the merged files. */
  diagnosticsSha256: string | null
  /** Japan time, 2026-07-01T09:00:00+09:00. */
  recordedAt: string
  /** SHA-256 of the bytes of the record before; null in the first. */
  prev: string | null
  /** Earlier irregular records whose files this one permits. */
  cures?: number[]
  /** Why a commit is irregular: Japanese sentences. */
  reasons?: string[]
  /** In the first record: the digest of the settings in force. */
  settingsSha256?: string
}

/** What the writer knows before a record gets its place in the chain. */
export type Draft = Omit<LedgerRecord, 'v' | 'seq' | 'id' | 'prev'>

/** A record as a file of the branch. */
export type RecordFile = { path: string; bytes: Uint8Array }
/** The same, read. */
export type Written = RecordFile & { record: LedgerRecord }

export const empty: Omit<Draft, 'kind' | 'main' | 'recordedAt'> = {
  transition: null,
  pr: null,
  files: [],
  approvals: [],
  team: null,
  judgements: [],
  checks: [],
  ruleSuite: null,
  engine: null,
  rules: null,
  diagnosticsSha256: null,
}
