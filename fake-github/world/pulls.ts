import { ApiError, invalid } from '../errors.ts'
import { readCommit, writeCommit } from '../git/commits.ts'
import { commitsBetween } from '../git/history.ts'
import { tick } from './clock.ts'
import { authorsOf, emailOf, webFlow } from './commits.ts'
import { record } from './events.ts'
import { commitsOf, mergeOf } from './pull-files.ts'
import { branchKey, moveRef, type Rules, tipOf } from './refs.ts'
import type { Account, App, Issue, PullRequest, State } from './state.ts'

export type OpenOptions = {
  readonly author: Account
  readonly app?: App | null
  /** A branch, or `someone:branch` of a fork. */
  readonly head: string
  readonly base?: string
  readonly title?: string
  readonly body?: string
  readonly draft?: boolean
}

export function openPullRequest(state: State, options: OpenOptions): PullRequest {
  const { author, app = null, head, base = state.defaultBranch, title = head, body = '', draft = false } = options
  const headKey = branchKey(head)
  const headSha = tipOf(state, head)
  const label = head.includes(':') ? head : `${state.owner.login}:${head}`
  const refuse = (message: string) => invalid({ resource: 'PullRequest', field: 'head', code: 'custom', message })
  for (const other of state.pulls.values()) {
    if (other.headKey === headKey && other.baseRef === base && other.issue.state === 'open')
      throw refuse(`A pull request already exists for ${label}.`)
  }
  const baseSha = tipOf(state, base)
  if (commitsBetween(state.objects, baseSha, headSha).length === 0)
    throw refuse(`No commits between ${base} and ${head}`)
  const at = tick(state)
  const number = state.next('number')
  const issue = newIssue(state, { number, author, app, title, body })
  const pull: PullRequest = {
    issue,
    id: state.next('pull'),
    number,
    headKey,
    headSha,
    baseRef: base,
    baseSha,
    draft,
    merge: null,
    reviews: [],
    timeline: [],
  }
  state.issues.set(number, issue)
  state.pulls.set(number, pull)
  state.refs.set(`refs/pull/${number}/head`, headSha)
  record(state, { name: 'pull_request', action: 'opened', number, by: author, at })
  return pull
}

type NewIssue = Pick<Issue, 'number' | 'author' | 'app' | 'title' | 'body'> & { readonly labels?: readonly string[] }

export function newIssue(state: State, { labels = [], ...given }: NewIssue): Issue {
  const { now } = state.clock
  return {
    ...given,
    id: state.next('issue'),
    createdAt: now,
    updatedAt: now,
    state: 'open',
    stateReason: null,
    closedAt: null,
    closedBy: null,
    labels: new Set(labels),
  }
}

export type PullEdit = {
  readonly title?: string
  readonly body?: string
  readonly base?: string
  readonly draft?: boolean
  readonly state?: 'open' | 'closed'
}

export function editPullRequest(state: State, pull: PullRequest, edit: PullEdit, by: Account): void {
  const { issue } = pull
  const at = tick(state)
  issue.updatedAt = at
  const happened = (action: string) => record(state, { name: 'pull_request', action, number: pull.number, by })
  if (edit.title !== undefined) issue.title = edit.title
  if (edit.body !== undefined) issue.body = edit.body
  if (edit.base !== undefined && edit.base !== pull.baseRef) {
    const before = pull.baseRef
    pull.baseSha = tipOf(state, edit.base)
    pull.baseRef = edit.base
    pull.timeline.push({ type: 'BaseRefChangedEvent', createdAt: at, actor: by, before, after: edit.base })
  }
  if (edit.title !== undefined || edit.body !== undefined || edit.base !== undefined) happened('edited')
  if (edit.draft !== undefined && edit.draft !== pull.draft) {
    pull.draft = edit.draft
    happened(edit.draft ? 'converted_to_draft' : 'ready_for_review')
  }
  if (edit.state !== undefined && edit.state !== issue.state) {
    if (pull.merge !== null) throw new ApiError(422, 'A merged pull request cannot be reopened')
    const closed = edit.state === 'closed'
    Object.assign(issue, { state: edit.state, closedAt: closed ? at : null, closedBy: closed ? by : null })
    happened(closed ? 'closed' : 'reopened')
  }
}

export type MergeOptions = {
  readonly by: Account
  readonly rules?: Rules
  /** False for a merge made without GitHub's own signature. */
  readonly signed?: boolean
}

/** Squash merge as github.com does it: authored by the author, committed and signed by GitHub. Returns the commit. */
export function mergePullRequest(state: State, pull: PullRequest, options: MergeOptions): string {
  const { by, rules = 'enforced', signed = true } = options
  const { issue, number } = pull
  if (issue.state !== 'open' || pull.draft) throw new ApiError(405, 'Pull Request is not mergeable')
  const { tree, conflicts } = mergeOf(state, pull)
  if (conflicts.length > 0) throw new ApiError(405, `Merge conflict: ${conflicts.join(', ')}`)
  const at = tick(state)
  const base = tipOf(state, pull.baseRef)
  const { author } = issue
  const others = new Map(
    commitsOf(state, pull)
      .flatMap(authorsOf)
      .map((one) => [one.email, one]),
  )
  others.delete(emailOf(author))
  const trailers = [...others.values()].map(({ name, email }) => `Co-authored-by: ${name} <${email}>`).join('\n')
  const sha = writeCommit(state.objects, {
    tree,
    parents: [base],
    author: { name: author.name, email: emailOf(author), date: at },
    committer: webFlow(state),
    message: trailers === '' ? `${issue.title} (#${number})` : `${issue.title} (#${number})\n\n${trailers}`,
  })
  if (signed) state.signed.add(sha)
  moveRef(state, `refs/heads/${pull.baseRef}`, sha, { by, pull, rules })
  pull.baseSha = base
  pull.merge = { at, by, commit: sha }
  Object.assign(issue, { state: 'closed', closedAt: at, closedBy: by, updatedAt: at })
  record(state, { name: 'pull_request', action: 'closed', number, by })
  if (state.settings.delete_branch_on_merge === true && !pull.headKey.includes(':'))
    moveRef(state, pull.headKey, null, { by, rules: 'off' })
  return sha
}

/** The button "Update branch": whoever presses it becomes committer of a merge commit on the head. */
export function updateBranch(state: State, pull: PullRequest, by: Account): string {
  const { tree, conflicts } = mergeOf(state, pull)
  if (conflicts.length > 0) throw new ApiError(422, `merge conflict between base and head: ${conflicts.join(', ')}`)
  tick(state)
  const sha = writeCommit(state.objects, {
    tree,
    parents: [readCommit(state.objects, pull.headSha).sha, tipOf(state, pull.baseRef)],
    author: { name: by.name, email: emailOf(by), date: state.clock.now },
    committer: webFlow(state),
    message: `Merge branch '${pull.baseRef}' into ${pull.headKey.replace(/^.*refs\/heads\//, '')}`,
  })
  state.signed.add(sha)
  moveRef(state, pull.headKey, sha, { by })
  return sha
}
