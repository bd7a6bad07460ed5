import type { Dismissal, Evidence } from './evidence.ts'
import { lapsedAnswers } from './lapse.ts'
import { mergeFlaws } from './merged.ts'
import {
  answersIn,
  decides,
  flawOf,
  forged,
  isForged,
  mayDismiss,
  mayObject,
  opinionsIn,
  reviewerOf,
  reviewsIn,
  type Said,
  unreadableIn,
} from './reviews.ts'
import type { Answer, Approval, Judgement } from './types.ts'

/** `pre`: may it be merged; `post`: was it merged rightly. */
export type Phase = 'pre' | 'post'

/** Whether those who decide have agreed to exactly this content, and have answered what was asked. */
export function verifyApproval(evidence: Evidence, phase: Phase): Approval {
  const said = reviewsIn(evidence.conversation).filter((review) => mayObject(evidence, review))
  const latest = opinionsIn(evidence.conversation)
  const opinions = latest.filter((review) => mayObject(evidence, review))
  const approvals = latest.filter(({ by, state }) => state === 'APPROVED' && decides(evidence, by.id))
  const countable = approvals.filter((review) => flawOf(review, evidence) === null)
  const standing = standingAnswers(said.filter(({ id }) => !isWithdrawn(id, evidence)))
  const answers = chosenAnswers(evidence.open, countable)
  const unreadable = unreadableIn(said.filter(({ state }) => state !== 'DISMISSED'))
  const refused = [
    ...incomplete(evidence),
    ...refusals(evidence, opinions, standing),
    ...forgeries(said),
    ...dismissals(evidence, opinions),
    ...unreadable.map(({ by }) => `${by.login} さんの回答に、読み取れない行があります。`),
    ...(phase === 'post' ? mergeFlaws(evidence) : []),
  ]
  const missing = [
    ...(countable.length < needed(evidence)
      ? approvals.map((review) => flawOf(review, evidence)).filter((flaw) => flaw !== null)
      : []),
    ...missingApprovals(evidence, countable),
    ...missingAnswers(evidence.open, answers),
  ]
  const answered = new Set(answers.map(({ key }) => key))
  const open = new Set(evidence.open.map(({ key }) => key))
  const earlier = said.flatMap(answersIn)
  return {
    state: stateOf(refused.length > 0, missing.length > 0),
    reasons: [...refused, ...missing],
    answers,
    kept: standing.filter(({ key, verdict }) => open.has(key) && !answered.has(key) && verdict !== 'refuse'),
    lapsed: lapsedAnswers(
      earlier.map(({ key }) => key),
      evidence.earlier,
      evidence.open,
    ),
    unreadable,
    reviewers: countable.map(reviewerOf),
  }
}

function stateOf(isRefused: boolean, isMissing: boolean): Approval['state'] {
  if (isRefused) return 'refused'
  return isMissing ? 'waiting' : 'approved'
}

/** A list that is cut short could lack the very review that matters. */
const incomplete = ({ conversation: { commits, reviews } }: Evidence): string[] => {
  const isCut =
    commits.rows.length !== commits.total ||
    reviews.rows.length !== reviews.total ||
    commits.rows.some(({ authors, authorCount }) => authors.length !== authorCount)
  return isCut ? ['コミットまたはレビューの一覧を、最後まで読み取れませんでした。'] : []
}

/** What each person last said of each judgement, whatever became of the review. */
function standingAnswers(said: readonly Said[]): Answer[] {
  const last = new Map<string, Answer>()
  for (const review of said) for (const answer of answersIn(review)) last.set(`${answer.by.id} ${answer.key}`, answer)
  return [...last.values()]
}

/** One 不可 stands against any number of 可. */
function refusals({ open }: Evidence, opinions: readonly Said[], standing: readonly Answer[]): string[] {
  const keys = new Set(open.map(({ key }) => key))
  return [
    ...opinions
      .filter(({ state }) => state === 'CHANGES_REQUESTED')
      .map(({ by }) => `${by.login} さんが修正を求めています。`),
    ...standing
      .filter(({ key, verdict }) => verdict === 'refuse' && keys.has(key))
      .map(({ by, key }) => `${by.login} さんが判断 ${key} を「不可」としています。`),
  ]
}

/** What was said is no longer known, until the same person gives an opinion again. */
function forgeries(said: readonly Said[]): string[] {
  const standing = said.filter((review, index) => {
    const later = said.slice(index + 1).filter(({ by, state }) => by.id === review.by.id && state !== 'COMMENTED')
    return isForged(review) && review.state !== 'DISMISSED' && !later.some((one) => !isForged(one))
  })
  return [...new Set(standing.map(({ by }) => forged(by.login)))]
}

/** A request for changes that was taken away by somebody who does not decide stands until its author says otherwise. */
function dismissals(evidence: Evidence, opinions: readonly Said[]): string[] {
  return evidence.conversation.dismissals.flatMap((dismissal) => {
    const review = opinions.find(({ id, state }) => id === dismissal.reviewId && state === 'DISMISSED')
    if (dismissal.previous !== 'CHANGES_REQUESTED' || review === undefined || isRightful(dismissal, evidence)) return []
    return [`${review.by.login} さんが求めた修正が、審査する人でない人によって取り下げられています。`]
  })
}

const isRightful = ({ by }: Dismissal, evidence: Evidence): boolean => mayDismiss(evidence, by?.id)

/** A request for changes that those who decide took back themselves. */
const isWithdrawn = (id: number, evidence: Evidence): boolean =>
  evidence.conversation.dismissals.some(
    (dismissal) =>
      dismissal.reviewId === id && dismissal.previous === 'CHANGES_REQUESTED' && isRightful(dismissal, evidence),
  )

const needed = ({ subject }: Evidence): number => (subject === 'other' ? 2 : 1)

function missingApprovals(evidence: Evidence, countable: readonly Said[]): string[] {
  const { subject, touchesPolicy, teams } = evidence
  const short = needed(evidence) - countable.length
  if (subject !== 'other') return short > 0 ? ['情報政策課の承認がまだありません。'] : []
  const lacks = (members: readonly number[]): boolean => !countable.some(({ by }) => members.includes(by.id))
  return [
    ...(short > 0 ? [`承認が、あと${short}人分必要です。`] : []),
    ...(lacks(teams.engine) ? ['基盤の担当の承認がまだありません。'] : []),
    ...(touchesPolicy && lacks(teams.policy) ? ['規則・別表・様式が変わるため、情報政策課の承認が必要です。'] : []),
  ]
}

/** 条件付 before 可: a condition that one of them sets holds. */
function chosenAnswers(open: readonly Judgement[], countable: readonly Said[]): Answer[] {
  const given = countable.flatMap(answersIn).filter(({ verdict }) => verdict !== 'refuse')
  return open.flatMap(({ key }) => {
    const own = given.filter((answer) => answer.key === key)
    return own.find(({ verdict }) => verdict === 'conditional') ?? own[0] ?? []
  })
}

function missingAnswers(open: readonly Judgement[], answers: readonly Answer[]): string[] {
  const answered = new Set(answers.map(({ key }) => key))
  const keys = open.map(({ key }) => key).filter((key) => !answered.has(key))
  if (keys.length === 0) return []
  return [
    `判断票の${keys.length}件（${keys.slice(0, 10).join('、')}${keys.length > 10 ? ' など' : ''}）の回答がまだありません。`,
  ]
}
