import { createHash } from 'node:crypto'

export type ObjectKind = 'blob' | 'tree' | 'commit'
export type StoredObject = { readonly kind: ObjectKind; readonly bytes: Buffer }

/** Objects by their git id (sha1 of kind, length and bytes), as `git hash-object` computes it. */
export type ObjectStore = Map<string, StoredObject>

export function writeObject(store: ObjectStore, kind: ObjectKind, content: string | Uint8Array): string {
  const bytes = Buffer.from(content)
  const id = createHash('sha1').update(`${kind} ${bytes.length}\0`).update(bytes).digest('hex')
  store.set(id, { kind, bytes })
  return id
}

export function readObject(store: ObjectStore, id: string, kind: ObjectKind): Buffer {
  const found = store.get(id)
  if (found?.kind !== kind) throw new Error(`no ${kind} ${id}`)
  return found.bytes
}

export const isKind = (store: ObjectStore, id: string, kind: ObjectKind): boolean => store.get(id)?.kind === kind
