import { showChange, showCommit, showCommitWithFiles } from '../answers/commits.ts'
import { showPull } from '../answers/pulls.ts'
import { pageUrl, repositoryUrl } from '../answers/shown.ts'
import { ApiError, notFound } from '../errors.ts'
import { type Commit, readCommit } from '../git/commits.ts'
import { ancestors, commitsBetween, mergeBase } from '../git/history.ts'
import { isKind } from '../git/objects.ts'
import { entryAt } from '../git/trees.ts'
import type { JsonObject } from '../json.ts'
import { changesBetween } from '../world/pull-files.ts'
import { type Answer, type Call, commitAt, type Handlers, ok } from './call.ts'

const mostComparedFiles = 300

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}

function compare(call: Call): Answer {
  const { state, params, query } = call
  const [base = '', head = ''] = (params.basehead ?? '').split(/\.{2,3}/)
  const find = (at: string) => {
    try {
      return commitAt(call, at)
    } catch {
      throw notFound()
    }
  }
  const [old, young] = [find(base), find(head)]
  const common = mergeBase(state.objects, old, young)
  if (common === null) throw new ApiError(404, `No common ancestor between ${base} and ${head}.`)
  const commits = commitsBetween(state.objects, old, young)
  const behind = commitsBetween(state.objects, young, old).length
  const url = `${repositoryUrl(call)}/compare/${base}...${head}`
  const page = `${pageUrl(call)}/compare/${base}...${head}`
  const files = changesBetween(state, common, young).slice(0, mostComparedFiles)
  const within: JsonObject = {
    url,
    html_url: page,
    permalink_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    base_commit: showCommit(call, readCommit(state.objects, old)),
    merge_base_commit: showCommit(call, readCommit(state.objects, common)),
    status: statusOf(commits.length, behind),
    ahead_by: commits.length,
    behind_by: behind,
    total_commits: commits.length,
    // Only the first page lists the files
    ...((query.page ?? '1') === '1' ? { files: files.map((change) => showChange(call, change, young)) } : {}),
  }
  return { list: commits.map((commit) => showCommit(call, commit)), within, key: 'commits' }
}

function listed(call: Call): Commit[] {
  const { state, query } = call
  const { sha = state.defaultBranch, path, since, until } = query
  let at: string
  try {
    at = commitAt(call, sha)
  } catch {
    throw notFound()
  }
  const commits = [...ancestors(state.objects, at)].map((id) => readCommit(state.objects, id))
  const touches = (commit: Commit) => {
    if (path === undefined) return true
    const before = commit.parents[0]
    const entry = (tree: string) => entryAt(state.objects, tree, path)?.sha
    return entry(commit.tree) !== (before === undefined ? undefined : entry(readCommit(state.objects, before).tree))
  }
  return commits
    .filter(
      ({ committer }) =>
        (since === undefined || committer.date >= since) && (until === undefined || committer.date <= until),
    )
    .filter(touches)
    .sort((one, other) => (one.committer.date > other.committer.date ? -1 : 1))
}

export const historyHandlers: Handlers = {
  'repos/get-commit': (call) => {
    const sha = commitAt(call, call.params.ref ?? '')
    return ok(showCommitWithFiles(call, readCommit(call.state.objects, sha)))
  },
  'repos/list-commits': (call) => ({ list: listed(call).map((commit) => showCommit(call, commit)) }),
  'repos/compare-commits-with-basehead': compare,
  'repos/list-pull-requests-associated-with-commit': (call) => {
    const { state, params } = call
    const sha = params.commit_sha ?? ''
    if (!isKind(state.objects, sha, 'commit')) throw new ApiError(422, `No commit found for SHA: ${sha}`)
    const pulls = [...state.pulls.values()].filter((pull) => {
      if (pull.merge?.commit === sha) return true
      return commitsBetween(state.objects, pull.baseSha, pull.headSha).some((commit) => commit.sha === sha)
    })
    return { list: pulls.map((pull) => showPull(call, pull)) }
  },
}
