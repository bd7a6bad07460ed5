import type { LedgerRecord } from './record.ts'

/** One commit on main's line of first parents, as git has it. */
export type Merge = { commit: string; parent: string | null; files: readonly { path: string; blob: string | null }[] }

/** What the records say of commits, against the commits themselves: a Japanese sentence for each difference. */
export function* mergeFaults(records: readonly LedgerRecord[], merges: ReadonlyMap<string, Merge>): Iterable<string> {
  for (const { id, kind, main, files } of records) {
    if (main === null) continue
    const merge = merges.get(main.commit)
    if (merge === undefined) yield `${id} が記録した取込み ${main.commit.slice(0, 12)} が、main の履歴にありません。`
    else if (kind === 'genesis') continue
    else if (merge.parent !== main.parent) yield `${id} が記録した取込みの親が、git と違います。`
    else yield* fileFaults(id, files, merge.files)
  }
}

function* fileFaults(id: string, recorded: Merge['files'], merged: Merge['files']): Iterable<string> {
  const blobs = new Map(merged.map(({ path, blob }) => [path, blob]))
  for (const { path, blob } of recorded)
    if (blobs.get(path) !== blob) yield `${id} が記録した ${path} の中身が、取り込まれたものと違います。`
  const known = new Set(recorded.map(({ path }) => path))
  for (const { path } of merged) if (!known.has(path)) yield `${id} に、取り込まれた ${path} の記録がありません。`
}

/** Merges behind the newest recorded one, oldest first; null where main does not have that one. */
export function unrecorded(records: readonly LedgerRecord[], merges: readonly Merge[]): Merge[] | null {
  const last = records.findLast(({ main }) => main !== null)?.main?.commit
  const index = merges.findIndex(({ commit }) => commit === last)
  return index < 0 ? null : merges.slice(index + 1)
}
