import type { Assessment } from '../assess.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Service, Transition } from '../generated/service.ts'
import type { Pointer } from '../pointer.ts'

/** People are compared by id: a login can be given away. */
export type Person = { login: string; id: number }

export type PullRequest = {
  number: number
  title: string
  author: Person
  /** The commit that is judged. */
  head: string
  /** The merge base. */
  base: string
  /** The newest commit of main. */
  tip: string
  draft: boolean
  createdAt: string
  isFork: boolean
}

/** One question that a person answers. The key changes when a fact on which the question rests does. */
export type Judgement = {
  key: string
  file: string
  rule: string
  section: string
  pointer: Pointer
  /** Where it is asked in the head, 1-based. */
  line: number
  question: string
  remedy: string | null
  /** What the rule read, as it stands in the file. */
  facts: Fact[]
}
export type Fact = { pointer: Pointer; value: unknown }

export type AnswerVerdict = 'accept' | 'conditional' | 'refuse'
/** One line `/判断` of a review. */
export type Command = { key: string; verdict: AnswerVerdict; reason: string }
export type Answer = Command & { by: Person; reviewId: number; submittedAt: string }

export type ExaminedFile = {
  file: string
  transition: Transition
  /** What could be read; null where there is no file, or none that the schema takes. */
  before: Service | null
  after: Service | null
  beforeAssessment: Assessment | null
  afterAssessment: Assessment | null
  diagnostics: Diagnostic[]
}

/** What keeps a pull request from being merged besides what is written in its files. */
export type BlockerKind =
  | 'mixed'
  | 'path'
  | 'mode'
  | 'size'
  | 'limit'
  | 'stale'
  | 'rival'
  | 'base'
  | 'unattributed'
  | 'entry'
export type Blocker = { kind: BlockerKind; file: string | null; message: string; remedy: string | null }

/** Uses of the same service or provider elsewhere in the register. */
export type Similar = { file: string; like: string; name: string; department: string }

/** `services`: applications; `other`: engine, rules, settings; `both`: refused; `nothing`: no file differs. */
export type Subject = 'services' | 'other' | 'both' | 'nothing'

export type Examination = {
  subject: Subject
  /** Rules, criteria or forms are touched: 情報政策課 must agree. */
  touchesPolicy: boolean
  files: ExaminedFile[]
  /** All of `files`, and what they bring about in other files. */
  diagnostics: Diagnostic[]
  /** Open ones: at the head, not at the merge base. */
  judgements: Judgement[]
  blockers: Blocker[]
  similar: Similar[]
  digests: { engine: string; rules: string }
}

export type Reviewer = Person & { reviewId: number; commit: string; submittedAt: string; bodySha256: string }
/** Why an answer given earlier counts no more: a Japanese sentence. */
export type Lapsed = { key: string; why: string }
/** A line meant as an answer that cannot be read, as it was written. */
export type Unreadable = { by: Person; line: string }
export type Approval = {
  state: 'approved' | 'waiting' | 'refused'
  /** Japanese sentences: what is missing, or why it is void. */
  reasons: string[]
  /** Of open judgements, by people whose review counts: one for each judgement, 条件付 before 可. */
  answers: Answer[]
  /** Answers to what is still open, given at an earlier commit: they count once they are given again. */
  kept: Answer[]
  lapsed: Lapsed[]
  unreadable: Unreadable[]
  /** Those whose approval counts. */
  reviewers: Reviewer[]
}

/** The examination could not be carried out: a Japanese title, and what a person who looks after the system needs. */
export type Fault = { title: string; detail: string }

/** One line in the margin of a file on GitHub. */
export type Annotation = {
  path: string
  start_line: number
  end_line: number
  start_column?: number
  end_column?: number
  annotation_level: 'failure' | 'warning' | 'notice'
  title: string
  message: string
}
export type Conclusion = 'success' | 'failure' | 'action_required'
/** A check run as it is published. */
export type Check = {
  name: string
  conclusion: Conclusion
  title: string
  /** Markdown. */
  summary: string
  annotations: Annotation[]
}

/** Where a pull request stands among those that wait. Days are business days. */
export type Queue = { position: number; waiting: number; days: number }

/** Everything that the comment tells. */
export type CommentInput = {
  /** https://github.com/OWNER/NAME */
  repository: string
  /** Where the site is published, with a slash at its end; null where it is not. */
  site: string | null
  pullRequest: PullRequest
  /** Null where there is a fault. */
  examination: Examination | null
  approval: Approval | null
  fault: Fault | null
  /** Our comment as it stands; anybody with write access may have edited it. */
  previous: string | null
  queue: Queue | null
  /** YYYY-MM-DD. */
  today: string
  /** Hash of the newest record of the ledger, where there is one. */
  ledgerTip: string | null
}
