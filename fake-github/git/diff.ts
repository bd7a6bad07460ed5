import { type ObjectStore, readObject } from './objects.ts'
import { type Entry, type Files, listFiles } from './trees.ts'

export type ChangeStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'changed'
export type Change = {
  readonly status: ChangeStatus
  readonly path: string
  readonly previousPath?: string
  /** The blob after the change; before it, for a removed file. */
  readonly sha: string
  readonly additions: number
  readonly deletions: number
  readonly patch?: string
}
type Pair = { readonly path: string; readonly entry: Entry }

/** The changes between two trees, ordered by path, with renames found as git does by default (half of the lines). */
export function diffTrees(store: ObjectStore, before: string | null, after: string): Change[] {
  const old: Files = before === null ? new Map() : listFiles(store, before)
  const young = listFiles(store, after)
  const removed: Pair[] = []
  const added: Pair[] = []
  const changes: Change[] = []
  for (const [path, entry] of young) {
    const previous = old.get(path)
    if (previous === undefined) added.push({ path, entry })
    else if (previous.sha !== entry.sha) changes.push(describe(store, 'modified', path, previous, entry))
    else if (previous.mode !== entry.mode) changes.push(describe(store, 'changed', path, previous, entry))
  }
  for (const [path, entry] of old) if (!young.has(path)) removed.push({ path, entry })
  for (const { path, entry } of added) {
    const from = takeOrigin(store, removed, entry)
    if (from === undefined) changes.push(describe(store, 'added', path, undefined, entry))
    else changes.push({ ...describe(store, 'renamed', path, from.entry, entry), previousPath: from.path })
  }
  for (const { path, entry } of removed) changes.push(describe(store, 'removed', path, entry, undefined))
  return changes.sort((one, other) => (one.path < other.path ? -1 : 1))
}

function takeOrigin(store: ObjectStore, removed: Pair[], young: Entry): Pair | undefined {
  let best = -1
  let similarity = 0.5
  for (const [index, { entry }] of removed.entries()) {
    const now = entry.sha === young.sha ? 1 : similarityOf(linesOf(store, entry), linesOf(store, young))
    if (now >= similarity && (best < 0 || now > similarity)) {
      best = index
      similarity = now
    }
  }
  return best < 0 ? undefined : removed.splice(best, 1)[0]
}

function similarityOf(old: readonly string[], young: readonly string[]): number {
  const left = new Map<string, number>()
  for (const line of old) left.set(line, (left.get(line) ?? 0) + 1)
  let common = 0
  for (const line of young) {
    const count = left.get(line) ?? 0
    if (count === 0) continue
    left.set(line, count - 1)
    common += 1
  }
  return common / Math.max(old.length, young.length, 1)
}

function describe(
  store: ObjectStore,
  status: ChangeStatus,
  path: string,
  before: Entry | undefined,
  after: Entry | undefined,
): Change {
  const sha = (after ?? before)?.sha ?? ''
  const old = before === undefined ? [] : linesOf(store, before)
  const young = after === undefined ? [] : linesOf(store, after)
  const hunk = before?.sha === after?.sha ? undefined : onlyHunk(old, young)
  if (hunk === undefined) return { status, path, sha, additions: 0, deletions: 0 }
  return { status, path, sha, ...hunk }
}

/** One hunk from the first to the last differing line: no shortest script, but a patch that applies. */
function onlyHunk(old: readonly string[], young: readonly string[]) {
  let start = 0
  while (start < old.length && start < young.length && old[start] === young[start]) start += 1
  let tail = 0
  const room = Math.min(old.length, young.length) - start
  while (tail < room && old[old.length - 1 - tail] === young[young.length - 1 - tail]) tail += 1
  const minus = old.slice(start, old.length - tail)
  const plus = young.slice(start, young.length - tail)
  const place = (lines: readonly string[]) => `${lines.length === 0 ? start : start + 1},${lines.length}`
  const patch = [
    `@@ -${place(minus)} +${place(plus)} @@`,
    ...minus.map((line) => `-${line}`),
    ...plus.map((line) => `+${line}`),
  ].join('\n')
  return { additions: plus.length, deletions: minus.length, patch }
}

function linesOf(store: ObjectStore, { mode, sha }: Entry): string[] {
  // The commit of a submodule is in another repository
  if (mode === '160000') return [`Subproject commit ${sha}`]
  const lines = readObject(store, sha, 'blob').toString('utf8').split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}
