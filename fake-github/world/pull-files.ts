import { type Commit, readCommit } from '../git/commits.ts'
import { type Change, diffTrees } from '../git/diff.ts'
import { commitsBetween, mergeBase } from '../git/history.ts'
import { mergeTrees } from '../git/merge.ts'
import type { PullRequest, State } from './state.ts'

const known = new WeakMap<State, Map<string, Change[]>>()

/** The base a pull request is compared with: the tip as long as it is open, what it was merged into afterwards. */
const baseOf = (state: State, pull: PullRequest): string =>
  (pull.merge === null ? state.refs.get(`refs/heads/${pull.baseRef}`) : undefined) ?? pull.baseSha

export const mergeBaseOf = (state: State, pull: PullRequest): string | null =>
  mergeBase(state.objects, baseOf(state, pull), pull.headSha)

/** What the pull request changes since it left its base (three dots). */
export function changesOf(state: State, pull: PullRequest): Change[] {
  return changesBetween(state, mergeBaseOf(state, pull), pull.headSha)
}

export function changesBetween(state: State, before: string | null, after: string): Change[] {
  const cache = known.get(state) ?? new Map<string, Change[]>()
  known.set(state, cache)
  const key = `${before} ${after}`
  const changes = cache.get(key) ?? diffTrees(state.objects, treeOf(state, before), treeOf(state, after) ?? '')
  cache.set(key, changes)
  return changes
}

export const commitsOf = (state: State, pull: PullRequest): Commit[] =>
  commitsBetween(state.objects, baseOf(state, pull), pull.headSha)

/** The tree a merge would make, or the paths both sides changed. */
export function mergeOf(state: State, pull: PullRequest): ReturnType<typeof mergeTrees> {
  const tree = (sha: string | null) => treeOf(state, sha)
  const ours = tree(baseOf(state, pull)) ?? ''
  return mergeTrees(state.objects, tree(mergeBaseOf(state, pull)), ours, tree(pull.headSha) ?? '')
}

const treeOf = (state: State, commit: string | null): string | null =>
  commit === null ? null : readCommit(state.objects, commit).tree
