import { ApiError } from '../errors.ts'
import { tick } from './clock.ts'
import { record } from './events.ts'
import type { Account, PullRequest, Review, State } from './state.ts'

export type ReviewOptions = {
  readonly by: Account
  readonly state?: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED'
  readonly body?: string
  /** The commit the reviewer looked at; the head unless told. */
  readonly commit?: string
}

export function review(state: State, pull: PullRequest, options: ReviewOptions): Review {
  const { by, state: opinion = 'APPROVED', body = '', commit = pull.headSha } = options
  if (by === pull.issue.author && opinion !== 'COMMENTED')
    throw new ApiError(422, 'Review Can not approve your own pull request')
  const at = tick(state)
  const made: Review = {
    id: state.next('review'),
    author: by,
    commit,
    submittedAt: at,
    state: opinion,
    body,
    updatedAt: at,
    lastEditedAt: null,
    editor: null,
  }
  pull.reviews.push(made)
  pull.issue.updatedAt = at
  record(state, { name: 'pull_request_review', action: 'submitted', number: pull.number, by })
  return made
}

export function editReview(state: State, edited: Review, { by, body }: { by?: Account; body: string }): void {
  const at = tick(state)
  Object.assign(edited, { body, lastEditedAt: at, updatedAt: at, editor: by ?? edited.author })
  const pull = [...state.pulls.values()].find(({ reviews }) => reviews.includes(edited))
  record(state, { name: 'pull_request_review', action: 'edited', number: pull?.number ?? null, by: edited.author })
}

export function dismissReview(
  state: State,
  pull: PullRequest,
  dismissed: Review,
  { by, message = '' }: { by: Account; message?: string },
): void {
  const createdAt = tick(state)
  pull.timeline.push({
    type: 'ReviewDismissedEvent',
    createdAt,
    actor: by,
    review: dismissed,
    previousState: dismissed.state,
    message,
  })
  dismissed.state = 'DISMISSED'
  dismissed.updatedAt = createdAt
  record(state, { name: 'pull_request_review', action: 'dismissed', number: pull.number, by })
}
