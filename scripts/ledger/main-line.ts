import { ask, commitOf, git, openRepository, type Repository } from '../git.ts'
import { UsageError } from '../usage.ts'

/** A file in which a commit differs from its first parent; `blob` is null where it is gone. */
export type TouchedFile = { path: string; blob: string | null; mode: string }
/** A commit on the line of first parents; each is one merge. */
export type Step = { commit: string; parent: string | null; time: number; files: TouchedFile[] }

/** The repository around a folder; a bare one has no work tree, and needs none here. */
export function openObjects(folder = process.cwd()): Repository {
  const { status, output } = git(folder, ['rev-parse', '--is-bare-repository', '--absolute-git-dir'])
  const [isBare, path] = String(output).split('\n')
  return status === 0 && isBare === 'true' ? { folder: path!, hash: hashOf(folder) } : openRepository(folder)
}
const hashOf = (folder: string): Repository['hash'] =>
  String(ask(folder, ['rev-parse', '--show-object-format'])).startsWith('sha256') ? 'sha256' : 'sha1'

/** The commit of a branch, here or as last fetched. */
export const branchOf = (repository: Repository, name: string): string | null =>
  commitOf(repository, `refs/heads/${name}`) ??
  commitOf(repository, `refs/remotes/origin/${name}`) ??
  commitOf(repository, name)

export function mainOf(repository: Repository, name = 'main'): string {
  const commit = branchOf(repository, name)
  if (commit === null)
    throw new UsageError(
      `「${name}」という版は、git にありません。git fetch で取り寄せるか、--main で名前を指定してください。`,
    )
  return commit
}

/** Every first-parent commit up to a tip, oldest first, and what it changed; of those behind `after` only. */
export function stepsTo(repository: Repository, tip: string, after: string | null = null): Step[] {
  const walk = ['--first-parent', '--reverse', '--topo-order', '--diff-merges=first-parent']
  const shape = ['--root', '--raw', '-z', '--no-abbrev', '--no-renames', '--format=%x01%H %ct %P']
  const range = after === null ? [tip] : [`${after}..${tip}`]
  const log = ask(repository.folder, ['log', ...walk, ...shape, ...range, '--'])
  return parse(String(log).split('\0'))
}

/** A meta word is followed by a path, whatever that looks like. */
function parse(words: readonly string[]): Step[] {
  const steps: Step[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!.replace(/^\n/, '')
    const [, commit, time, parents = ''] = /^\u0001([0-9a-f]+) (\d+) ([0-9a-f ]*)$/.exec(word) ?? []
    if (commit !== undefined) {
      steps.push({ commit, parent: parents.split(' ')[0] || null, time: Number(time), files: [] })
      continue
    }
    const [, mode, blob] = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) [A-Z]/.exec(word) ?? []
    if (mode === undefined || blob === undefined) continue
    index += 1
    steps.at(-1)?.files.push({ path: words[index] ?? '', blob: /^0+$/.test(blob) ? null : blob, mode })
  }
  return steps
}
