import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { now } from './clock.ts'
import { type Drafts, idOfKey, isDraftKey, type Kept, type Outcome, parsed } from './model/drafts.ts'
import type { Work } from './model/work.ts'

/**
 * How the work is kept. `copied`: another tab has written meanwhile, so that this is a draft of its own now. What
 * happened between tabs stays told: a notice that went away would move the page under somebody's hand.
 */
export type Saving = { outcome: Outcome | 'copied'; at: string | null; told: 'elsewhere' | 'copied' | null }

export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join('')

/** The state that follows another. */
export const keptAfter = (work: Work, after: string | null): Kept => ({ token: newId(), after, saved: now(), work })

type Held = { work: Work; saving: Saving; change(next: (work: Work) => Work): void }

/** A work that is kept at every change, so that nothing is lost when the light goes out. */
export function useKept(drafts: Drafts, first: Kept): Held {
  const [state, setState] = useState({ work: first.work, saving: { outcome: 'kept', at: null, told: null } as Saving })
  const current = useRef(first)
  // Whether the state was written here: only then there is something to lose.
  const isOwn = useRef(false)

  const show = (kept: Kept, outcome: Saving['outcome']): void => {
    current.current = kept
    isOwn.current = outcome !== 'elsewhere'
    const news = outcome === 'elsewhere' || outcome === 'copied' ? outcome : null
    setState(({ saving }) => ({ work: kept.work, saving: { outcome, at: kept.saved, told: news ?? saving.told } }))
  }
  const change = (next: (work: Work) => Work): void => {
    const work = next(current.current.work)
    if (work === current.current.work) return
    const following = keptAfter(work, current.current.token)
    const outcome = drafts.keep(following)
    if (outcome === 'elsewhere') showCopy(work)
    // As the drafts have it: what could not be kept has no token of its own.
    else show(outcome === 'kept' ? following : { ...following, token: following.after }, outcome)
  }
  /** Never writes over what another tab has written: what is here goes on as a draft of its own. */
  const showCopy = (work: Work): void => {
    const copy = keptAfter({ ...work, id: newId() }, null)
    show(copy, drafts.keep(copy) === 'kept' ? 'copied' : 'impossible')
  }

  useLayoutEffect(() => {
    const follow = ({ key, newValue }: StorageEvent): void => {
      const own = current.current
      const written = parsed(newValue)
      if (!isDraftKey(key) || idOfKey(key) !== own.work.id || written === null) return
      const there = written.after === own.token ? written : drafts.read(own.work.id)
      if (there === null || there.token === own.token) return
      if (there === written || !isOwn.current) show(there, 'elsewhere')
      else showCopy(own.work)
    }
    window.addEventListener('storage', follow)
    return () => window.removeEventListener('storage', follow)
  }, [drafts])

  return { ...state, change }
}
