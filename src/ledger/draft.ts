import type { Approval, Judgement, Subject } from '../gate/types.ts'
import type { Outcome, Transition } from '../generated/service.ts'
import { curable } from './cures.ts'
import type { Merge } from './merges.ts'
import {
  type Draft,
  type Edition,
  empty,
  type Kind,
  type LedgerRecord,
  type RecordedFile,
  type RecordedJudgement,
  type User,
} from './record.ts'

/** What the rules in force at the first parent say of a merge. */
export type Judged = {
  subject: Subject
  touchesPolicy: boolean
  files: { path: string; transition: Transition; outcome: Outcome | null; form: 1 | 2 | null }[]
  violations: number
  judgements: Pick<Judgement, 'key' | 'file' | 'rule' | 'pointer'>[]
  diagnosticsSha256: string
  engine: Edition
  rules: Edition
  /** Why the rules of that time could not be asked: a Japanese sentence. */
  doubt?: string
}

/** What GitHub knows of a merge. */
export type Proof = Pick<Draft, 'pr' | 'team' | 'checks' | 'ruleSuite'> & {
  /** Null where no pull request was merged. */
  approval: Approval | null
}

/** The record of one merge: permitted where everything holds, irregular where anything does not. */
export function mergeDraft(
  { commit, parent, files }: Merge,
  judged: Judged,
  proof: Proof,
  earlier: readonly LedgerRecord[],
  recordedAt: string,
): Draft {
  const { approval, ...found } = proof
  const reasons = reasonsOf(approval, judged)
  const cures =
    reasons.length > 0
      ? []
      : curable(
          files.map(({ path }) => path),
          earlier,
        )
  return {
    ...empty,
    ...found,
    kind: kindOf(reasons, judged),
    main: { parent, commit },
    ...recordedFiles(files, judged),
    approvals: (approval?.reviewers ?? []).map(({ login, id, ...review }) => ({ user: login, userId: id, ...review })),
    judgements: answersIn(approval, judged),
    engine: judged.engine,
    rules: judged.rules,
    diagnosticsSha256: judged.diagnosticsSha256,
    recordedAt,
    ...(cures.length > 0 && { cures }),
    ...(reasons.length > 0 && { reasons }),
  }
}

function reasonsOf(approval: Approval | null, { subject, doubt }: Judged): string[] {
  if (approval === null) return ['プルリクエストを通らずに取り込まれています。']
  const own = [
    ...(doubt === undefined ? [] : [doubt]),
    ...(subject === 'both' ? ['申請のファイルと、ほかのファイルが一緒に取り込まれています。'] : []),
  ]
  if (approval.state === 'approved') return own
  return [...own, ...(approval.reasons.length > 0 ? approval.reasons : ['承認が確かめられません。'])]
}

function kindOf(reasons: readonly string[], { subject }: Judged): Kind {
  if (reasons.length > 0) return 'irregular'
  return subject === 'services' ? 'permission' : 'change'
}

/** The transition of the first file is that of the record; others are told where they differ. */
function recordedFiles(files: Merge['files'], judged: Judged): Pick<Draft, 'files' | 'transition'> {
  const known = new Map(judged.files.map((file) => [file.path, file]))
  const first = files.find(({ path }) => known.has(path))
  const transition = first === undefined ? null : known.get(first.path)!.transition
  const recorded = files.map(({ path, blob }): RecordedFile => {
    const file = known.get(path)
    const differs = file !== undefined && file.transition !== transition
    return {
      path,
      blob,
      outcome: file?.outcome ?? null,
      form: file?.form ?? null,
      ...(differs && { transition: file.transition }),
    }
  })
  return { files: recorded, transition }
}

function answersIn(approval: Approval | null, { judgements, files }: Judged): RecordedJudgement[] {
  return (approval?.answers ?? []).flatMap(({ key, verdict, reason, by }) => {
    const asked = judgements.find((judgement) => judgement.key === key)
    if (asked === undefined) return []
    const { file, rule, pointer } = asked
    return [{ key, ...(files.length > 1 && { file }), rule, pointer, answer: verdict, reason, by: userOf(by) }]
  })
}

export const userOf = ({ login, id }: { login: string; id: number }): User => ({ user: login, userId: id })

/** A pull request that 情報政策課 closed with the label 却下. */
export type Rejection = Pick<Draft, 'pr' | 'team' | 'judgements'> & {
  files: { path: string; blob: string | null }[]
}

/** The record of a refusal: what was asked for, and who refused it. Nothing is merged by it. */
export const rejectionDraft = ({ files, ...rejection }: Rejection, recordedAt: string): Draft => ({
  ...empty,
  ...rejection,
  kind: 'rejected',
  main: null,
  files: files.map(({ path, blob }) => ({ path, blob, outcome: null, form: null })),
  recordedAt,
})

/** The first record: everything before it is older than the ledger. */
export const genesisDraft = (commit: string, settingsSha256: string, recordedAt: string): Draft => ({
  ...empty,
  kind: 'genesis',
  main: { parent: null, commit },
  settingsSha256,
  recordedAt,
})

/** Whether a refusal is in the ledger; a pull request that was opened again can be refused again. */
export const isRecorded = (number: number, closedAt: string, records: readonly LedgerRecord[]): boolean =>
  records.some(({ kind, pr }) => kind === 'rejected' && pr?.number === number && pr.closedAt === closedAt)
