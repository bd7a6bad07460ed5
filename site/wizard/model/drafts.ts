import { tasks, type Work } from './work.ts'

/**
 * What is kept under one key. Each state has a token of its own, and the token of the state that it follows; none where
 * it could not be kept.
 */
export type Kept = { token: string | null; after: string | null; saved: string; work: Work }
export type Outcome = 'kept' | 'elsewhere' | 'impossible'
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const prefix = 'shinsa:draft:'

/** Drafts on this computer. Nothing here throws: a browser may forbid storage, or have no room left. */
export type Drafts = {
  list(): Kept[]
  read(id: string): Kept | null
  /** Keeps a state after the one it follows; never writes over what another tab has written since. */
  keep(kept: Kept): Outcome
  forget(id: string): void
}

export function draftsIn(store: Store | null): Drafts {
  // What could not be kept is there as long as the page is open.
  const unkept = new Map<string, Kept>()
  const stored = (id: string): Kept | null => tried(() => parsed(store?.getItem(prefix + id) ?? null)) ?? null
  const storedIds = (): string[] =>
    tried(() => Array.from({ length: store?.length ?? 0 }, (_, index) => store?.key(index) ?? ''))
      ?.filter(isDraftKey)
      .map(idOfKey) ?? []
  const read = (id: string): Kept | null => unkept.get(id) ?? stored(id)
  return {
    read,
    list: () =>
      [...new Set([...storedIds(), ...unkept.keys()])]
        .flatMap((id) => read(id) ?? [])
        .sort((a, b) => (a.saved < b.saved ? 1 : -1)),
    keep(kept) {
      const { id } = kept.work
      unkept.delete(id)
      if ((stored(id)?.token ?? null) !== kept.after) return 'elsewhere'
      const done = tried(() => {
        store?.setItem(prefix + id, JSON.stringify(kept))
        return store !== null
      })
      if (done === true) return 'kept'
      // It has no token of its own: what comes next follows what was kept before.
      unkept.set(id, { ...kept, token: kept.after })
      return 'impossible'
    },
    forget(id) {
      unkept.delete(id)
      tried(() => store?.removeItem(prefix + id))
    },
  }
}

export const isDraftKey = (key: string | null): key is string => key?.startsWith(prefix) === true
export const idOfKey = (key: string): string => key.slice(prefix.length)

function tried<Value>(act: () => Value): Value | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

/** What was kept, or null: what other programs or older editions left there is nothing to stumble over. */
export function parsed(text: string | null): Kept | null {
  if (text === null) return null
  const kept: unknown = tried(() => JSON.parse(text))
  return isKept(kept) ? kept : null
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'

function isKept(value: unknown): value is Kept {
  if (!isMapping(value) || typeof value.token !== 'string' || !isMapping(value.work)) return false
  const { id, task, draft, assumed, typed, unsure, touched, at, folder, name, base } = value.work
  return (
    isMapping(draft) &&
    isMapping(typed) &&
    [id, task, at, folder, name, ...Object.values(typed)].every(isText) &&
    [assumed, unsure, touched].every((list) => Array.isArray(list) && list.every(isText)) &&
    Object.hasOwn(tasks, task as string) &&
    (base === null || (isMapping(base) && isText(base.file) && isText(base.text)))
  )
}
