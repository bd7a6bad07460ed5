import type { Push, Tip, Writers } from '../../src/hook/approval.ts'
import { ask, git, type Repository } from '../git.ts'

/** One line that git gives to the hook; null for no commit at all. */
export type Update = { old: string | null; new: string | null; ref: string }
/** A path in which two states differ. */
export type Difference = { path: string; status: string; blob: string | null }

export function updatesIn(input: string): Update[] {
  return input
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, old, tip, ref] = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) (.+)$/.exec(line) ?? []
      if (old === undefined || tip === undefined || ref === undefined) throw new Error('git gave an unreadable line')
      return { old: known(old), new: known(tip), ref }
    })
}
const known = (id: string): string | null => (/^0+$/.test(id) ? null : id)

export const isForward = ({ folder }: Repository, old: string, tip: string): boolean =>
  git(folder, ['merge-base', '--is-ancestor', old, tip]).status === 0

/** Everything in which a commit differs from another one, or from nothing. */
export function differences({ folder }: Repository, old: string | null, tip: string): Difference[] {
  const empty = String(ask(folder, ['hash-object', '-t', 'tree', '--stdin'])).trim()
  const shape = ['-r', '-z', '--raw', '--no-renames', '--no-abbrev']
  const words = String(ask(folder, ['diff-tree', ...shape, old ?? empty, `${tip}^{tree}`])).split('\0')
  const found: Difference[] = []
  for (let index = 0; index + 1 < words.length; index += 2) {
    const [, blob, status = ''] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])/.exec(words[index]!) ?? []
    if (blob === undefined) throw new Error('git diff-tree gave an unreadable line')
    found.push({ path: words[index + 1]!, status, blob: known(blob) })
  }
  return found
}

/** How the changed files came in: who wrote, who merged. */
export function readPush(repository: Repository, old: string, tip: string, changed: readonly Difference[]): Push {
  const { folder } = repository
  const fields = ['%P', '%ae', '%ce', '%(trailers:key=Co-authored-by,valueonly,separator=%x02)', '%G?', '%GS', '%B']
  const [parents = '', author = '', committer = '', others = '', grade = '', signer = '', ...message] = String(
    ask(folder, ['log', '--no-walk', `--format=${fields.join('%x00')}`, tip]),
  ).split('\0')
  const own: Tip = {
    parents: parents.split(' ').filter((one) => one !== ''),
    author,
    committer,
    others: emailsIn(others),
    message: message.join('\0'),
    // Anybody can make a key in anybody's name: only those count that the server trusts.
    signer: grade === 'G' ? (emailsIn(signer)[0] ?? signer) : null,
  }
  const second = own.parents[1]
  return { old, tip: own, commits: writersOf(folder, old, tip), isUntouched: isUntouched(repository, second, changed) }
}

function writersOf(folder: string, old: string, tip: string): Writers[] {
  const fields = ['%H', '%ae', '%ce', '%(trailers:key=Co-authored-by,valueonly,separator=%x02)']
  const log = String(ask(folder, ['log', '-z', `--format=${fields.join('%x01')}`, `${old}..${tip}`]))
  return log
    .split('\0')
    .map((row) => row.split('\u0001'))
    .filter(([commit]) => commit !== undefined && commit !== '' && commit !== tip)
    .map(([, author = '', committer = '', others = '']) => ({ author, committer, others: emailsIn(others) }))
}

/** The merge brings in what its second parent has, and nothing else. */
function isUntouched(repository: Repository, second: string | undefined, changed: readonly Difference[]): boolean {
  if (second === undefined) return true
  const entries = entriesOf(repository, second)
  return changed.every(({ path, blob }) => (entries.get(path)?.sha ?? null) === blob)
}

const emailsIn = (text: string): string[] =>
  Array.from(text.matchAll(/<([^<>\s]+@[^<>\s]+)>/g), ([, email = '']) => email)

export type Entry = { path: string; mode: string; type: string; sha: string; size: number | null }

/** Everything below services/ in a commit, links and submodules as well. */
export function entriesOf({ folder }: Repository, commit: string): Map<string, Entry> {
  const listed = ask(folder, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', 'services'])
  const rows = String(listed).split('\0').slice(0, -1)
  return new Map(
    rows.map((row) => {
      const [, mode = '', type = '', sha = '', size = '', path = ''] =
        /^(\d+) (\w+) (\w+) +(\d+|-)\t([\s\S]*)$/.exec(row) ?? []
      return [path, { path, mode, type, sha, size: size === '-' ? null : Number(size) }]
    }),
  )
}
