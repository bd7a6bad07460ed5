import { expect, test } from 'vitest'
import { decode } from './decode.ts'

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0))
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)]
const utf16 = (text: string): number[] =>
  [...text].flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8])

test.each([
  ['UTF-8', utf8('名称: Zoom 😀\n'), '名称: Zoom 😀\n'],
  ['BOMは残す', [0xef, 0xbb, 0xbf, ...utf8('a: 1')], '\ufeffa: 1'],
  ['空', [], ''],
  ['一つのNULは読む側が知らせる', utf8('name: Zoom\0\n'), 'name: Zoom\0\n'],
])('%s', (_, bytes, text) => {
  expect(decode(new Uint8Array(bytes))).toEqual({ text })
})

// 利用目的: 会議 in the two encodings that Japanese editors still offer.
const shiftJis = [0x97, 0x98, 0x97, 0x70, 0x96, 0xda, 0x93, 0x49, 0x3a, 0x20, 0x89, 0xef, 0x8b, 0x63, 0x0a]
const eucJp = [0xcd, 0xf8, 0xcd, 0xd1, 0xcc, 0xdc, 0xc5, 0xaa, 0x3a, 0x20, 0xb2, 0xf1, 0xb5, 0xc4, 0x0a]

test.each([
  ['UTF-16LE（BOM）', [0xff, 0xfe, ...utf16('a: 1')], 1, 1, 'UTF-16で保存されています。'],
  ['UTF-16BE（BOM）', [0xfe, 0xff, 0, 0x61], 1, 1, 'UTF-16で保存されています。'],
  ['UTF-16（BOMなし）', utf16('name: Zoom\n'), 1, 1, 'UTF-16で保存されています。'],
  ['Shift_JIS', [...ascii('a: 1\nb: '), ...shiftJis], 2, 4, 'Shift_JISで保存されています。'],
  ['EUC-JP', [...ascii('a: 1\r\n'), ...eucJp], 2, 1, 'EUC-JPで保存されています。'],
  ['Latin-1', [...ascii('a: caf'), 0xe9, 0x0a], 1, 7, 'UTF-8として読めない文字があります。'],
  ['途中で切れた文字', [...utf8('a: 名称').slice(0, -1)], 1, 5, 'UTF-8として読めない文字があります。'],
  ['BOMの後', [0xef, 0xbb, 0xbf, ...utf8('名'), 0xff, 0x0a], 1, 2, 'UTF-8として読めない文字があります。'],
  ['大きすぎる', Array.from({ length: 512 * 1024 + 1 }, () => 0x61), 1, 1, 'ファイルが512kBを超えています。'],
])('%s', (_, bytes, line, column, message) => {
  const decoded = decode(new Uint8Array(bytes))
  expect(decoded).toMatchObject({
    fault: { rule: 'file', pointer: '', message, range: { line, column, endLine: line, endColumn: column } },
  })
  if ('fault' in decoded) expect(decoded.fault.remedy).toMatch(/^[^。]+。$/)
})

test('大きなファイルでもすぐに終える', () => {
  const bytes = new Uint8Array(512 * 1024).fill(0x61)
  bytes[bytes.length - 1] = 0xff
  const start = performance.now()
  expect(decode(bytes)).toHaveProperty('fault')
  expect(performance.now() - start).toBeLessThan(1000)
})
