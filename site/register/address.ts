import { hashOf, type State, stateOf } from './state.ts'

/** What is chosen stands in the address, so that it can be shared, and taken back by "back". */
export type Address = { read(): State | null; write(state: State, kind: 'typed' | 'chosen'): void }

export function addressOf(window: Window, onChange: (state: State) => void): Address {
  const { history, location } = window
  let last: 'typed' | 'chosen' = 'chosen'
  const read = (): State | null => stateOf(location.hash)
  window.addEventListener('hashchange', () => {
    last = 'chosen'
    const state = read()
    if (state !== null) onChange(state)
  })
  return {
    read,
    write(state, kind) {
      const hash = hashOf(state)
      const url = hash === '' ? location.pathname + location.search : `#${hash}`
      // The letters of one word are one step back.
      if (kind === 'typed' && last === 'typed') history.replaceState(null, '', url)
      else history.pushState(null, '', url)
      last = kind
    },
  }
}
