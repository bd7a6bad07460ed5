import { isoDate } from '../git/commits.ts'
import type { State } from './state.ts'

export type Span = {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
}

export function advance(state: State, { days = 0, hours = 0, minutes = 0, seconds = 0 }: Span): string {
  const span = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  state.clock.now = isoDate(Date.parse(state.clock.now) + span)
  return state.clock.now
}

/** Every change takes a second, so that no two happen at once and their order can be told. */
export const tick = (state: State): string => advance(state, { seconds: 1 })
