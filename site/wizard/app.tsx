import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Root } from '../root.ts'
import { Bench } from './bench.tsx'
import { FromRegister } from './home/from-register.tsx'
import { Home } from './home/home.tsx'
import { type Drafts, draftsIn } from './model/drafts.ts'
import type { Work } from './model/work.ts'
import { hashTo, moveTo, placeIn } from './place.ts'
import { keptAfter } from './store.ts'

/** What the page says of itself. */
export type Setting = { repository: string | null; edition: string }

/** The wizard: what the address says after # decides what lies open. */
export const App = ({ setting }: { setting: Setting }) => {
  const place = usePlace()
  const drafts = useRef<Drafts>(draftsIn(storage())).current
  const begin = (work: Work): void => {
    drafts.keep(keptAfter(work, null))
    moveTo(hashTo(work.id, work.at || 'ask'), place)
  }
  const kept = place.draft === null ? null : drafts.read(place.draft)
  return (
    <Root.Provider value="">
      {kept !== null && (
        <Bench
          key={kept.work.id}
          drafts={drafts}
          kept={kept}
          at={place.at || kept.work.at || 'ask'}
          setting={setting}
        />
      )}
      {kept === null && place.file !== null && <FromRegister file={place.file} task={place.task} begin={begin} />}
      {kept === null && place.file === null && (
        <Home drafts={drafts} begin={begin} setting={setting} isLost={place.draft !== null} />
      )}
    </Root.Provider>
  )
}

function usePlace() {
  const [place, setPlace] = useState(() => placeIn(location.hash))
  // At once: an address that changes before somebody listens would be missed.
  useLayoutEffect(() => {
    const follow = (): void => setPlace(placeIn(location.hash))
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  return place
}

/** A browser may forbid it, and says so by throwing. */
function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
