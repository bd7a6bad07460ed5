import type { TreeEntry } from '../../src/gate/limits.ts'
import { type Client, call, GitHubFault } from './client.ts'

/** Objects of git by their ids; each is fetched once. */
export type Objects = {
  treeOf(commit: string): Promise<string>
  /** Null where the commit is gone: nobody keeps what was pushed away. */
  treeIfThere(commit: string): Promise<string | null>
  /** What stands at a path; null where there is nothing. */
  entryAt(tree: string, path: string): Promise<TreeEntry | null>
  /** The names below a folder of a tree. */
  folderAt(tree: string, path: string): Promise<TreeEntry[]>
  blob(entry: Pick<TreeEntry, 'sha' | 'size'>): Promise<Buffer>
}

export function objectsOf(client: Client): Objects {
  const { octokit, owner, repo } = client
  const trees = new Map<string, Promise<TreeEntry[]>>()

  /** Folder by folder: a recursive tree may be cut short at any place. */
  async function fetchTree(sha: string): Promise<TreeEntry[]> {
    const intention = 'フォルダの読み取り'
    const { data } = await call(client, intention, (request) =>
      octokit.rest.git.getTree({ owner, repo, tree_sha: sha, request }),
    )
    if (data.truncated !== false) throw new GitHubFault(intention, null, 'the tree is cut short')
    return data.tree.map(({ path, mode, type, sha, size }) => ({ path, mode, type, sha, size: size ?? null }))
  }
  const tree = (sha: string): Promise<TreeEntry[]> => {
    const known = trees.get(sha) ?? fetchTree(sha)
    trees.set(sha, known)
    return known
  }
  const folderAt = async (root: string, path: string): Promise<TreeEntry[]> => {
    let entries = await tree(root)
    for (const name of path === '' ? [] : path.split('/')) {
      const below = entries.find((entry) => entry.path === name)
      if (below?.type !== 'tree') return []
      entries = await tree(below.sha)
    }
    return entries
  }

  const treeOf = async (commit: string): Promise<string> => {
    const { data } = await call(client, 'コミットの読み取り', (request) =>
      octokit.rest.git.getCommit({ owner, repo, commit_sha: commit, request }),
    )
    return data.tree.sha
  }

  return {
    folderAt,
    treeOf,
    async treeIfThere(commit) {
      try {
        return await treeOf(commit)
      } catch (error) {
        if (error instanceof GitHubFault && (error.status === 404 || error.status === 422)) return null
        throw error
      }
    },
    async entryAt(root, path) {
      const names = path.split('/')
      const entries = await folderAt(root, names.slice(0, -1).join('/'))
      const entry = entries.find((one) => one.path === names.at(-1))
      return entry === undefined ? null : { ...entry, path }
    },
    async blob({ sha, size }) {
      const intention = 'ファイルの読み取り'
      const { data } = await call(client, intention, (request) =>
        octokit.rest.git.getBlob({ owner, repo, file_sha: sha, request }),
      )
      const bytes = Buffer.from(data.content, 'base64')
      if (data.encoding !== 'base64' || (size !== null && bytes.length !== size))
        throw new GitHubFault(intention, null, 'the file is cut short')
      return bytes
    },
  }
}
