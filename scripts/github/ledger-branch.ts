import type { RecordFile, Written } from '../../src/ledger/record.ts'
import { verifyChain } from '../../src/ledger/verify.ts'
import { commitOf, contentsOf, idOf, type Repository, treeOf } from '../git.ts'
import { recordFiles } from '../ledger/branch.ts'
import { branchOf } from '../ledger/main-line.ts'
import { type Client, call, GitHubFault } from './client.ts'
import { type Objects, objectsOf } from './objects.ts'

export const ledgerBranch = 'ledger'

/** The ledger as GitHub has it now; `commit` is null where there is none yet. */
export type Ledger = { commit: string | null; tree: string | null; chain: Written[] }

/** What is written there is no ledger: it is not written on. */
export class BrokenLedger extends GitHubFault {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super('決定簿の読み取り', null, `the ledger is broken: ${faults[0]}`)
    this.faults = faults
  }
}

/** Reads what git has fetched, and the rest by the API: the branch may have grown since. */
export async function readLedger(client: Client, repository: Repository): Promise<Ledger> {
  const commit = await tipOf(client)
  if (commit === null) return { commit, tree: null, chain: [] }
  const tree = await objectsOf(client).treeOf(commit)
  const isHere = commitOf(repository, commit) !== null
  const files = isHere ? recordFiles(repository, commit) : await fetchFiles(client, repository, tree)
  const { chain, faults } = verifyChain(files)
  if (faults.length > 0) throw new BrokenLedger(faults)
  return { commit, tree, chain }
}

async function tipOf(client: Client): Promise<string | null> {
  const { octokit, owner, repo } = client
  try {
    const { data } = await call(client, '決定簿の先頭の読み取り', (request) =>
      octokit.rest.git.getRef({ owner, repo, ref: `heads/${ledgerBranch}`, request }),
    )
    return data.object.sha
  } catch (error) {
    // A false "not found" does no harm: a branch that is there is never made anew.
    if (error instanceof GitHubFault && error.status === 404) return null
    throw error
  }
}

async function fetchFiles(client: Client, repository: Repository, tree: string): Promise<RecordFile[]> {
  const local = branchOf(repository, ledgerBranch)
  const here = new Set(local === null ? [] : treeOf(repository, local, '').values())
  const objects = objectsOf(client)
  const files: RecordFile[] = []
  for await (const { path, sha, size } of listFiles(objects, tree)) {
    const entry = { path, sha, size, mode: '100644', type: 'blob' }
    const bytes = here.has(sha) ? [...contentsOf(repository, [sha])][0]! : await objects.blob(entry)
    if (idOf(repository, bytes) !== sha) throw new GitHubFault('決定簿の読み取り', null, `${path} is damaged`)
    files.push({ path, bytes })
  }
  return files
}

type Listed = { path: string; sha: string; size: number | null }
async function* listFiles(objects: Objects, tree: string, folder = ''): AsyncIterable<Listed> {
  for (const { path, type, sha, size } of await objects.folderAt(tree, '')) {
    if (type === 'tree') yield* listFiles(objects, sha, `${folder}${path}/`)
    else yield { path: `${folder}${path}`, sha, size }
  }
}
