import { dayInJapan } from '../calendar.ts'
import type { CommentInput } from '../gate/types.ts'
import { excerpt, inline, quotation } from './escape.ts'
import { shortCommit } from './links.ts'
import type { Part } from './parts.ts'
import { isWaiting, statusOf } from './status.ts'
import { wordDate } from './values.ts'

/** What the approval still lacks, or why it is refused, and whose approval counts. Before its turn it lacks nothing. */
export function approvals(input: CommentInput): Part[] {
  const { approval } = input
  if (approval === null) return []
  const { unreadable, reviewers } = approval
  const reasons = approval.state !== 'waiting' || isWaiting(statusOf(input)) ? approval.reasons : []
  const lines = [
    ...reasons.map((reason) => `- ${quotation(reason)}`),
    ...unreadable.map(({ by, line }) => `- 読み取れない回答（${inline(by.login)}）：${excerpt(line)}`),
    ...reviewers.map(
      ({ login, commit, submittedAt }) =>
        `- 承認：${inline(login)}（${wordDate(dayInJapan(submittedAt))}、版 ${shortCommit(commit)}）`,
    ),
  ]
  if (lines.length === 0) return []
  return [{ name: '審査の状況', rank: 4, head: '### 審査の状況\n\n', rows: lines, foot: '' }]
}
