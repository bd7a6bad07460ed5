import { type Assessment, assess } from './assess.ts'
import { judge, readingOf } from './check.ts'
import { valueAt, withFact } from './facts.ts'
import { domains } from './generated/domains.ts'
import type { Pointer } from './pointer.ts'
import type { Policies } from './rule.ts'

/** One fact that, if it were otherwise, would lift a prohibition, and what would then be the answer. */
export type Counterfactual = { pointer: Pointer; value: unknown; outcome: Assessment['outcome'] }

/**
 * What a section can really change, the easiest first. Who governs the use, what kind of service it is and which
 * exemption it claims are not for choosing.
 */
const changeable = [
  '/use/networks',
  '/service/class',
  '/service/pricing',
  '/information/kinds',
  '/information/publishedWithConsent',
]

/** The changes of a single fact that lift a prohibition; none where nothing is prohibited. */
export function counterfactuals(value: unknown, policies: Policies, read = assess): Counterfactual[] {
  if (read(value, policies).outcome !== 'prohibited') return []
  const faults = faultsIn(value, policies)
  return changeable.flatMap((pointer) => {
    const lifting = domains[pointer]! // Nobody should name another kind of information to get through.
      .filter((fact) => pointer !== '/information/kinds' || isEmpty(fact))
      .map((fact) => ({ pointer, value: fact, changed: withFact(value as object, pointer, fact) }))
      .map(({ changed, ...fact }) => ({ ...fact, changed, outcome: read(changed, policies).outcome }))
      .filter(({ outcome }) => outcome !== 'prohibited')
      .filter(({ changed }) => [...faultsIn(changed, policies)].every((fault) => faults.has(fault)))
    return smallest(
      valueAt(value, pointer),
      lifting.map(({ changed: _, ...lift }) => lift),
    )
  })
}

const isEmpty = (fact: unknown): boolean => Array.isArray(fact) && fact.length === 0

/** Of lists, only those which change the fewest items. */
function smallest(stated: unknown, lifting: readonly Counterfactual[]): readonly Counterfactual[] {
  const sizes = lifting.map(({ value }) => difference(stated, value))
  return lifting.filter((_, index) => sizes[index] === Math.min(...sizes))
}

function difference(before: unknown, after: unknown): number {
  if (!Array.isArray(before) || !Array.isArray(after)) return 1
  const [removed, added] = [
    before.filter((item) => !after.includes(item)),
    after.filter((item) => !before.includes(item)),
  ]
  return removed.length + added.length
}

/** What contradicts a stated fact: a change must not trade one fault for another. */
function faultsIn(value: unknown, policies: Policies): Set<string> {
  const facts = Object.keys(domains)
  const isAtFact = (at: Pointer): boolean => facts.some((fact) => at === fact || at.startsWith(`${fact}/`))
  return new Set(
    judge(readingOf(value), policies).flatMap(({ id, findings }) =>
      findings.filter(({ at, verdict }) => verdict === 'violation' && isAtFact(at)).map(() => id),
    ),
  )
}
