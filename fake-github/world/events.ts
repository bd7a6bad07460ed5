import type { State, WorldEvent } from './state.ts'

type Given = Pick<WorldEvent, 'name' | 'by'> & Partial<WorldEvent>

export function record(state: State, given: Given): void {
  state.events.push({ action: null, number: null, ref: null, before: null, after: null, at: state.clock.now, ...given })
}
