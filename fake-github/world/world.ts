import { readCommit } from '../git/commits.ts'
import { exportRepository } from '../git/export.ts'
import { readObject } from '../git/objects.ts'
import { entryAt, listFiles } from '../git/trees.ts'
import { checkRun, commitStatus, latestRuns } from './checks.ts'
import { advance, type Span } from './clock.ts'
import { type CommitOptions, commit } from './commits.ts'
import { account, app, grantToken, leaveTeam, revokeToken, team, tokenOf, tokenWith } from './people.ts'
import { changesOf, commitsOf } from './pull-files.ts'
import {
  editPullRequest,
  type MergeOptions,
  mergePullRequest,
  type OpenOptions,
  openPullRequest,
  type PullEdit,
  updateBranch,
} from './pulls.ts'
import { branchKey, moveRef, tipOf } from './refs.ts'
import { dismissReview, editReview, type ReviewOptions, review } from './reviews.ts'
import { addRuleset, environment, type Protection, protectMain, type RulesetContent, setVariable } from './settings.ts'
import type { Account, PullRequest, Review, State } from './state.ts'
import { comment, editComment, editIssue, openIssue } from './talk.ts'

type Rest<F> = F extends (state: State, ...rest: infer R) => infer T ? (...rest: R) => T : never

/** What a story test does to the world and looks at in it. Every change takes a second of `world.now`. */
export function createWorld(state: State) {
  const bind = <F extends (state: State, ...rest: never[]) => unknown>(act: F): Rest<F> =>
    ((...rest: never[]) => act(state, ...rest)) as Rest<F>
  return {
    ...actions(state),
    ...views(state),
    get now(): string {
      return state.clock.now
    },
    advance: (span: Span) => advance(state, span),
    user: bind(account),
    app: bind(app),
    team: bind(team),
    leaveTeam: bind(leaveTeam),
    tokenOf,
    grantToken: bind(grantToken),
    tokenWith: bind(tokenWith),
    revokeToken: bind(revokeToken),
    issue: bind(openIssue),
    editIssue: bind(editIssue),
    editComment: bind(editComment),
    editReview: bind(editReview),
    checkRun: bind(checkRun),
    status: bind(commitStatus),
    addRuleset: (content: RulesetContent) => addRuleset(state, content),
    protectMain: (protection?: Protection) => protectMain(state, protection),
    environment: bind(environment),
    setVariable: bind(setVariable),
  }
}

export type World = ReturnType<typeof createWorld>

function actions(state: State) {
  return {
    commit: (branch: string, options: CommitOptions) => commit(state, branch, options),
    openPullRequest: (options: OpenOptions) => openPullRequest(state, options),
    editPullRequest: (pull: PullRequest, edit: PullEdit & { readonly by?: Account }) =>
      editPullRequest(state, pull, edit, edit.by ?? pull.issue.author),
    close: (pull: PullRequest, { by }: { readonly by: Account }) =>
      editPullRequest(state, pull, { state: 'closed' }, by),
    reopen: (pull: PullRequest, { by }: { readonly by: Account }) =>
      editPullRequest(state, pull, { state: 'open' }, by),
    updateBranch: (pull: PullRequest, { by }: { readonly by: Account }) => updateBranch(state, pull, by),
    review: (pull: PullRequest, options: ReviewOptions) => review(state, pull, options),
    dismiss: (pull: PullRequest, given: Review, options: { readonly by: Account; readonly message?: string }) =>
      dismissReview(state, pull, given, options),
    merge: (pull: PullRequest, options: MergeOptions) => mergePullRequest(state, pull, options),
    mergeByBypass: (pull: PullRequest, options: MergeOptions) =>
      mergePullRequest(state, pull, { rules: 'bypass', ...options }),
    comment: (on: PullRequest | { readonly number: number }, options: Parameters<typeof comment>[2]) =>
      comment(state, on.number, options),
    forcePush: (branch: string, sha: string, { by }: { readonly by: Account }) =>
      moveRef(state, branchKey(branch), sha, { by }),
    deleteBranch: (branch: string, { by }: { readonly by: Account }) =>
      moveRef(state, branchKey(branch), null, { by, rules: 'off' }),
  }
}

function views(state: State) {
  const commitOf = (at: string) => readCommit(state.objects, state.refs.get(branchKey(at)) ?? at)
  return {
    state,
    tip: (branch: string) => tipOf(state, branch),
    hasBranch: (branch: string) => state.refs.has(branchKey(branch)),
    /** A commit by its branch or id. */
    commitOf,
    /** The text of a file at a branch or commit; undefined when there is none. */
    file: (at: string, path: string): string | undefined => {
      const entry = entryAt(state.objects, commitOf(at).tree, path)
      return entry === undefined ? undefined : readObject(state.objects, entry.sha, 'blob').toString('utf8')
    },
    paths: (at: string): string[] => [...listFiles(state.objects, commitOf(at).tree).keys()].sort(),
    pullRequests: () => [...state.pulls.values()],
    pullRequest: (number: number) => state.pulls.get(number),
    changes: (pull: PullRequest) => changesOf(state, pull),
    commits: (pull: PullRequest) => commitsOf(state, pull),
    issues: () => [...state.issues.values()].filter(({ number }) => !state.pulls.has(number)),
    comments: (on: { readonly number: number }) => state.comments.filter(({ number }) => number === on.number),
    /** The last check run of that name at a commit (the head of a pull request). */
    check: (at: PullRequest | string, name: string) => {
      const sha = typeof at === 'string' ? at : at.headSha
      return latestRuns(state.checkRuns.filter((run) => run.headSha === sha && run.name === name)).at(-1)
    },
    ruleSuites: () => state.ruleSuites,
    dispatches: () => state.dispatches,
    events: () => state.events,
    /** Writes everything as a bare repository that real git reads. */
    exportTo: (folder: string) => exportRepository(folder, state.objects, state.refs, state.defaultBranch),
  }
}
