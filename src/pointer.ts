/** A JSON Pointer (RFC 6901). */
export type Pointer = string

/** The keys of a JSON Pointer. */
export const keysOf = (pointer: Pointer): string[] => {
  const keys = pointer.split('/').slice(1)
  return pointer.includes('~') ? keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')) : keys
}

/** The JSON Pointer of a row of keys, with what RFC 6901 reserves escaped. */
export const pointerOf = (keys: readonly string[]): Pointer =>
  keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
