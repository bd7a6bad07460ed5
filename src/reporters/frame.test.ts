import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { frame } from './frame.ts'

const drawn = (source: string, column: number, endColumn: number, width = 80, endLine = 1): string[] => {
  const shown = frame({ line: 1, column, endLine, endColumn }, source, width)
  return [shown.source, shown.indent + shown.marks]
}

test.each([
  ['全角の後', 'あい: abc', 5, 8, ['あい: abc', '      ^^^']],
  ['全角の上', 'a: 東京都', 4, 6, ['a: 東京都', '   ^^^^']],
  ['半角カナと濁点', 'ｶﾞｷﾞ: x', 6, 7, ['ｶﾞｷﾞ: x', '     ^']],
  ['結合文字', 'か\u3099: x', 5, 6, ['か\u3099: x', '    ^']],
  ['異体字', '葛\u{e0100}: x', 6, 7, ['葛\u{e0100}: x', '    ^']],
  ['サロゲート', '𠮷: x', 5, 6, ['𠮷: x', '    ^']],
  ['タブ', '\ta: x', 2, 3, ['␉a: x', ' ^']],
  ['制御文字', 'a\u0000b\u001b[31mc', 7, 9, ['a␀b␛[31mc', '      ^^']],
  ['向きの文字', 'a\u202eb', 3, 4, ['a<U+202E>b', '         ^']],
  ['空の範囲', 'abc', 2, 2, ['abc', ' ^']],
  ['行末', 'abc', 4, 4, ['abc', '   ^']],
  ['行末の先', 'abc', 9, 12, ['abc', '   ^']],
  ['行末を越える範囲', 'abc', 2, 9, ['abc', ' ^^']],
  ['空行', '', 1, 1, ['', '^']],
])('%s', (_, source, column, endColumn, expected) => {
  expect(drawn(source, column, endColumn)).toEqual(expected)
})

test('行をまたぐ範囲は行末まで示す', () => {
  expect(drawn('use: {', 1, 2, 80, 3)).toEqual(['use: {', '^^^^^^'])
})

test('長い行は印のまわりだけを示す', () => {
  const source = `${'前'.repeat(300)}ここ${'後'.repeat(300)}`
  const [shown, marks] = drawn(source, 301, 303, 60)
  expect(shown).toBe(`...${'前'.repeat(7)}ここ${'後'.repeat(16)}...`)
  expect(marks).toBe(`${' '.repeat(17)}^^^^`)
})

test('長い行の初めと終わりでは片側だけを切る', () => {
  const source = 'あ'.repeat(300)
  expect(drawn(source, 1, 3, 40)).toEqual([`${'あ'.repeat(15)}...`, '^^^^'])
  expect(drawn(source, 300, 301, 40)).toEqual([`...${'あ'.repeat(14)}`, `${' '.repeat(29)}^^`])
})

test('一行のファイルでも速い', () => {
  const source = 'あ'.repeat(500_000)
  for (let column = 1; column < 500_000; column += 1000) drawn(source, column, column + 200_000)
})

test('よくある文字の幅は string-width と同じである', () => {
  const common = [
    [0x20, 0x7f],
    [0x3000, 0x3130],
    [0x4df0, 0x4e10],
    [0x9ff0, 0xa010],
    [0xff00, 0xffef],
  ] as const
  const letters = common.flatMap(([from, to]) =>
    Array.from({ length: to - from }, (_, index) => String.fromCharCode(from + index)),
  )
  const wrong = letters.filter((letter) => {
    const { indent, source } = frame({ line: 1, column: letter.length + 1, endLine: 1, endColumn: 2 }, letter, 80)
    return indent.length !== stringWidth(source)
  })
  expect(wrong).toEqual([])
})

test.each([24, 40, 80, 200, Number.POSITIVE_INFINITY])('幅 %d に収まる', (width) => {
  const source = 'note: ガイドライン👨‍👩‍👧\t\u0007'.repeat(40)
  for (let column = 1; column <= source.length; column += 7)
    for (const line of drawn(source, column, column + 60, width))
      expect(stringWidth(line)).toBeLessThanOrEqual(Math.max(width, 28))
})
