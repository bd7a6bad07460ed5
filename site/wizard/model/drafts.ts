import type { Work } from './work.ts'

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
  const read = (id: string): Kept | null => tried(() => parsed(store?.getItem(prefix + id) ?? null)) ?? null
  return {
    read,
    list: () =>
      tried(() =>
        Array.from({ length: store?.length ?? 0 }, (_, index) => store?.key(index) ?? '')
          .filter((key) => key.startsWith(prefix))
          .flatMap((key) => read(key.slice(prefix.length)) ?? [])
          .sort((a, b) => (a.saved < b.saved ? 1 : -1)),
      ) ?? [],
    keep(kept) {
      if ((read(kept.work.id)?.token ?? null) !== kept.after) return 'elsewhere'
      const done = tried(() => {
        store?.setItem(prefix + kept.work.id, JSON.stringify(kept))
        return store !== null
      })
      return done === true ? 'kept' : 'impossible'
    },
    forget: (id) => void tried(() => store?.removeItem(prefix + id)),
  }
}

export const isDraftKey = (key: string | null): boolean => key?.startsWith(prefix) === true
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

function isKept(value: unknown): value is Kept {
  if (!isMapping(value) || typeof value.token !== 'string' || !isMapping(value.work)) return false
  const { id, task, draft, assumed, typed, unsure, touched, at, folder, name } = value.work
  return (
    [id, task, at, folder, name].every((word) => typeof word === 'string') &&
    [draft, typed].every(isMapping) &&
    [assumed, unsure, touched].every(Array.isArray)
  )
}
