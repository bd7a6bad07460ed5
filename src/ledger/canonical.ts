import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** The one way to write a value (RFC 8785), so that whoever computes a digest of it gets the same. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('nothing to write canonically')
  return text
}

export const bytesOf = (text: string): Uint8Array => utf8ToBytes(text)
export const sha256Of = (content: Uint8Array | string): string =>
  bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content))

/** Null where the bytes are no UTF-8; a lenient reader would take two contents for one. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return decodeURIComponent(bytesToHex(bytes).replace(/../g, '%$&'))
  } catch {
    return null
  }
}
