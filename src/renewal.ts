import type { Reading } from './check.ts'
import { valueAt } from './facts.ts'
import type { Pointer } from './pointer.ts'
import { isWithin } from './schema.ts'

/** Another one of these is a 更改. */
const terms = ['/service/plan', '/service/pricing', '/service/class', '/contract/form'] as const
/** So is one more of these. */
const lists = ['/use/networks', '/information/kinds'] as const

/** What makes a change a 更改; what cannot be read on either side makes none. */
export function renewedFields(base: Reading, head: Reading): Pointer[] {
  const clear = (pointer: Pointer): boolean => !isWithin(pointer, base.withheld) && !isWithin(pointer, head.withheld)
  const [before, after] = [
    (pointer: Pointer) => valueAt(base.value, pointer),
    (pointer: Pointer) => valueAt(head.value, pointer),
  ]
  const differs = (pointer: Pointer): boolean => clear(pointer) && before(pointer) !== after(pointer)
  return [
    ...otherProvider(),
    // A form of contract that is not stated is not another one: that it is missing is said elsewhere.
    ...terms.filter(
      (term) => differs(term) && (term !== '/contract/form' || (before(term) && after(term)) !== undefined),
    ),
    ...lists.filter(clear).flatMap((list) => {
      const [known, stated] = [idsOf(before(list)), idsOf(after(list))]
      return [
        ...stated.flatMap((id, index) => (known.includes(id) ? [] : [`${list}/${index}`])),
        ...(list === '/information/kinds' && known.length > 0 && stated.length === 0 ? [list] : []),
      ]
    }),
  ]

  /** The corporate number says who it is; without one, the name does. */
  function otherProvider(): Pointer[] {
    const [number, name] = ['/service/provider/corporateNumber', '/service/provider/name']
    if (!clear(number!)) return []
    const told = before(number!) !== undefined && after(number!) !== undefined ? number! : name!
    return differs(told) ? [told] : []
  }
}

const idsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
