import { byCodeUnit } from '../diagnostic.ts'
import { sha256Of } from '../ledger/canonical.ts'
import { readAnswers } from './answers.ts'
import type { Conversation, Evidence, Review, ReviewState } from './evidence.ts'
import type { Answer, Person, Reviewer, Unreadable } from './types.ts'

/** GitHub's own account: it commits what is done in the browser. */
const webFlow = 19864447

/** A review that a person has handed in. */
export type Said = Review & { by: Person; submittedAt: string }

/**
 * Oldest first, as they stood at the merge where there was one: what is said or taken back afterwards neither makes nor
 * breaks a permission. Times are written alike, so that they compare as texts.
 */
export const reviewsIn = (conversation: Conversation): Said[] =>
  conversation.reviews.rows
    .flatMap((review): Said[] => {
      const { author, submittedAt } = review
      if (author === null || author.id === null || author.type !== 'User' || submittedAt === null) return []
      if (isAfterMerge(submittedAt, conversation)) return []
      const state = stateAtMerge(review, conversation)
      return state === 'PENDING' ? [] : [{ ...review, state, submittedAt, by: { login: author.login, id: author.id } }]
    })
    .sort((a, b) => byCodeUnit(a.submittedAt, b.submittedAt) || a.id - b.id)

const isAfterMerge = (time: string, { mergedAt }: Conversation): boolean => mergedAt !== null && time > mergedAt

function stateAtMerge({ id, state }: Review, conversation: Conversation): ReviewState {
  if (state !== 'DISMISSED') return state
  const later = conversation.dismissals.filter(({ reviewId, at }) => reviewId === id && isAfterMerge(at, conversation))
  return later[0]?.previous ?? state
}

/** The last opinion of each person; a comment does not replace one. */
export function opinionsIn(conversation: Conversation): Said[] {
  const latest = new Map<number, Said>()
  for (const review of reviewsIn(conversation)) if (review.state !== 'COMMENTED') latest.set(review.by.id, review)
  return [...latest.values()]
}

const isMember = ({ teams }: Pick<Evidence, 'teams'>, id: number): boolean =>
  teams.policy.includes(id) || teams.engine.includes(id)

/** Whoever belongs here may say no, even where nobody can tell in which team they are; strangers may not. */
export const mayObject = (evidence: Evidence, { by, association }: Said): boolean =>
  evidence.conversation.author?.id !== by.id &&
  (isMember(evidence, by.id) || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association))

/** Whether somebody may take back what another one asked for. */
export const mayDismiss = (evidence: Evidence, id: number | null | undefined): boolean =>
  id !== null && id !== undefined && isMember(evidence, id) && id !== evidence.conversation.author?.id

/** Whether a person decides on this pull request at all: applications are decided by 情報政策課. */
export const decides = ({ teams, subject, touchesPolicy }: Evidence, id: number): boolean => {
  if (subject !== 'other') return teams.policy.includes(id)
  return teams.engine.includes(id) || (touchesPolicy && teams.policy.includes(id))
}

/** Why an approval does not count; null where it does. */
export function flawOf(review: Said, evidence: Evidence): string | null {
  const { conversation, entered } = evidence
  const { id, login } = review.by
  if (conversation.author?.id === id) return `${login} さんは申請した本人のため、承認に数えません。`
  if (entered.includes(id)) return `${login} さんは代わりに入力した人のため、承認に数えません。`
  if (committersIn(conversation).has(id)) return `${login} さんはこの変更を書いた人のため、承認に数えません。`
  if (isForged(review)) return forged(login)
  if (review.commit !== conversation.head)
    return `${login} さんの承認は、今の版（${conversation.head.slice(0, 7)}）より前の版に対するものです。`
  return null
}

/** Somebody else has put words into the mouth of the reviewer, or taken them out of it. */
export const isForged = ({ edited, by }: Said): boolean => edited !== null && edited.by?.id !== by.id
export const forged = (login: string): string =>
  `${login} さんのレビューが、ほかの人に書き換えられています。${login} さんがもう一度レビューする必要があります。`

function committersIn({ commits }: Conversation): Set<number> {
  const ids = commits.rows.flatMap(({ authors, committer }) => [...authors, committer?.id ?? null])
  return new Set(ids.filter((id): id is number => id !== null && id !== webFlow))
}

export const reviewerOf = ({ by, id, commit, submittedAt, body }: Said): Reviewer => ({
  ...by,
  reviewId: id,
  commit: commit ?? '',
  submittedAt,
  bodySha256: sha256Of(body),
})

export const answersIn = ({ body, by, id, submittedAt }: Said): Answer[] =>
  readAnswers(body).commands.map((command) => ({ ...command, by, reviewId: id, submittedAt }))

/** Lines that cannot be read, in what each person said last. */
export function unreadableIn(reviews: readonly Said[]): Unreadable[] {
  const last = new Map(reviews.map((review) => [review.by.id, review]))
  return [...last.values()].flatMap(({ body, by }) => readAnswers(body).unreadable.map((line) => ({ by, line })))
}
