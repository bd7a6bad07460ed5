import { entryTrailer } from '../../src/gate/commits.ts'
import { digestOf } from '../../src/gate/digest.ts'
import { isServicePath } from '../../src/gate/paths.ts'
import type { Prepared } from '../../src/intake/desk.ts'
import { sizeLimit } from '../../src/source/characters.ts'
import { decode } from '../decode.ts'
import { type Client, call, GitHubFault } from './client.ts'
import type { IntakeIssue } from './intake-issue.ts'
import { branchOfIssue } from './intake-pull.ts'
import { objectsOf } from './objects.ts'

/** The service files of a department on main, by their paths, and the tree of that commit. */
export async function folderTexts(
  client: Client,
  tip: string,
  slug: string,
): Promise<{ files: Map<string, string>; tree: string }> {
  const objects = objectsOf(client)
  const tree = await objects.treeOf(tip)
  const files = new Map<string, string>()
  for (const entry of await objects.folderAt(tree, `services/${slug}`)) {
    const path = `services/${slug}/${entry.path}`
    if (!isServicePath(path) || entry.mode !== '100644' || (entry.size ?? 0) > sizeLimit) continue
    const decoded = decode(await objects.blob(entry))
    if ('text' in decoded) files.set(path, decoded.text)
  }
  return { files, tree }
}

type Content = { tree: string; kind: string; prepared: Extract<Prepared, { state: 'ready' }> }

/**
 * Brings the branch of the issue to this content, always forward: whoever wrote on it in between is never overwritten.
 * False where somebody has gone on by hand and the form says something else since.
 */
export async function writeBranch(client: Client, issue: IntakeIssue, content: Content): Promise<boolean> {
  const { kind, prepared, tree } = content
  const digest = digestOf([prepared.file, prepared.text, issue.writers])
  const state = await readBranch(client, issue)
  if (state?.written === digest) return true
  if (state !== null && !state.isOurs) return false
  const parents = state === null ? [issue.tip] : [state.tip, ...(state.isBehind ? [issue.tip] : [])]
  const made = await treeWith(client, tree, prepared)
  let sha = ''
  // The gate reads one person from one commit: whoever else has written in the form gets a commit of their own.
  for (const [index, writer] of issue.writers.entries()) {
    const stamp = `${stampName}: ${issue.number} ${digest}`
    const message = `${kind}の申請: ${prepared.file}\n\n${stamp}\n${entryTrailer(writer)}\n`
    sha = await commitTree(client, made, message, index === 0 ? parents : [sha])
  }
  await moveBranch(client, issue.number, state === null, sha)
  return true
}

const stampName = 'Intake'
const stampOf = (message: string, number: number): string | undefined =>
  new RegExp(`^${stampName}: ${number} ([0-9a-f]{64})$`, 'm').exec(message)?.[1]

type Branch = {
  tip: string
  /** What we wrote last; whether nobody wrote after us; whether main has gone on. */
  written: string | undefined
  isOurs: boolean
  isBehind: boolean
}

async function readBranch(client: Client, { number, tip: main }: IntakeIssue): Promise<Branch | null> {
  const { octokit, owner, repo } = client
  const tip = await tipOf(client, number)
  if (tip === null) return null
  const { data } = await call(client, '申請の中身の読み取り', (request) =>
    octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${main}...${tip}`, request }),
  )
  const stamps = data.commits.map(({ commit }) => stampOf(commit.message, number))
  if (data.total_commits !== stamps.length)
    throw new GitHubFault('申請の中身の読み取り', null, 'the list of commits is cut short')
  return {
    tip,
    written: stamps.findLast((stamp) => stamp !== undefined),
    isOurs: stamps.length === 0 || stamps.at(-1) !== undefined,
    isBehind: data.behind_by > 0,
  }
}

async function tipOf(client: Client, number: number): Promise<string | null> {
  const { octokit, owner, repo } = client
  try {
    const { data } = await call(client, '申請の版の読み取り', (request) =>
      octokit.rest.git.getRef({ owner, repo, ref: `heads/${branchOfIssue(number)}`, request }),
    )
    return data.object.sha
  } catch (error) {
    if (error instanceof GitHubFault && error.status === 404) return null
    throw error
  }
}

const writing = '申請の書き込み'

async function treeWith(client: Client, tree: string, { file, text }: Content['prepared']): Promise<string> {
  const { octokit, owner, repo } = client
  const { data: blob } = await call(client, writing, (request) =>
    octokit.rest.git.createBlob({ owner, repo, content: text, encoding: 'utf-8', request }),
  )
  const item = { path: file, mode: '100644', type: 'blob', sha: blob.sha } as const
  const { data } = await call(client, writing, (request) =>
    octokit.rest.git.createTree({ owner, repo, base_tree: tree, tree: [item], request }),
  )
  return data.sha
}

async function commitTree(client: Client, tree: string, message: string, parents: string[]): Promise<string> {
  const { octokit, owner, repo } = client
  const { data } = await call(client, writing, (request) =>
    octokit.rest.git.createCommit({ owner, repo, message, tree, parents, request }),
  )
  return data.sha
}

/** A branch that is there already, or has moved since it was read, refuses: the next run reads it again. */
async function moveBranch(client: Client, number: number, isNew: boolean, sha: string): Promise<void> {
  const { octokit, owner, repo } = client
  const name = `heads/${branchOfIssue(number)}`
  await call<{ status: number; data: unknown }>(client, writing, (request) =>
    isNew
      ? octokit.rest.git.createRef({ owner, repo, ref: `refs/${name}`, sha, request })
      : octokit.rest.git.updateRef({ owner, repo, ref: name, sha, force: false, request }),
  )
}
