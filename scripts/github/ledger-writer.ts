import type { Written } from '../../src/ledger/record.ts'
import { idOf, type Repository } from '../git.ts'
import { type Client, call, GitHubFault } from './client.ts'
import { type Ledger, ledgerBranch } from './ledger-branch.ts'

const intention = '決定簿への書き込み'

/**
 * Puts records behind the ledger as it was read, in one commit: they appear together, or not at all. False where somebody
 * else was faster.
 */
export async function writeRecords(
  client: Client,
  repository: Repository,
  ledger: Ledger,
  records: readonly Written[],
): Promise<boolean> {
  const { octokit, owner, repo } = client
  const tree = await writeTree(client, repository, ledger, records)
  const { data: commit } = await call(client, intention, (request) =>
    octokit.rest.git.createCommit({
      owner,
      repo,
      message: wordCommit(records),
      tree,
      parents: ledger.commit === null ? [] : [ledger.commit],
      request,
    }),
  )
  return await moveBranch(client, ledger, commit.sha)
}

/** Forward only: whatever came between is read first. */
async function moveBranch(client: Client, ledger: Ledger, sha: string): Promise<boolean> {
  const { octokit, owner, repo } = client
  try {
    if (ledger.commit === null)
      await call(client, intention, (request) =>
        octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${ledgerBranch}`, sha, request }),
      )
    else
      await call(client, intention, (request) =>
        octokit.rest.git.updateRef({ owner, repo, ref: `heads/${ledgerBranch}`, sha, force: false, request }),
      )
    return true
  } catch (error) {
    if (error instanceof GitHubFault && (error.status === 422 || error.status === 409)) return false
    throw error
  }
}

async function writeTree(
  client: Client,
  repository: Repository,
  ledger: Ledger,
  records: readonly Written[],
): Promise<string> {
  const { octokit, owner, repo } = client
  const entries: { path: string; mode: '100644'; type: 'blob'; sha: string }[] = []
  for (const { path, bytes } of records) {
    const content = Buffer.from(bytes).toString('base64')
    const { data } = await call(client, intention, (request) =>
      octokit.rest.git.createBlob({ owner, repo, content, encoding: 'base64', request }),
    )
    if (data.sha !== idOf(repository, bytes)) throw new GitHubFault(intention, null, 'something else was stored')
    entries.push({ path, mode: '100644', type: 'blob', sha: data.sha })
  }
  const base = ledger.tree === null ? {} : { base_tree: ledger.tree }
  const { data } = await call(client, intention, (request) =>
    octokit.rest.git.createTree({ owner, repo, ...base, tree: entries, request }),
  )
  return data.sha
}

function wordCommit(records: readonly Written[]): string {
  const [first, last] = [records[0]!.record, records.at(-1)!.record]
  return first.id === last.id ? `記録 ${first.id}` : `記録 ${first.id} から ${last.id} まで`
}
