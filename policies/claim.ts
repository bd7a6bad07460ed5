import type { Facts } from '../src/facts.ts'
import { exemptions } from './tables.ts'

type Row = (typeof exemptions.rows)[number]
export type Claim = NonNullable<Row['claim']>

/** The row of §9's exemptions that a use claims. */
export const claimedRow = ({ use }: Facts): Row | undefined => exemptions.rows.find(({ id }) => id === use.exemption)

/** Whether the facts bear the claim out; price and category are read only where the row names them. */
export const claimHolds = ({ claim }: Row, { service }: Facts): boolean =>
  (claim?.pricing === undefined || claim.pricing === service.pricing) &&
  (claim?.categories === undefined || claim.categories.includes(service.category))

/** Whether the use falls under the row's 利用不可※; the kinds are read only where the row has one. */
export const isBarred = ({ important }: Row, { information }: Facts): boolean =>
  important === 'prohibited' && information.kinds.length > 0
