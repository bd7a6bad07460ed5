import { sha256Of } from '../../src/ledger/canonical.ts'
import { wordWitness } from '../../src/ledger/witness.ts'
import { type Client, call } from './client.ts'
import type { Objects } from './objects.ts'

/** The newest record of the ledger, as it is told wherever it may be kept; null where there is no ledger yet. */
export async function readWitness(client: Client, objects: Objects): Promise<string | null> {
  const { octokit, owner, repo } = client
  const { data } = await call(client, '決定簿の先頭の読み取り', (request) =>
    octokit.rest.git.listMatchingRefs({ owner, repo, ref: 'heads/ledger', request }),
  )
  const tip = data.find(({ ref }) => ref === 'refs/heads/ledger')
  if (tip === undefined) return null
  const tree = await objects.treeOf(tip.object.sha)
  const years = await objects.folderAt(tree, 'records')
  const year = last(years.filter(({ type }) => type === 'tree'))
  const record = year && last(await objects.folderAt(tree, `records/${year.path}`))
  if (record === undefined) return null
  const bytes = await objects.blob(record)
  const { id } = JSON.parse(bytes.toString('utf8')) as { id: string }
  return wordWitness({ id, hash: sha256Of(bytes) })
}

const last = <Entry extends { path: string }>(entries: readonly Entry[]): Entry | undefined =>
  [...entries].sort((a, b) => (a.path < b.path ? -1 : 1)).at(-1)
