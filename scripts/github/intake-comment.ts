import { intakeMarker, type Reply, wordReply } from '../../src/intake/reply.ts'
import { type Client, GitHubFault, listAll } from './client.ts'
import { type Comment, putComment } from './comment.ts'
import type { IntakeIssue } from './intake-issue.ts'

/** Our one comment on the issue, edited in place. */
export async function putReply(client: Client, issue: IntakeIssue, appId: number, reply: Reply): Promise<void> {
  const find = () => findReply(client, issue, appId)
  await putComment(client, issue.number, await find(), wordReply(reply), find)
}

/** Anybody can write the marker; only our App can write in its name. */
async function findReply(client: Client, { number, comments }: IntakeIssue, appId: number): Promise<Comment | null> {
  const { octokit, owner, repo } = client
  const intention = 'コメントの読み取り'
  const rows = await listAll(client, intention, (page) =>
    octokit.rest.issues.listComments({ owner, repo, issue_number: number, ...page }),
  )
  if (rows.length < comments) throw new GitHubFault(intention, null, 'the list is cut short')
  const own = rows.find(
    ({ body, performed_via_github_app: app }) => app?.id === appId && body?.startsWith(intakeMarker) === true,
  )
  return own === undefined ? null : { id: own.id, body: own.body ?? '', url: own.html_url }
}
