import { type ObjectStore, readObject, writeObject } from './objects.ts'

export type Stamp = { readonly name: string; readonly email: string; readonly date: string }
export type CommitContent = {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Stamp
  readonly committer: Stamp
  readonly message: string
}
export type Commit = CommitContent & { readonly sha: string }

const seconds = (date: string) => Math.floor(Date.parse(date) / 1000)
const stampLine = ({ name, email, date }: Stamp) => `${name} <${email}> ${seconds(date)} +0000`

export function writeCommit(store: ObjectStore, { tree, parents, author, committer, message }: CommitContent): string {
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${stampLine(author)}`,
    `committer ${stampLine(committer)}`,
  ]
  return writeObject(store, 'commit', `${lines.join('\n')}\n\n${message}`)
}

export function readCommit(store: ObjectStore, sha: string): Commit {
  const text = readObject(store, sha, 'commit').toString('utf8')
  const blank = text.indexOf('\n\n')
  const headers = text.slice(0, blank).split('\n')
  const all = (name: string) =>
    headers.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1))
  return {
    sha,
    tree: all('tree')[0] ?? '',
    parents: all('parent'),
    author: readStamp(all('author')[0] ?? ''),
    committer: readStamp(all('committer')[0] ?? ''),
    message: text.slice(blank + 2),
  }
}

function readStamp(line: string): Stamp {
  const [, name = '', email = '', at = '0'] = /^(.*) <([^>]*)> (\d+) /.exec(line) ?? []
  return { name, email, date: isoDate(Number(at) * 1000) }
}

/** GitHub's timestamps have no fraction of a second. */
export const isoDate = (milliseconds: number): string => new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z')
