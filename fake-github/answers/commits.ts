import { type Commit, readCommit } from '../git/commits.ts'
import type { Change } from '../git/diff.ts'
import { isKind, readObject } from '../git/objects.ts'
import { listFiles, readTree } from '../git/trees.ts'
import type { JsonObject } from '../json.ts'
import { accountOf } from '../world/commits.ts'
import { changesBetween } from '../world/pull-files.ts'
import { showAccount } from './people.ts'
import { nodeId, pageUrl, repositoryUrl, type Shown } from './shown.ts'

function verification({ state }: Shown, { sha, committer }: Commit): JsonObject {
  const verified = state.signed.has(sha)
  return {
    verified,
    reason: verified ? 'valid' : 'unsigned',
    signature: verified ? '-----BEGIN PGP SIGNATURE-----\n\nfake\n-----END PGP SIGNATURE-----\n' : null,
    payload: verified ? readObject(state.objects, sha, 'commit').toString('utf8') : null,
    verified_at: verified ? committer.date : null,
  }
}

const treeLink = (shown: Shown, sha: string) => ({ sha, url: `${repositoryUrl(shown)}/git/trees/${sha}` })

export function showCommit(shown: Shown, commit: Commit): JsonObject {
  const { sha, author, committer, message, parents, tree } = commit
  const url = repositoryUrl(shown)
  const person = (stamp: Commit['author']) => {
    const account = accountOf(shown.state, stamp)
    return account === null ? null : showAccount(shown, account)
  }
  return {
    sha,
    node_id: nodeId('Commit', sha),
    url: `${url}/commits/${sha}`,
    html_url: `${pageUrl(shown)}/commit/${sha}`,
    comments_url: `${url}/commits/${sha}/comments`,
    commit: {
      url: `${url}/git/commits/${sha}`,
      author,
      committer,
      message,
      comment_count: 0,
      tree: treeLink(shown, tree),
      verification: verification(shown, commit),
    },
    author: person(author),
    committer: person(committer),
    parents: parents.map((parent) => showParent(shown, parent)),
  }
}

const showParent = (shown: Shown, sha: string) => ({
  sha,
  url: `${repositoryUrl(shown)}/commits/${sha}`,
  html_url: `${pageUrl(shown)}/commit/${sha}`,
})

export function showCommitWithFiles(shown: Shown, commit: Commit): JsonObject {
  const changes = changesBetween(shown.state, commit.parents[0] ?? null, commit.sha)
  const sum = (of: 'additions' | 'deletions') => changes.reduce((total, change) => total + change[of], 0)
  const [additions, deletions] = [sum('additions'), sum('deletions')]
  return {
    ...showCommit(shown, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: changes.map((change) => showChange(shown, change, commit.sha)),
  }
}

export function showGitCommit(shown: Shown, sha: string): JsonObject {
  const commit = readCommit(shown.state.objects, sha)
  const { author, committer, message, parents, tree } = commit
  return {
    sha,
    node_id: nodeId('Commit', sha),
    url: `${repositoryUrl(shown)}/git/commits/${sha}`,
    html_url: `${pageUrl(shown)}/commit/${sha}`,
    author,
    committer,
    message,
    tree: treeLink(shown, tree),
    parents: parents.map((parent) => showParent(shown, parent)),
    verification: verification(shown, commit),
  }
}

export function showChange(shown: Shown, change: Change, at: string): JsonObject {
  const { path, previousPath, sha, status, additions, deletions, patch } = change
  const encoded = encodeURI(path)
  return {
    sha,
    filename: path,
    status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${pageUrl(shown)}/blob/${at}/${encoded}`,
    raw_url: `${pageUrl(shown)}/raw/${at}/${encoded}`,
    contents_url: `${repositoryUrl(shown)}/contents/${encoded}?ref=${at}`,
    ...(patch === undefined ? {} : { patch }),
    ...(previousPath === undefined ? {} : { previous_filename: previousPath }),
  }
}

const kinds: Readonly<Record<string, string>> = { '040000': 'tree', '160000': 'commit' }

export function showTree(shown: Shown, sha: string, recursive: boolean): JsonObject {
  const { objects } = shown.state
  const url = repositoryUrl(shown)
  const flat = () => [...listFiles(objects, sha)].map(([path, entry]) => ({ path, ...entry }))
  const entries = recursive ? flat() : readTree(objects, sha).map(({ name, ...entry }) => ({ path: name, ...entry }))
  return {
    sha,
    url: `${url}/git/trees/${sha}`,
    truncated: false,
    tree: entries.map(({ path, mode, sha: id }) => {
      const type = kinds[mode] ?? 'blob'
      const size = isKind(objects, id, 'blob') ? { size: readObject(objects, id, 'blob').length } : {}
      return { path, mode, type, sha: id, ...size, ...(type === 'commit' ? {} : { url: `${url}/git/${type}s/${id}` }) }
    }),
  }
}

export function showBlob(shown: Shown, sha: string): JsonObject {
  const bytes = readObject(shown.state.objects, sha, 'blob')
  return {
    sha,
    node_id: nodeId('Blob', sha),
    size: bytes.length,
    url: `${repositoryUrl(shown)}/git/blobs/${sha}`,
    // GitHub breaks the lines of what it encodes
    content: bytes.toString('base64').replace(/.{60}/g, '$&\n'),
    encoding: 'base64',
  }
}

export function showRef(shown: Shown, ref: string, sha: string): JsonObject {
  const url = repositoryUrl(shown)
  return {
    ref,
    node_id: nodeId('Ref', ref),
    url: `${url}/git/${ref}`,
    object: { type: 'commit', sha, url: `${url}/git/commits/${sha}` },
  }
}
