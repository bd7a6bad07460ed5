import { readFileSync } from 'node:fs'
import { ask, headOf, isShallow, line, type Repository } from './git.ts'

/** One commit that touched a file, and the ids of its content before and after; null where there was none. */
export type Touch = { commit: string; time: number; author: string; before: string | null; after: string | null }

/**
 * Every commit up to HEAD that touched a file, oldest first. A merge counts only where it wrote what none of its
 * parents had; it is told as a change of the first.
 */
export function touchesOf(repository: Repository, path: string): Touch[] {
  const head = headOf(repository)
  const format = ['--format=%H%x00%at%x00%an', '--raw', '-z', '-c', '--no-abbrev', '--no-renames']
  const log = ask(repository.folder, ['log', ...format, '--topo-order', '--reverse', head, '--', path])
  return Array.from(String(log).matchAll(touch), ([, commit = '', time, author = '', listed = '']) => {
    const ids = listed.trim().split(' ')
    return { commit, time: Number(time), author, before: known(ids[0]!), after: known(ids.at(-1)!) }
  })
}
const touch = /([0-9a-f]+)\0(\d+)\0([^\0]*)\0[\0\n]:+(?:\d{6} )+((?:[0-9a-f]{40,} )+)[A-Z]+\d*\0/g
const known = (id: string): string | null => (/^0*$/.test(id) ? null : id)

/** Where a shallow copy begins: git takes these commits for the first, and all that they hold for new. */
export function beginnings(repository: Repository): ReadonlySet<string> {
  if (!isShallow(repository)) return new Set()
  const path = line(ask(repository.folder, ['rev-parse', '--path-format=absolute', '--git-path', 'shallow']))
  return new Set(readFileSync(path, 'utf8').split('\n'))
}
