import { periodOf, periods } from '../../src/publication.ts'
import { alarms, alarmsOf, wordAlarm } from '../../src/register/alarms.ts'
import { useStatuses, wordStatus } from '../../src/register/status.ts'
import type { Site, Use } from '../site.ts'
import type { Facet } from './state.ts'

/** How many uses answer to a choice of the register. */
export type Count = { facet: Facet; value: string; name: string; count: number }

/** By what became of them, and by what nobody may overlook; what is public knows only their periods. */
export function countsOf({ edition, uses, asOf }: Pick<Site, 'edition' | 'uses' | 'asOf'>): Count[] {
  const count = (facet: Facet, value: string, name: string, has: (use: Use) => boolean): Count => ({
    ...{ facet, value, name, count: uses.filter(has).length },
  })
  const counts =
    edition === 'public'
      ? Object.entries(periods).map(([id, name]) =>
          count('status', id, name, ({ source }) => periodOf(source.value, asOf) === id),
        )
      : [
          ...useStatuses.map((id) => count('status', id, wordStatus(id), ({ row }) => row.status === id)),
          ...alarms
            .filter((id) => id !== 'suspended')
            .map((id) => count('alarm', id, wordAlarm(id), ({ row }) => alarmsOf(row).includes(id))),
        ]
  return counts.filter((one) => one.count > 0)
}
