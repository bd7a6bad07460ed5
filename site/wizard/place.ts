/** What the address says after #: which draft, and where in it; or what to begin with. */
export type Place = { draft: string | null; at: string; file: string | null; task: string | null }

export function placeIn(hash: string): Place {
  const said = new URLSearchParams(hash.replace(/^#/, ''))
  return { draft: said.get('draft'), at: said.get('at') ?? '', file: said.get('file'), task: said.get('task') }
}

/** An address that says what to begin with gives way: whoever goes back does not begin once more. */
export function moveTo(hash: string, { file }: Place): void {
  if (file === null) location.hash = hash
  else location.replace(hash)
}

/** `at`: `ask`, `write`, `write/criteria`, `hand-in`. */
export const hashTo = (draft: string, at: string): string => `#draft=${draft}&at=${at}`
