import { type Client, call, GitHubFault, listAll } from './client.ts'
import { mostListed } from './pull.ts'

export type MergedPull = {
  number: number
  author: { login: string; id: number }
  head: string
  mergedAt: string
  mergedBy: string | null
  changedFiles: number
}

/** The pull request that a commit of main is the merge of; null where it is none. */
export async function findMerged(client: Client, commit: string, message: string): Promise<MergedPull | null> {
  const { octokit, owner, repo } = client
  const rows = await listAll(client, '取込みのプルリクエストの読み取り', (page) =>
    octokit.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: commit, ...page }),
  )
  const [first = ''] = message.split('\n')
  // The list may lag behind; the title of a squash names its pull request too.
  const named = /\(#(\d{1,9})\)$/.exec(first)?.[1]
  const numbers = new Set([...rows.map(({ number }) => number), ...(named === undefined ? [] : [Number(named)])])
  for (const number of numbers) {
    const pull = await readMerged(client, number, commit)
    if (pull !== null) return pull
  }
  return null
}

async function readMerged(client: Client, number: number, commit: string): Promise<MergedPull | null> {
  const { octokit, owner, repo } = client
  const intention = 'プルリクエストの読み取り'
  const { data } = await call(client, intention, (request) =>
    octokit.rest.pulls.get({ owner, repo, pull_number: number, request }),
  )
  if (data.merged_at === null || data.merge_commit_sha !== commit || data.base.ref !== data.base.repo.default_branch)
    return null
  return {
    number,
    author: { login: data.user.login, id: data.user.id },
    head: data.head.sha,
    mergedAt: data.merged_at,
    mergedBy: data.merged_by?.login ?? null,
    changedFiles: data.changed_files,
  }
}

/**
 * The files of a pull request with their content at its head; a renamed one is gone under its old name. Of more than GitHub
 * lists, those that it lists: the rest shows in what the merge changed.
 */
export async function listBlobs(
  client: Client,
  number: number,
  count: number,
): Promise<{ path: string; blob: string | null }[]> {
  const { octokit, owner, repo } = client
  const intention = '変わったファイルの一覧の読み取り'
  const rows = await listAll(client, intention, (page) =>
    octokit.rest.pulls.listFiles({ owner, repo, pull_number: number, ...page }),
  )
  if (rows.length !== Math.min(count, mostListed)) throw new GitHubFault(intention, null, 'the list is cut short')
  return rows.flatMap(({ filename, status, sha, previous_filename: previous }) => [
    ...(status === 'renamed' && previous !== undefined ? [{ path: previous, blob: null }] : []),
    { path: filename, blob: status === 'removed' ? null : sha },
  ])
}

export type Run = {
  id: number
  name: string
  appId: number | null
  conclusion: string | null
  completedAt: string | null
  externalId: string
}

/** Every check run of a commit, also those that a later one replaced. */
export async function listRuns(client: Client, head: string): Promise<Run[]> {
  const { octokit, owner, repo } = client
  const intention = '検査の一覧の読み取り'
  let total = 0
  const rows = await listAll(client, intention, async (page) => {
    const { status, data } = await octokit.rest.checks.listForRef({ owner, repo, ref: head, filter: 'all', ...page })
    total = data.total_count
    return { status, data: data.check_runs }
  })
  if (rows.length !== total) throw new GitHubFault(intention, null, 'the list is cut short')
  return rows.map(({ id, name, app, conclusion, completed_at, external_id }) => ({
    id,
    name,
    appId: app?.id ?? null,
    conclusion,
    completedAt: completed_at,
    externalId: external_id ?? '',
  }))
}

/** What the rules of main said when it moved to a commit; null where there is no word of it. */
export async function findSuite(client: Client, commit: string): Promise<{ id: number; result: string } | null> {
  const { octokit, owner, repo } = client
  const rows = await listAll(client, '規則の検査の読み取り', (page) =>
    octokit.rest.repos.getRepoRuleSuites({ owner, repo, ref: 'refs/heads/main', time_period: 'month', ...page }),
  )
  const suite = rows.find(({ after_sha, ref }) => after_sha === commit && ref === 'refs/heads/main')
  return suite?.id === undefined ? null : { id: suite.id, result: suite.result ?? '' }
}

export async function readSignature(client: Client, commit: string): Promise<{ isSigned: boolean; message: string }> {
  const { octokit, owner, repo } = client
  const { data } = await call(client, 'コミットの読み取り', (request) =>
    octokit.rest.repos.getCommit({ owner, repo, ref: commit, request }),
  )
  return { isSigned: data.commit.verification?.verified === true, message: data.commit.message }
}

/** Ids of the active members of a team, in order. */
export async function listMembers(client: Client, team: string): Promise<number[]> {
  const { octokit, owner } = client
  const rows = await listAll(client, 'チームの読み取り', (page) =>
    octokit.rest.teams.listMembersInOrg({ org: owner, team_slug: team, ...page }),
  )
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

/** Where a commit stands to another: ahead, behind, diverged or identical. */
export async function compareCommits(client: Client, base: string, head: string): Promise<string> {
  const { octokit, owner, repo } = client
  const { data } = await call(client, 'main の読み取り', (request) =>
    octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${base}...${head}`, per_page: 1, request }),
  )
  return data.status
}
