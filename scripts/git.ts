import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { UsageError } from './usage.ts'

/** What hooks and aliases set for their own repository: the one that holds the files judged is meant. */
const foreign = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_CEILING_DIRECTORIES']

type Answer = { status: number; output: Buffer; complaint: string }

/** Runs git without a shell; what a file or a ref is called can never be taken for an option or a pattern. */
export function git(folder: string, args: readonly string[], input = ''): Answer {
  const kept = Object.entries(process.env).filter(([name]) => !foreign.includes(name))
  const env = { ...Object.fromEntries(kept), LC_ALL: 'C', GIT_LITERAL_PATHSPECS: '1', GIT_OPTIONAL_LOCKS: '0' }
  try {
    const output = execFileSync('git', args, { cwd: folder, env, input, maxBuffer: Infinity, stdio: 'pipe' })
    return { status: 0, output, complaint: '' }
  } catch (error) {
    const { code, status, stderr } = error as NodeJS.ErrnoException & { status?: number; stderr?: Buffer }
    if (code === 'ENOENT') throw new UsageError('git が見つかりません。git をインストールしてください。')
    if (typeof status !== 'number') throw error
    return { status, output: Buffer.alloc(0), complaint: String(stderr) }
  }
}

/** As above, where a refusal can only be our own fault. */
export function ask(folder: string, args: readonly string[], input?: string): Buffer {
  const { status, output, complaint } = git(folder, args, input)
  if (status !== 0) throw new Error(`git ${args[0]}: ${complaint.trim()}`)
  return output
}
const line = (output: Buffer): string => String(output).replace(/\n$/, '')

/** `folder` is the top of the work tree; paths in git count from there. */
export type Repository = { folder: string; hash: 'sha1' | 'sha256' }

/** The repository around a folder. */
export function openRepository(folder: string): Repository {
  const { status, output, complaint } = git(folder, ['rev-parse', '--show-toplevel'])
  if (status === 0) {
    const format = line(ask(folder, ['rev-parse', '--show-object-format']))
    return { folder: line(output), hash: format === 'sha256' ? 'sha256' : 'sha1' }
  }
  if (complaint.includes('dubious ownership'))
    throw new UsageError(
      'git がこのフォルダの持ち主を確かめられません。git config の safe.directory に加えてください。',
    )
  throw new UsageError('ここは git のリポジトリではありません。リポジトリの中で実行してください。')
}

/** The commit that a name stands for; null where there is none. */
export function commitOf({ folder }: Repository, name: string): string | null {
  const { status, output } = git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
  return status === 0 ? line(output) : null
}

export function headOf(repository: Repository): string {
  const head = commitOf(repository, 'HEAD')
  if (head === null) throw new UsageError('このリポジトリには、まだコミットがありません。')
  return head
}

/** The commit of a ref that somebody gave. */
export function commitNamed(repository: Repository, ref: string): string {
  const commit = commitOf(repository, ref)
  if (commit === null) throw new UsageError(unknownRef(repository, ref))
  return commit
}

/** Where the work on HEAD left the ref. */
export function mergeBase(repository: Repository, ref: string): string {
  const head = headOf(repository)
  const base = commitNamed(repository, ref)
  const { status, output } = git(repository.folder, ['merge-base', base, head])
  if (status === 0) return line(output)
  const isShallow = line(ask(repository.folder, ['rev-parse', '--is-shallow-repository'])) === 'true'
  throw new UsageError(
    isShallow
      ? `履歴が途中までしかないため、「${ref}」と分かれたところが分かりません。git fetch --unshallow を実行するか、fetch-depth を 0 にして取り直してください。`
      : `「${ref}」と今の版には、共通の履歴がありません。`,
  )
}

function unknownRef(repository: Repository, ref: string): string {
  const remote = `origin/${ref}`
  const hint =
    commitOf(repository, remote) === null
      ? '名前を確かめ、なければ git fetch で取り寄せてください。'
      : `もしかして ${remote} ですか。`
  return `「${ref}」という版は、git にありません。${hint}`
}

