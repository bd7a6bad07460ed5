import { readCommit, type Stamp, writeCommit } from '../git/commits.ts'
import { writeObject } from '../git/objects.ts'
import { type Entry, listFiles, type Mode, writeFiles } from '../git/trees.ts'
import { tick } from './clock.ts'
import { noreply } from './people.ts'
import { branchKey, moveRef, type Rules } from './refs.ts'
import type { Account, State } from './state.ts'

export type FileContent = string | Uint8Array | { readonly mode: Mode; readonly content: string } | null
export type Person = Account | { readonly name: string; readonly email: string }
export type CommitOptions = {
  readonly author: Person
  readonly committer?: Person
  readonly coAuthors?: readonly Person[]
  readonly message?: string
  /** Path to new content; null removes the file. For a submodule (160000) the content is the commit. */
  readonly files: Readonly<Record<string, FileContent>>
  /** Where a new branch starts; the default branch unless told. */
  readonly from?: string
  /** Made on github.com: committed and signed by GitHub. */
  readonly web?: boolean
  readonly signed?: boolean
  readonly rules?: Rules
  /** Replaces the tip instead of building on it (`git commit --amend`, then a forced push). */
  readonly amend?: boolean
}

export const emailOf = (person: Person): string => ('email' in person ? person.email : noreply(person))
const line = (person: Person) => `${person.name} <${emailOf(person)}>`

/** Adds a commit to a branch (`name`, or `someone:name` in a fork), which is made when it does not exist. */
export function commit(state: State, branch: string, options: CommitOptions): string {
  const { author, coAuthors = [], message = 'Change files', web = false } = options
  const key = branchKey(branch)
  const tip = state.refs.get(key) ?? state.refs.get(branchKey(options.from ?? state.defaultBranch)) ?? options.from
  const before = tip === undefined ? undefined : readCommit(state.objects, tip)
  const files = new Map(before === undefined ? [] : listFiles(state.objects, before.tree))
  for (const [path, content] of Object.entries(options.files)) {
    if (content === null) files.delete(path)
    else files.set(path, entryOf(state, content))
  }
  const stamp = (person: Person): Stamp => ({ name: person.name, email: emailOf(person), date: state.clock.now })
  const trailers = coAuthors.map((person) => `Co-authored-by: ${line(person)}`).join('\n')
  tick(state)
  const onTip = tip === undefined ? [] : [tip]
  const sha = writeCommit(state.objects, {
    tree: writeFiles(state.objects, files),
    parents: options.amend === true && before !== undefined ? before.parents : onTip,
    author: stamp(author),
    committer: web ? webFlow(state) : stamp(options.committer ?? author),
    message: trailers === '' ? message : `${message}\n\n${trailers}`,
  })
  if (options.signed ?? web) state.signed.add(sha)
  moveRef(state, key, sha, { by: actorOf(state, author), rules: options.rules ?? 'enforced' })
  return sha
}

export const webFlow = (state: State): Stamp => ({ name: 'GitHub', email: 'noreply@github.com', date: state.clock.now })

function entryOf(state: State, content: Exclude<FileContent, null>): Entry {
  const blob = (bytes: string | Uint8Array) => writeObject(state.objects, 'blob', bytes)
  if (typeof content === 'string' || content instanceof Uint8Array) return { mode: '100644', sha: blob(content) }
  const { mode, content: given } = content
  return { mode, sha: mode === '160000' ? given : blob(given) }
}

const actorOf = (state: State, person: Person): Account => ('id' in person ? person : state.owner)

/** The account GitHub shows for an e-mail address of a commit: none when nobody has registered it. */
export const accountOf = (state: State, { email }: { readonly email: string }): Account | null =>
  state.emails.get(email) ?? null

/** The author, then everyone a trailer names. */
export function authorsOf(commit: { readonly author: Stamp; readonly message: string }): Stamp[] {
  const trailers = commit.message.matchAll(/^co-authored-by:\s*(.+?)\s*<([^>]+)>\s*$/gim)
  const date = commit.author.date
  return [commit.author, ...[...trailers].map(([, name = '', email = '']) => ({ name, email, date }))]
}
