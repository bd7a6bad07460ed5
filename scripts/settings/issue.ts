import { driftIssue, driftMarker, driftTitle } from '../../src/reporters/settings.ts'
import type { Difference } from '../../src/settings/types.ts'
import { type Client, call, listAll } from '../github/client.ts'

const writer = 'github-actions[bot]'

/** Keeps exactly one open issue while anything differs, and closes it afterwards. */
export async function tellOfDrift(
  client: Client,
  repository: string,
  differences: readonly Difference[],
): Promise<void> {
  const { octokit, owner, repo } = client
  const open = await listAll(client, 'issue の一覧の読取り', (page) =>
    octokit.rest.issues.listForRepo({ owner, repo, state: 'open', ...page }),
  )
  // Anybody may write our marker; nobody else writes under this name
  const ours = open.filter(({ body, user }) => user?.login === writer && body?.startsWith(driftMarker) === true)
  const [kept, ...others] = ours.sort((one, other) => one.number - other.number)
  const body = driftIssue(repository, differences)
  const differs = differences.length > 0
  if (differs && kept === undefined)
    await call(client, 'issue の作成', (request) =>
      octokit.rest.issues.create({ owner, repo, title: driftTitle, body, request }),
    )
  if (differs && kept !== undefined && kept.body !== body)
    await call(client, 'issue の更新', (request) =>
      octokit.rest.issues.update({ owner, repo, issue_number: kept.number, body, request }),
    )
  for (const { number } of differs ? others : ours)
    await call(client, 'issue を閉じること', (request) =>
      octokit.rest.issues.update({ owner, repo, issue_number: number, state: 'closed', request }),
    )
}
