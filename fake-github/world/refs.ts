import { ApiError } from '../errors.ts'
import { isAncestor } from '../git/history.ts'
import { tick } from './clock.ts'
import { record } from './events.ts'
import { changesOf } from './pull-files.ts'
import { type Actor, brokenRules, rulesetsFor } from './rules.ts'
import type { PullRequest, RuleSuite, State } from './state.ts'

/** `bypass`: pushed past the rules by someone allowed to; `off`: the rules were switched off at that moment. */
export type Rules = 'enforced' | 'bypass' | 'off'
type Move = Actor & { readonly pull?: PullRequest | null; readonly rules?: Rules }

export const branchKey = (branch: string): string => {
  const [, owner, name] = /^(?:([^:]+):)?(.+)$/.exec(branch) ?? []
  return `${owner === undefined ? '' : `${owner}:`}refs/heads/${name}`
}

export function tipOf(state: State, branch: string): string {
  const sha = state.refs.get(branchKey(branch))
  if (sha === undefined) throw new ApiError(404, `Branch not found: ${branch}`)
  return sha
}

/** Moves, creates or (null) deletes a ref under the rules, and lets the pull requests that start there follow. */
export function moveRef(state: State, ref: string, after: string | null, move: Move): void {
  const before = state.refs.get(ref) ?? null
  if (before === after) return
  judge(state, ref, before, after, move)
  if (after === null) state.refs.delete(ref)
  else state.refs.set(ref, after)
  const at = tick(state)
  record(state, { name: 'push', ref, before, after, by: move.by })
  for (const pull of state.pulls.values()) {
    if (pull.headKey !== ref || pull.issue.state !== 'open' || move.pull === pull) continue
    if (after === null) Object.assign(pull.issue, { state: 'closed', closedAt: at, closedBy: move.by, updatedAt: at })
    else follow(state, pull, after, move)
  }
}

function judge(state: State, ref: string, before: string | null, after: string | null, move: Move): void {
  const { by, app = null, pull = null, rules = 'enforced' } = move
  if (rules === 'off' || rulesetsFor(state, ref).length === 0) return
  const { broken, bypass } = brokenRules(state, { ref, before, after, by, app, pull })
  const passed = broken.length === 0 && rules !== 'bypass'
  const refused = !passed && !bypass && rules !== 'bypass'
  const zero = '0'.repeat(40)
  state.ruleSuites.push({
    id: state.next('rule-suite'),
    actor: by,
    before: before ?? zero,
    after: after ?? zero,
    ref,
    pushedAt: state.clock.now,
    result: resultOf(passed, refused),
    failed: broken,
  })
  if (refused)
    throw new ApiError(422, `Repository rule violations found\n\n${broken.map((type) => `- ${type}`).join('\n')}`)
}

function resultOf(passed: boolean, refused: boolean): RuleSuite['result'] {
  if (passed) return 'pass'
  return refused ? 'fail' : 'bypass'
}

function follow(state: State, pull: PullRequest, after: string, { by }: Move): void {
  const before = pull.headSha
  const shown = contentOf(state, pull)
  pull.headSha = after
  pull.baseSha = state.refs.get(`refs/heads/${pull.baseRef}`) ?? pull.baseSha
  pull.issue.updatedAt = state.clock.now
  state.refs.set(`refs/pull/${pull.number}/head`, after)
  if (!isAncestor(state.objects, before, after)) {
    pull.timeline.push({ type: 'HeadRefForcePushedEvent', createdAt: state.clock.now, actor: by, before, after })
  }
  if (dismissesStale(state, pull) && contentOf(state, pull) !== shown) dismissStale(state, pull, by)
  record(state, { name: 'pull_request', action: 'synchronize', number: pull.number, before, after, by })
}

/** Stale reviews follow the content of the pull request, not the commit: an updated branch keeps its approval. */
const contentOf = (state: State, pull: PullRequest): string =>
  changesOf(state, pull)
    .map(({ status, path, sha }) => `${status} ${path} ${sha}`)
    .join('\n')

const dismissesStale = (state: State, pull: PullRequest): boolean =>
  rulesetsFor(state, `refs/heads/${pull.baseRef}`).some(({ rules }) =>
    rules.some(({ parameters }) => parameters?.dismiss_stale_reviews_on_push === true),
  )

function dismissStale(state: State, pull: PullRequest, actor: Actor['by']): void {
  for (const review of pull.reviews.filter(({ state: is }) => is === 'APPROVED')) {
    review.state = 'DISMISSED'
    pull.timeline.push({
      type: 'ReviewDismissedEvent',
      createdAt: state.clock.now,
      actor,
      review,
      previousState: 'APPROVED',
      message: null,
    })
  }
}
