import type { Check } from '../../src/gate/types.ts'
import { type Client, call, GitHubFault, listAll } from './client.ts'

export type OwnRun = {
  id: number
  name: string
  isCompleted: boolean
  conclusion: string | null
  externalId: string | null
  title: string | null
}

/** Our newest check run of each name at a commit. */
export async function listOwnRuns(client: Client, head: string, appId: number): Promise<OwnRun[]> {
  const { octokit, owner, repo } = client
  const intention = '検査の一覧の読み取り'
  let total = 0
  const rows = await listAll(client, intention, async (page) => {
    const { status, data } = await octokit.rest.checks.listForRef({ owner, repo, ref: head, app_id: appId, ...page })
    total = data.total_count
    return { status, data: data.check_runs }
  })
  if (rows.length !== total) throw new GitHubFault(intention, null, 'the list is cut short')
  return rows
    .filter(({ app }) => app?.id === appId)
    .map(({ id, name, status, conclusion, external_id, output }) => ({
      id,
      name,
      isCompleted: status === 'completed',
      conclusion,
      externalId: external_id,
      title: output.title,
    }))
    .sort((a, b) => b.id - a.id)
}

/** Says that something is under way, so that nothing older counts. */
export async function beginCheck(client: Client, head: string, name: string): Promise<number> {
  const { octokit, owner, repo } = client
  const { data } = await call(client, '検査の開始の書き込み', (request) =>
    octokit.rest.checks.create({ owner, repo, head_sha: head, name, status: 'in_progress', request }),
  )
  return data.id
}

export type Publication = { externalId: string; detailsUrl: string | null }

const contents = ({ conclusion, title, summary, annotations }: Check, { externalId, detailsUrl }: Publication) => ({
  status: 'completed' as const,
  conclusion,
  external_id: externalId,
  ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
  output: { title, summary, annotations },
})

export async function completeCheck(client: Client, id: number, check: Check, publication: Publication): Promise<void> {
  const { octokit, owner, repo } = client
  await call(client, '検査の結果の書き込み', (request) =>
    octokit.rest.checks.update({ owner, repo, check_run_id: id, ...contents(check, publication), request }),
  )
}

/** A result that was not announced, or whose announcement cannot be completed. */
export async function createCheck(client: Client, head: string, check: Check, publication: Publication): Promise<void> {
  const { octokit, owner, repo } = client
  await call(client, '検査の結果の書き込み', (request) =>
    octokit.rest.checks.create({
      owner,
      repo,
      head_sha: head,
      name: check.name,
      ...contents(check, publication),
      request,
    }),
  )
}
