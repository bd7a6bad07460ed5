import { readFileSync } from 'node:fs'
import { ask, headOf, isShallow, line, type Repository, treeOf } from './git.ts'

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

/** Where a shallow copy begins: git takes these commits for the first, and all that they hold for new. */
export function beginnings(repository: Repository): ReadonlySet<string> {
  if (!isShallow(repository)) return new Set()
  const path = line(ask(repository.folder, ['rev-parse', '--path-format=absolute', '--git-path', 'shallow']))
  return new Set(readFileSync(path, 'utf8').split('\n'))
}
