import type { Judgement, Person, Subject } from './types.ts'

/** Who did something on GitHub; `type` is User, Bot, Organization … */
export type Actor = { type: string; login: string; id: number | null }

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'
export type Review = {
  id: number
  state: ReviewState
  submittedAt: string | null
  body: string
  commit: string | null
  author: Actor | null
  /** Who changed the words last: whoever may write may change those of others. Null where nobody has. */
  edited: { by: Actor | null } | null
  /** What the author is to the repository: OWNER, MEMBER, COLLABORATOR, or a stranger. */
  association: string
}
/** Null stands for somebody without an account. */
export type Commit = {
  oid: string
  authors: (number | null)[]
  authorCount: number
  committer: Person | null
}
export type Dismissal = { reviewId: number | null; previous: ReviewState; by: Actor | null; at: string }

/** A list and how long it is said to be. */
export type Counted<Row> = { total: number; rows: Row[] }

/** What GitHub knows of a pull request and the talk about it. */
export type Conversation = {
  isOpen: boolean
  mergedAt: string | null
  baseRef: string
  head: string
  author: Actor | null
  commits: Counted<Commit>
  reviews: Counted<Review>
  dismissals: Dismissal[]
}

/** Ids of the active members, as far as they were asked for: everybody who reviewed or dismissed. */
export type Teams = { policy: readonly number[]; engine: readonly number[] }

export type Evidence = {
  conversation: Conversation
  teams: Teams
  subject: Subject
  touchesPolicy: boolean
  /** The open judgements at the head. */
  open: readonly Judgement[]
  /** Those of earlier commits that were answered, as far as they could be found. */
  earlier: readonly Judgement[]
  /** People who typed in what somebody else applies for. */
  entered: readonly number[]
  /** After the merge only. */
  merge?: MergeEvidence
}

export type MergeEvidence = {
  gateAppId: number
  /** Check runs at the approved head. */
  checks: readonly { name: string; appId: number | null; conclusion: string | null; completedAt: string | null }[]
  /** Result of the rule suite of main for the merge commit; null where none was found. */
  suite: string | null
  isSigned: boolean
  /** Blobs of the pull request's files: as approved and as merged; null where there is none. */
  files: readonly { path: string; approved: string | null; merged: string | null }[]
  /** Paths in which the merge commit differs from its first parent. */
  paths: readonly string[]
  /** What the engine of the first parent finds in the merged tree. */
  violations: number
  keys: readonly string[]
}
