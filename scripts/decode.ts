import { sizeFlaw, sizeLimit } from '../src/source/characters.ts'
import type { Fault } from '../src/source/document.ts'
import { linesOf } from '../src/source/lines.ts'

export type Decoded = { text: string } | { fault: Fault }

/** How much of a file is looked at for NUL, of which UTF-16 holds one for every letter of ASCII. */
const sampleLength = 4096
const remedy = '文字コードをUTF-8にして保存し直してください。'

/** The bytes of a file as text. The byte order mark stays: what reads the text knows what to do with it. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > sizeLimit) {
    const { message, remedy } = sizeFlaw()
    return { fault: faultAt('', message, remedy) }
  }
  if (isUtf16(bytes)) return { fault: faultAt('', 'UTF-16で保存されています。', remedy) }
  const text = decoded(bytes, 'utf-8')
  if (text !== null) return { text }
  const before = validPrefix(bytes)
  // A file that begins as UTF-8 with Japanese in it is a damaged one, whatever its bytes could mean elsewhere.
  const encoding = /[^\0-\x7f\ufeff]/.test(before) ? null : guess(bytes)
  const message = encoding === null ? 'UTF-8として読めない文字があります。' : `${encoding}で保存されています。`
  return { fault: faultAt(before, message, remedy) }
}

/** A fault right behind the text that could be read. */
function faultAt(before: string, message: string, remedy: string | null): Fault {
  const text = before.startsWith('\ufeff') ? before.slice(1) : before
  const range = linesOf(text).rangeOf({ start: text.length, end: text.length })
  return { rule: 'file', pointer: '', range, message, remedy }
}

function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  const sample = bytes.subarray(0, sampleLength)
  const count = sample.filter((byte) => byte === 0).length
  return count > 1 && count > sample.length / 8
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Both encodings often accept the other's bytes; half-width katakana give the wrong one away. */
function guess(bytes: Uint8Array): string | null {
  const candidates = [
    ['Shift_JIS', decoded(bytes, 'shift_jis')],
    ['EUC-JP', decoded(bytes, 'euc-jp')],
  ] as const
  const scored = candidates.flatMap(([name, text]) => (text === null ? [] : [{ name, score: japaneseness(text) }]))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { name: '', score: 0 })
  return best.score > 0.5 ? best.name : null
}

/** The share of kana, common kanji and full-width signs in what is not ASCII. */
function japaneseness(text: string): number {
  const foreign = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  const japanese = text.match(/[ぁ-んァ-ヶー一-龠々〇、。「」・（）：！？　０-９Ａ-Ｚａ-ｚ～]/gu)?.length ?? 0
  return foreign === 0 ? 0 : japanese / foreign
}

/** What stands before the first bad byte. A streaming decoder forgives an end in the middle of a character. */
function validPrefix(bytes: Uint8Array): string {
  let [low, high] = [0, bytes.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (decodedStart(bytes.subarray(0, middle)) === null) high = middle - 1
    else low = middle
  }
  return decodedStart(bytes.subarray(0, low)) ?? ''
}

function decodedStart(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}
