import { expect, test } from 'vitest'
import { characterFlaw } from './characters.ts'

const allowed = (code: number): boolean => characterFlaw(String.fromCodePoint(code)) === null

test('使えない文字は、表のとおりで、ほかにはない', () => {
  const ranges: [number, number][] = [
    [0x00, 0x08],
    [0x0b, 0x0c],
    [0x0e, 0x1f],
    [0x7f, 0x9f],
    [0x61c, 0x61c],
    [0x200b, 0x200b],
    [0x200e, 0x200f],
    [0x2028, 0x202e],
    [0x2060, 0x2060],
    [0x2066, 0x2069],
    [0xd800, 0xdfff],
    [0xfdd0, 0xfdef],
    [0xfeff, 0xfeff],
    ...Array.from({ length: 17 }, (_, plane): [number, number] => [plane * 0x10000 + 0xfffe, plane * 0x10000 + 0xffff]),
  ]
  const wrong: string[] = []
  for (let code = 0; code <= 0x10ffff; code++) {
    if (allowed(code) === ranges.some(([from, to]) => from <= code && code <= to)) wrong.push(code.toString(16))
  }
  expect(wrong).toEqual([])
})
