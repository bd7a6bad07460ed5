import type { IssueNotice, Notice } from '../../src/ledger/notice.ts'
import { type Client, call, listAll } from './client.ts'

/** What our App has said on an issue or pull request: a marker in anybody else's words means nothing. */
export async function listSaid(client: Client, number: number, appId: number): Promise<string[]> {
  const { octokit, owner, repo } = client
  const rows = await listAll(client, reading, (page) =>
    octokit.rest.issues.listComments({ owner, repo, issue_number: number, ...page }),
  )
  return bodiesOf(rows, appId)
}
const reading = 'コメントの読み取り'

/** What our App has said anywhere of late: the newest comments of all. */
export async function listSaidLately(client: Client, appId: number): Promise<string[]> {
  const { octokit, owner, repo } = client
  const { data } = await call(client, reading, (request) =>
    octokit.rest.issues.listCommentsForRepo({
      owner,
      repo,
      sort: 'updated',
      direction: 'desc',
      per_page: 100,
      request,
    }),
  )
  return bodiesOf(data, appId)
}

type Comment = { body?: string | undefined; performed_via_github_app?: { id: number } | null | undefined }
const bodiesOf = (comments: readonly Comment[], appId: number): string[] =>
  comments.flatMap(({ body, performed_via_github_app: app }) => (app?.id === appId ? [body ?? ''] : []))

export const isSaid = async (client: Client, number: number, { marker }: Notice, appId: number): Promise<boolean> =>
  (await listSaid(client, number, appId)).some((body) => body.startsWith(marker))

/** Never repeated by itself: an answer that is lost is looked for by the next run. */
export async function say(client: Client, number: number, { body }: Notice): Promise<void> {
  const { octokit, owner, repo } = client
  await call(
    client,
    'コメントの書き込み',
    (request) => octokit.rest.issues.createComment({ owner, repo, issue_number: number, body, request }),
    { repeat: false },
  )
}

export type OwnIssue = { number: number; isOpen: boolean; body: string }

/** Every issue that our App opened under a label. */
export async function listOwnIssues(client: Client, label: string, appId: number): Promise<OwnIssue[]> {
  const { octokit, owner, repo } = client
  const rows = await listAll(client, '課題の一覧の読み取り', (page) =>
    octokit.rest.issues.listForRepo({ owner, repo, labels: label, state: 'all', ...page }),
  )
  return rows
    .filter(({ performed_via_github_app: app, pull_request: pull }) => app?.id === appId && pull === undefined)
    .map(({ number, state, body }) => ({ number, isOpen: state === 'open', body: body ?? '' }))
}

export const issueWith = (issues: readonly OwnIssue[], { marker }: Notice): OwnIssue | undefined =>
  issues.find(({ body }) => body.startsWith(marker))

export async function openIssue(client: Client, { title, body, labels }: IssueNotice): Promise<number> {
  const { octokit, owner, repo } = client
  const { data } = await call(
    client,
    '課題の書き込み',
    (request) => octokit.rest.issues.create({ owner, repo, title, body, labels, request }),
    { repeat: false },
  )
  return data.number
}

export async function closeIssue(client: Client, number: number): Promise<void> {
  const { octokit, owner, repo } = client
  await call(client, '課題を閉じる書き込み', (request) =>
    octokit.rest.issues.update({
      owner,
      repo,
      issue_number: number,
      state: 'closed',
      state_reason: 'completed',
      request,
    }),
  )
}

/** The texts of the reviews of a pull request as they stand, by their ids. */
export async function readReviewTexts(client: Client, number: number): Promise<Map<number, string>> {
  const { octokit, owner, repo } = client
  const rows = await listAll(client, 'レビューの読み取り', (page) =>
    octokit.rest.pulls.listReviews({ owner, repo, pull_number: number, ...page }),
  )
  return new Map(rows.map(({ id, body }) => [id, body]))
}
