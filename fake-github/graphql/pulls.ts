import { association } from '../answers/issues.ts'
import { repositoryName, sameRepository } from '../answers/repository.ts'
import type { Shown } from '../answers/shown.ts'
import { pageUrl } from '../answers/shown.ts'
import type { ChangeStatus } from '../git/diff.ts'
import { changesOf, commitsOf, mergeOf } from '../world/pull-files.ts'
import type { PullRequest, Review, TimelineItem } from '../world/state.ts'
import { commitById, resolveActor, resolveCommit } from './commits.ts'
import { connection, type Window } from './connection.ts'

const changeTypes: Readonly<Record<ChangeStatus, string>> = {
  added: 'ADDED',
  removed: 'DELETED',
  modified: 'MODIFIED',
  renamed: 'RENAMED',
  changed: 'CHANGED',
}

export const stateOf = ({ merge, issue }: PullRequest): string =>
  merge === null ? issue.state.toUpperCase() : 'MERGED'

export function resolvePull(shown: Shown, pull: PullRequest) {
  const { state } = shown
  const { issue, merge } = pull
  return {
    __typename: 'PullRequest',
    databaseId: pull.id,
    number: pull.number,
    title: issue.title,
    body: issue.body,
    state: stateOf(pull),
    url: `${pageUrl(shown)}/pull/${pull.number}`,
    isDraft: pull.draft,
    closed: issue.state === 'closed',
    closedAt: issue.closedAt,
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    merged: merge !== null,
    mergedAt: merge?.at ?? null,
    mergedBy: resolveActor(merge?.by ?? null),
    mergeCommit: () => (merge === null ? null : commitById(state, merge.commit)),
    mergeable: () => mergeableState(shown, pull),
    author: resolveActor(issue.author),
    baseRefName: pull.baseRef,
    baseRefOid: pull.baseSha,
    headRefName: pull.headKey.replace(/^.*refs\/heads\//, ''),
    headRefOid: pull.headSha,
    headRepository: () => ({ ...headRepository(shown, pull) }),
    isCrossRepository: !sameRepository(shown, pull.headKey),
    changedFiles: () => changesOf(state, pull).length,
    ...listsOf(shown, pull),
  }
}

function headRepository(shown: Shown, { headKey }: PullRequest) {
  const nameWithOwner = repositoryName(shown, headKey)
  const isFork = !sameRepository(shown, headKey)
  return { nameWithOwner, name: shown.state.repository.name, isFork, isPrivate: shown.state.settings.private }
}

function mergeableState({ state }: Shown, pull: PullRequest): string {
  if (pull.merge !== null) return 'UNKNOWN'
  return mergeOf(state, pull).conflicts.length > 0 ? 'CONFLICTING' : 'MERGEABLE'
}

type ReviewWindow = Window & { readonly states?: readonly string[] | null; readonly author?: string | null }
type TimelineWindow = Window & { readonly itemTypes?: readonly string[] | null }

function listsOf(shown: Shown, pull: PullRequest) {
  const { state } = shown
  return {
    commits: (window: Window) =>
      connection(commitsOf(state, pull), window, (commit) => ({
        __typename: 'PullRequestCommit',
        commit: resolveCommit(state, commit),
      })),
    files: (window: Window) =>
      connection(changesOf(state, pull), window, ({ path, status, additions, deletions }) => ({
        path,
        changeType: changeTypes[status],
        additions,
        deletions,
      })),
    reviews: ({ states, author, ...window }: ReviewWindow) =>
      connection(
        pull.reviews
          .filter((review) => !states || states.includes(review.state))
          .filter((review) => !author || review.author.login === author),
        window,
        (review) => resolveReview(shown, review),
      ),
    timelineItems: ({ itemTypes, ...window }: TimelineWindow) =>
      connection(
        pull.timeline.filter(({ type }) => !itemTypes || itemTypes.includes(constantOf(type))),
        window,
        (item) => resolveItem(shown, item),
      ),
  }
}

const constantOf = (type: string) => type.replace(/(?<=.)[A-Z]/g, '_$&').toUpperCase()

function resolveReview(shown: Shown, review: Review) {
  const { id, state, body, submittedAt, updatedAt, lastEditedAt, editor, author, commit } = review
  return {
    __typename: 'PullRequestReview',
    databaseId: id,
    state,
    body,
    submittedAt,
    createdAt: submittedAt,
    updatedAt,
    lastEditedAt,
    includesCreatedEdit: lastEditedAt !== null,
    editor: resolveActor(editor),
    author: resolveActor(author),
    authorAssociation: association(shown, author),
    commit: () => commitById(shown.state, commit),
  }
}

function resolveItem(shown: Shown, item: TimelineItem) {
  const common = { __typename: item.type, createdAt: item.createdAt, actor: resolveActor(item.actor) }
  switch (item.type) {
    case 'ReviewDismissedEvent':
      return {
        ...common,
        previousReviewState: item.previousState,
        dismissalMessage: item.message,
        review: resolveReview(shown, item.review),
      }
    case 'HeadRefForcePushedEvent': {
      const [beforeCommit, afterCommit] = [commitById(shown.state, item.before), commitById(shown.state, item.after)]
      return { ...common, beforeCommit, afterCommit }
    }
    case 'BaseRefChangedEvent':
      return { ...common, previousRefName: item.before, currentRefName: item.after }
  }
}
