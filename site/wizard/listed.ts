import { useEffect, useState } from 'preact/hooks'
import { type Listed, listedUses } from './uses.ts'

/** All uses of the register, once somebody wants them; null until they are there. */
export function useListed(isWanted: boolean): readonly Listed[] | null {
  const [uses, setUses] = useState<readonly Listed[] | null>(null)
  useEffect(() => {
    if (isWanted) listedUses().then(setUses, () => setUses([]))
  }, [isWanted])
  return uses
}
