import type { ChangedFile } from '../../src/gate/paths.ts'
import { type Client, call, GitHubFault, listAll } from './client.ts'

export type Pull = {
  number: number
  title: string
  isOpen: boolean
  isDraft: boolean
  isFork: boolean
  createdAt: string
  author: { login: string; id: number }
  head: string
  baseRef: string
  defaultBranch: string
  changedFiles: number
  comments: number
}

export async function readPull(client: Client, number: number): Promise<Pull> {
  const { octokit, owner, repo } = client
  const intention = 'プルリクエストの読み取り'
  const { data } = await call(client, intention, (request) =>
    octokit.rest.pulls.get({ owner, repo, pull_number: number, request }),
  )
  if (typeof data.head.sha !== 'string' || !/^[0-9a-f]{40,64}$/.test(data.head.sha))
    throw new GitHubFault(intention, null, 'no head')
  return {
    number,
    title: data.title,
    isOpen: data.state === 'open' && data.merged !== true,
    isDraft: data.draft === true,
    isFork: data.head.repo === null || data.head.repo?.id !== data.base.repo.id,
    createdAt: data.created_at,
    author: { login: data.user.login, id: data.user.id },
    head: data.head.sha,
    baseRef: data.base.ref,
    defaultBranch: data.base.repo.default_branch,
    changedFiles: data.changed_files,
    comments: data.comments,
  }
}

/** GitHub lists no more files than these. */
export const mostListed = 3000

export async function listChangedFiles(client: Client, pull: Pull): Promise<ChangedFile[]> {
  const { octokit, owner, repo } = client
  const intention = '変わったファイルの一覧の読み取り'
  const rows = await listAll(client, intention, (page) =>
    octokit.rest.pulls.listFiles({ owner, repo, pull_number: pull.number, ...page }),
  )
  if (rows.length !== pull.changedFiles) throw new GitHubFault(intention, null, 'the list is cut short')
  return rows.map(({ filename, status, previous_filename }) => ({
    path: filename,
    status,
    previous: status === 'renamed' ? (previous_filename ?? null) : null,
  }))
}

/** The newest commit of a branch. */
export async function readTip(client: Client, branch: string): Promise<string> {
  const { octokit, owner, repo } = client
  const { data } = await call(client, `${branch} の先頭の読み取り`, (request) =>
    octokit.rest.git.getRef({ owner, repo, ref: `heads/${branch}`, request }),
  )
  return data.object.sha
}

/** Where the head left main, and the tree of that commit. */
export async function readMergeBase(client: Client, tip: string, head: string): Promise<{ sha: string; tree: string }> {
  const { octokit, owner, repo } = client
  const { data } = await call(client, '分かれたところの読み取り', (request) =>
    // Only of the first page GitHub works out the differences.
    octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${tip}...${head}`,
      per_page: 1,
      page: 2,
      request,
    }),
  )
  return { sha: data.merge_base_commit.sha, tree: data.merge_base_commit.commit.tree.sha }
}

/** The head alone, where nothing else of the pull request can be read. */
export async function readHead(client: Client, number: number): Promise<string> {
  const { octokit, owner, repo } = client
  const { data } = await call(client, '先頭の読み取り', (request) =>
    octokit.rest.git.getRef({ owner, repo, ref: `pull/${number}/head`, request }),
  )
  return data.object.sha
}
