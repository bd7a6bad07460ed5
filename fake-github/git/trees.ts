import { isKind, type ObjectStore, readObject, writeObject } from './objects.ts'

export type Mode = '100644' | '100755' | '040000' | '120000' | '160000'
export type Entry = { readonly mode: Mode; readonly sha: string }
export type NamedEntry = Entry & { readonly name: string }

/** Every file of a tree by its whole path: folders do not appear. */
export type Files = ReadonlyMap<string, Entry>

const flattened = new WeakMap<ObjectStore, Map<string, Files>>()

export function readTree(store: ObjectStore, id: string): NamedEntry[] {
  const bytes = readObject(store, id, 'tree')
  const entries: NamedEntry[] = []
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at)
    const end = bytes.indexOf(0, space)
    const mode = bytes.toString('latin1', at, space).padStart(6, '0') as Mode
    entries.push({ mode, name: bytes.toString('utf8', space + 1, end), sha: bytes.toString('hex', end + 1, end + 21) })
    at = end + 21
  }
  return entries
}

export function writeEntries(store: ObjectStore, entries: readonly NamedEntry[]): string {
  // git orders bytes, and a folder as if its name ended with a slash
  const key = (entry: NamedEntry) => Buffer.from(entry.mode === '040000' ? `${entry.name}/` : entry.name)
  const ordered = [...entries].sort((one, other) => Buffer.compare(key(one), key(other)))
  const parts = ordered.flatMap(({ mode, name, sha }) => [
    Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
    Buffer.from(sha, 'hex'),
  ])
  return writeObject(store, 'tree', Buffer.concat(parts))
}

type Folder = Map<string, Entry | Folder>

export function writeFiles(store: ObjectStore, files: Files): string {
  const root: Folder = new Map()
  for (const [path, entry] of files) {
    const names = path.split('/')
    const last = names.pop() ?? ''
    let folder = root
    for (const name of names) {
      const inner = folder.get(name)
      const next: Folder = inner instanceof Map ? inner : new Map()
      folder.set(name, next)
      folder = next
    }
    folder.set(last, entry)
  }
  return writeFolder(store, root)
}

function writeFolder(store: ObjectStore, folder: Folder): string {
  return writeEntries(
    store,
    [...folder].map(([name, entry]) =>
      entry instanceof Map ? { name, mode: '040000' as const, sha: writeFolder(store, entry) } : { name, ...entry },
    ),
  )
}

export function listFiles(store: ObjectStore, tree: string): Files {
  const known = flattened.get(store) ?? new Map<string, Files>()
  flattened.set(store, known)
  const before = known.get(tree)
  if (before !== undefined) return before
  const files = new Map<string, Entry>()
  for (const { name, mode, sha } of readTree(store, tree)) {
    if (mode === '040000') for (const [path, entry] of listFiles(store, sha)) files.set(`${name}/${path}`, entry)
    else files.set(name, { mode, sha })
  }
  known.set(tree, files)
  return files
}

/** What stands at a path of a tree: a file, or a folder with mode 040000; undefined when nothing does. */
export function entryAt(store: ObjectStore, tree: string, path: string): Entry | undefined {
  let entry: Entry = { mode: '040000', sha: tree }
  for (const name of path.split('/').filter((part) => part !== '')) {
    if (!isKind(store, entry.sha, 'tree')) return undefined
    const next = readTree(store, entry.sha).find((inner) => inner.name === name)
    if (next === undefined) return undefined
    entry = { mode: next.mode, sha: next.sha }
  }
  return entry
}