/** Every file of a commit at or below a path, and the id of its content; links and submodules hold no content. */
export function treeOf({ folder }: Repository, commit: string, path: string): Map<string, string> {
  const below = path === '' ? [] : ['--', path]
  const listed = ask(folder, ['ls-tree', '-r', '-z', '--full-tree', commit, ...below])
  const rows = String(listed).split('\0').slice(0, -1)
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const [, mode = '', id = '', name = ''] = /^(\d+) \w+ (\w+)\t([\s\S]*)$/.exec(row) ?? []
      return mode.startsWith('100') ? [[name, id]] : []
    }),
  )
}

/** The id that git would give to these bytes. */
export const idOf = ({ hash }: Repository, bytes: Uint8Array): string =>
  createHash(hash).update(`blob ${bytes.length}\0`).update(bytes).digest('hex')

/** So many are asked for at once that they fit into memory even if each is as large as it may be. */
const batch = 200

/** The contents with these ids, read from one process. */
export function* contentsOf({ folder }: Repository, ids: readonly string[]): Iterable<Buffer> {
  for (let start = 0; start < ids.length; start += batch) {
    const asked = ids.slice(start, start + batch)
    const output = ask(folder, ['cat-file', '--batch'], asked.map((id) => `${id}\n`).join(''))
    let offset = 0
    for (const id of asked) {
      const end = output.indexOf('\n', offset)
      const [, size] = / (\d+)$/.exec(String(output.subarray(offset, end))) ?? []
      if (size === undefined) throw new Error(`git cat-file: ${id} is missing`)
      yield output.subarray(end + 1, end + 1 + Number(size))
      offset = end + 1 + Number(size) + 1
    }
  }
}

/** One commit that touched a file, and the ids of its content before and after; null where there was none. */
export type Touch = { commit: string; time: number; author: string; before: string | null; after: string | null }

/**
 * Every commit up to HEAD that touched a file at or below a path, by file and oldest first, from one run of git. A merge
 * counts only where it wrote what none of its parents had; it is told as a change of the first.
 */
export function touchesBelow(repository: Repository, path: string): Map<string, Touch[]> {
  const head = headOf(repository)
  const format = ['--format=%x01%H %at %an', '--raw', '-z', '-c', '--no-abbrev', '--no-renames']
  const log = ask(repository.folder, ['log', ...format, '--topo-order', '--reverse', head, '--', path])
  const wrote = new Map<string, Wrote[]>()
  let commit: Pick<Touch, 'commit' | 'time' | 'author'> = { commit: '', time: 0, author: '' }
  const words = String(log).split('\0')
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!.replace(/^\n/, '')
    const [, id, time, author = ''] = /^\u0001([0-9a-f]+) (\d+) ([\s\S]*)$/.exec(word) ?? []
    if (id !== undefined) commit = { commit: id, time: Number(time), author }
    const [, listed] = /^:+(?:\d{6} )+((?:[0-9a-f]{40,} )+)[A-Z]+\d*$/.exec(word) ?? []
    if (listed === undefined) continue
    // A path follows, whatever that looks like.
    index += 1
    const ids = listed.trim().split(' ').map(known)
    const file = words[index] ?? ''
    wrote.set(file, [...(wrote.get(file) ?? []), { ...commit, sources: ids.slice(0, -1), after: ids.at(-1)! }])
  }
  const now = treeOf(repository, head, path)
  return new Map(Array.from(wrote, ([file, all]) => [file, lasting(all, now.get(file) ?? all.at(-1)!.after)]))
}
const known = (id: string): string | null => (/^0*$/.test(id) ? null : id)

/** `sources`: the contents in the parents. */
type Wrote = Pick<Touch, 'commit' | 'time' | 'author' | 'after'> & { sources: (string | null)[] }

/** Without what a merge left aside: nothing that came later was made of it. */
function lasting(all: readonly Wrote[], now: string | null): Touch[] {
  const used = new Set([now])
  const kept = all.toReversed().filter(({ after, sources }) => {
    if (!used.has(after)) return false
    for (const source of sources) used.add(source)
    return true
  })
  return kept.toReversed().map(({ sources, ...touch }) => ({ ...touch, before: sources[0]! }))
}
