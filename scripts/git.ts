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
export const line = (output: Buffer): string => String(output).replace(/\n$/, '')

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
  throw new UsageError(
    isShallow(repository)
      ? `履歴が途中までしかないため、「${ref}」と分かれたところが分かりません。git fetch --unshallow を実行するか、fetch-depth を 0 にして取り直してください。`
      : `「${ref}」と今の版には、共通の履歴がありません。`,
  )
}

function unknownRef(repository: Repository, ref: string): string {
  const remote = `origin/${ref}`
  if (commitOf(repository, remote) !== null)
    return `「${ref}」という版は、git にありません。もしかして ${remote} ですか。`
  const hint = isShallow(repository)
    ? '手もとの履歴は途中までしかないので、git fetch --unshallow origin と版の名前で取り寄せるか、fetch-depth を 0 にして取り直してください。'
    : '名前を確かめ、なければ git fetch で取り寄せてください。'
  return `「${ref}」という版は、git にありません。${hint}`
}

export const isShallow = ({ folder }: Repository): boolean =>
  line(ask(folder, ['rev-parse', '--is-shallow-repository'])) === 'true'

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

/** A copy without its contents (git clone --filter) fetches them when they are asked for, if it can. */
const lost = (): UsageError =>
  new UsageError(
    '比べる版の中身が、手もとの git にそろっていません。git fetch で取り寄せるか、git fsck で壊れていないかを確かめてください。',
  )

/** The contents with these ids, read from one process. */
export function* contentsOf({ folder }: Repository, ids: readonly string[]): Iterable<Buffer> {
  for (let start = 0; start < ids.length; start += batch) {
    const asked = ids.slice(start, start + batch)
    const { status, output } = git(folder, ['cat-file', '--batch'], asked.map((id) => `${id}\n`).join(''))
    if (status !== 0) throw lost()
    let offset = 0
    for (const _ of asked) {
      const end = output.indexOf('\n', offset)
      const [, size] = / (\d+)$/.exec(String(output.subarray(offset, end))) ?? []
      if (size === undefined) throw lost()
      yield output.subarray(end + 1, end + 1 + Number(size))
      offset = end + 1 + Number(size) + 1
    }
  }
}
