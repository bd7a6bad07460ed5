import { inflateRawSync } from 'node:zlib'

export type ZipEntry = { name: string; size: number; packed: number; method: number; isEncrypted: boolean; at: number }

const endSignature = 0x06054b50
const entrySignature = 0x02014b50

/** What the directory of a zip says of its files, before anything is unpacked; null where there is no directory. */
export function entriesOf(bytes: Buffer): ZipEntry[] | null {
  const end = endOf(bytes)
  if (end === null) return null
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) return null
    const length = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + length),
      size: bytes.readUInt32LE(at + 24),
      packed: bytes.readUInt32LE(at + 20),
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** The directory ends the file, but for a comment of at most 64 kB. */
function endOf(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1)
    if (bytes.readUInt32LE(at) === endSignature) return at
  return null
}

/** What a file of the zip holds; null where it is not what the directory says, or more than that. */
export function contentOf(bytes: Buffer, { at, packed, size, method }: ZipEntry): Buffer | null {
  if (at + 30 > bytes.length) return null
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const content = bytes.subarray(start, start + packed)
  if (content.length !== packed) return null
  if (method === 0) return packed === size ? content : null
  if (method !== 8) return null
  try {
    const unpacked = inflateRawSync(content, { maxOutputLength: Math.max(size, 1) })
    return unpacked.length === size ? unpacked : null
  } catch {
    return null
  }
}
