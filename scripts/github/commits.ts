import type { AppCommit } from '../../src/gate/commits.ts'
import { type Client, GitHubFault, listAll } from './client.ts'

/** The commits of a pull request as REST tells them: it knows the Apps that GraphQL does not name. */
export async function listAppCommits(client: Client, number: number, count: number): Promise<AppCommit[]> {
  const { octokit, owner, repo } = client
  const intention = 'コミットの一覧の読み取り'
  const rows = await listAll(client, intention, (page) =>
    octokit.rest.pulls.listCommits({ owner, repo, pull_number: number, ...page }),
  )
  if (rows.length !== count) throw new GitHubFault(intention, null, 'the list is cut short')
  return rows.map(({ sha, author, commit }) => ({
    oid: sha,
    botId: author?.type === 'Bot' && typeof author.id === 'number' ? author.id : null,
    isVerified: commit.verification?.verified === true,
    message: commit.message,
  }))
}
