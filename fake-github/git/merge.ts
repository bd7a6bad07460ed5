import type { ObjectStore } from './objects.ts'
import { type Entry, listFiles, writeFiles } from './trees.ts'

/** Three-way merge by whole files: a file both sides changed differently is a conflict, whatever its lines say. */
export function mergeTrees(
  store: ObjectStore,
  base: string | null,
  ours: string,
  theirs: string,
): { readonly tree: string; readonly conflicts: readonly string[] } {
  const before = base === null ? new Map<string, Entry>() : listFiles(store, base)
  const one = listFiles(store, ours)
  const other = listFiles(store, theirs)
  const merged = new Map(one)
  const conflicts: string[] = []
  const same = (left: Entry | undefined, right: Entry | undefined) =>
    left?.sha === right?.sha && left?.mode === right?.mode
  for (const path of new Set([...before.keys(), ...other.keys()])) {
    const old = before.get(path)
    const mine = one.get(path)
    const yours = other.get(path)
    if (same(old, yours) || same(mine, yours)) continue
    if (!same(old, mine)) conflicts.push(path)
    if (yours === undefined) merged.delete(path)
    else merged.set(path, yours)
  }
  return { tree: writeFiles(store, merged), conflicts }
}
