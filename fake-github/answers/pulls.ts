import type { JsonObject } from '../json.ts'
import { changesOf, commitsOf, mergeOf } from '../world/pull-files.ts'
import type { Account, PullRequest, Review } from '../world/state.ts'
import { association, labelsOf } from './issues.ts'
import { showAccount } from './people.ts'
import { forkOwner, showRepository } from './repository.ts'
import { nodeId, pageUrl, repositoryUrl, type Shown } from './shown.ts'

const branchOf = (key: string) => key.replace(/^.*refs\/heads\//, '')

function showSide(shown: Shown, owner: Account, ref: string, sha: string): JsonObject {
  const repo = showRepository(shown, owner)
  return { label: `${owner.login}:${ref}`, ref, sha, user: showAccount(shown, owner), repo }
}

function linksOf(shown: Shown, pull: PullRequest) {
  const url = `${repositoryUrl(shown)}/pulls/${pull.number}`
  const issue = `${repositoryUrl(shown)}/issues/${pull.number}`
  return {
    self: url,
    html: `${pageUrl(shown)}/pull/${pull.number}`,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repositoryUrl(shown)}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${repositoryUrl(shown)}/statuses/${pull.headSha}`,
  }
}

export function showPull(shown: Shown, pull: PullRequest): JsonObject {
  const { issue, number, merge } = pull
  const links = linksOf(shown, pull)
  const { self, html, ...rest } = links
  const urls = Object.fromEntries(Object.entries(rest).map(([name, url]) => [`${name}_url`, url]))
  return {
    url: self,
    html_url: html,
    ...urls,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number,
    state: issue.state,
    locked: false,
    active_lock_reason: null,
    title: issue.title,
    body: issue.body === '' ? null : issue.body,
    user: showAccount(shown, issue.author),
    labels: labelsOf(shown, issue).map((label) => ({ ...label, description: label.description ?? '' })),
    milestone: null,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: merge?.at ?? null,
    merge_commit_sha: merge?.commit ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: showSide(shown, forkOwner(shown, pull.headKey), branchOf(pull.headKey), pull.headSha),
    base: showSide(shown, shown.state.owner, pull.baseRef, pull.baseSha),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: association(shown, issue.author),
    auto_merge: null,
    draft: pull.draft,
  }
}

export function showFullPull(shown: Shown, pull: PullRequest): JsonObject {
  const changes = changesOf(shown.state, pull)
  const mergeable = pull.merge === null ? mergeOf(shown.state, pull).conflicts.length === 0 : null
  return {
    ...showPull(shown, pull),
    merged: pull.merge !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable === false ? 'dirty' : 'unknown',
    merged_by: pull.merge === null ? null : showAccount(shown, pull.merge.by),
    comments: shown.state.comments.filter(({ number }) => number === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commitsOf(shown.state, pull).length,
    additions: changes.reduce((total, { additions }) => total + additions, 0),
    deletions: changes.reduce((total, { deletions }) => total + deletions, 0),
    changed_files: changes.length,
  }
}

export function showReview(shown: Shown, pull: PullRequest, review: Review): JsonObject {
  const { self, html } = linksOf(shown, pull)
  const page = `${html}#pullrequestreview-${review.id}`
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: showAccount(shown, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: self,
    _links: { html: { href: page }, pull_request: { href: self } },
    submitted_at: review.submittedAt,
    commit_id: review.commit,
    author_association: association(shown, review.author),
  }
}
