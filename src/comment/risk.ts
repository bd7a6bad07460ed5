import type { Assessment } from '../assess.ts'
import type { Service } from '../generated/service.ts'
import { exposures } from './exposures.ts'
import { procedures } from './procedures.ts'

/** One state of a use, and what the guideline says of it. */
export type Version = { service: Service; assessment: Assessment }
/** What a change does to the risk of a use; `procedure` changes only what is asked of it. */
export type Effect = 'raises' | 'procedure' | 'lowers'
/** `weight`: among those with the same effect, the heavier comes first. The texts are safe to show. */
export type Shift = { effect: Effect; weight: number; what: string; before: string; after: string }
/** What compares one matter in two states. */
export type Comparison = (before: Version, after: Version) => Shift[]

const order: readonly Effect[] = ['raises', 'procedure', 'lowers']

/** Before → after of the assessment, with what raises the risk first. */
export function shiftsBetween(before: Version, after: Version, levels: Levels): Shift[] {
  const comparisons = [...exposures(levels), ...procedures]
  return comparisons
    .flatMap((compare) => compare(before, after))
    .sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect) || b.weight - a.weight)
}

/** A row of 別表: how strictly it is asked for, and what it is called. */
export type Levels = ReadonlyMap<number | string, { level: string; title: string }>
