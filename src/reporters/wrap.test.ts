import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { alignColumns } from './columns.ts'
import { wrap, wrapIndented } from './wrap.ts'

describe('wrap', () => {
  test.each<[text: string, width: number, lines: string[]]>([
    ['', 10, ['']],
    ['あいうえお', 10, ['あいうえお']],
    ['あいうえおか', 10, ['あいうえお', 'か']],
    ['あいうえお。か', 10, ['あいうえお。', 'か']],
    ['あいうえ（おか）', 10, ['あいうえ', '（おか）']],
    ['use.networks を書く', 10, ['use.networks', 'を書く']],
    ['one two three', 8, ['one two', 'three']],
  ])('%s', (text, width, lines) => expect(wrap(text, width)).toEqual(lines))

  test('nothing is lost, and only what hangs goes over the edge', () => {
    const text =
      '接続元のネットワーク（use.networks）を、「庁内情報系」か「個別・インターネット系」にしてください。'.repeat(3)
    for (const width of [20, 33, 50]) {
      const lines = wrap(text, width)
      expect(lines.join('')).toBe(text)
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width + 6)
    }
  })

  test('following lines stand under the text of a list, and further in elsewhere', () => {
    expect(wrapIndented(`  - ${'あ'.repeat(20)}`, 30)).toEqual([`  - ${'あ'.repeat(12)}`, `    ${'あ'.repeat(8)}`])
    expect(wrapIndented(`  ${'あ'.repeat(20)}`, 30)).toEqual([`  ${'あ'.repeat(13)}`, `    ${'あ'.repeat(7)}`])
  })
})

describe('columns', () => {
  test('Japanese letters take two', () =>
    expect(
      alignColumns(
        [
          ['ab', 'x'],
          ['あい', 'y'],
        ],
        20,
      ),
    ).toEqual([['ab    x'], ['あい  y']]))
  test('where there is no room, the widest column gives way', () =>
    expect(alignColumns([['12', 'あ'.repeat(12)]], 20)).toEqual([[`12  ${'あ'.repeat(8)}`, `    ${'あ'.repeat(4)}`]]))
  test('never narrower than a word or two', () =>
    expect(alignColumns([['あ'.repeat(10), 'い'.repeat(10)]], 10)).toEqual([
      [`${'あ'.repeat(6)}  ${'い'.repeat(6)}`, `${'あ'.repeat(4)}      ${'い'.repeat(4)}`],
    ]))
})
