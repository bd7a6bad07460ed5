import type { DueState } from './generated/service.ts'
import type { DueItem } from './rule.ts'

/** Differences from the blameless use: blocks are merged into it, null takes a block or a field away. */
export type Difference = Record<string, unknown>

export type Failing = { given: Difference; at: string; verdict: 'violation' | 'judgement' | 'advice' }
/** Data, not code: the tests run it, `explain` prints it, the site shows it. */
export type Cases = { passes: Record<string, Difference>; fails: Record<string, Failing> }

/** The cases of a calendar rule: what falls due on a day, and when nothing does. */
export type CalendarCases = {
  none: Record<string, { given: Difference; asOf: string }>
  due: Record<string, { given: Difference; asOf: string; at: string; item: DueItem; on: string; state: DueState }>
}
