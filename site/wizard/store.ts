import { useEffect, useRef, useState } from 'preact/hooks'
import { type Drafts, idOfKey, isDraftKey, type Outcome } from './model/drafts.ts'
import type { Work } from './model/work.ts'

/** How the work is kept. `copied`: another tab has written meanwhile, so that this is a draft of its own now. */
export type Saving = { outcome: Outcome | 'copied'; at: string | null }

type Kept = { work: Work; saving: Saving; change(next: (work: Work) => Work): void }

/** A work that is kept at every change, so that nothing is lost when the light goes out. */
export function useKept(drafts: Drafts, first: Work, revisionOf: number, now: () => string): Kept {
  const [state, setState] = useState({ work: first, saving: { outcome: 'kept', at: null } as Saving })
  const current = useRef({ work: first, revision: revisionOf })

  const change = (next: (work: Work) => Work): void => {
    const work = next(current.current.work)
    if (work === current.current.work) return
    const kept = keep(drafts, work, current.current.revision, now())
    current.current = { work: kept.work, revision: kept.revision }
    setState({ work: kept.work, saving: kept.saving })
  }

  useEffect(() => {
    // Another tab has written this draft: everything of ours is kept already, so that its state is the newer one.
    const adopt = ({ key }: StorageEvent): void => {
      if (!isDraftKey(key) || idOfKey(key!) !== current.current.work.id) return
      const there = drafts.read(current.current.work.id)
      if (there === null || there.revision <= current.current.revision) return
      current.current = { work: there.work, revision: there.revision }
      setState({ work: there.work, saving: { outcome: 'elsewhere', at: there.saved } })
    }
    window.addEventListener('storage', adopt)
    return () => window.removeEventListener('storage', adopt)
  }, [drafts])

  return { ...state, change }
}

/** Never writes over what another tab has written: what is here goes on as a draft of its own. */
function keep(drafts: Drafts, work: Work, revision: number, now: string) {
  const outcome = drafts.keep(work, revision, now)
  if (outcome !== 'elsewhere')
    return { work, revision: outcome === 'kept' ? revision + 1 : revision, saving: { outcome, at: now } as Saving }
  const copy = { ...work, id: newId() }
  const again = drafts.keep(copy, 0, now)
  return { work: copy, revision: 1, saving: { outcome: again === 'kept' ? 'copied' : again, at: now } as Saving }
}

export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join('')
