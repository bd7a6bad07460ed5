import { expect, test } from 'vitest'
import { parseSource } from './document.ts'

const kilobytes512 = 512 * 1024

/** What makes a naive reader slow, or overflow its stack. */
const hostile: Record<string, string> = {
  '[': '['.repeat(30_000),
  '? ': '? '.repeat(20_000),
  '- ': '- '.repeat(20_000),
  '{a: ': '{a: '.repeat(10_000),
  '[#': '[#\n'.repeat(10_000),
  'a: の行': 'a: \n'.repeat(131_000),
  'a: b の行と閉じない括弧': `${'a: b\n'.repeat(100_000)}x: [`,
  'a, の列': `{${'a,'.repeat(262_000)}}`,
  '- の行': '-\n'.repeat(262_000),
  '--- の行': '---\n'.repeat(130_000),
  鍵になる列: `${'['.repeat(11)}${'a, '.repeat(150_000)}${']'.repeat(11)}: 1`,
  印の列: '&a '.repeat(150_000),
  印の行: '- &a\n'.repeat(80_000),
  入れ子の印: `${Array.from({ length: 11 }, (_, depth) => `${' '.repeat(depth)}&a k:\n`).join('')}${' '.repeat(12)}x`,
  長い行: `a: ${'x'.repeat(500_000)}`,
  長い引用: `a: "${'x'.repeat(500_000)}"`,
  閉じない長い引用: `a: "${'x\n '.repeat(160_000)}`,
  閉じない長い括弧: `a: [${'x,\n '.repeat(120_000)}`,
  長い字下げ: `a:\n${' '.repeat(500_000)}b: 1`,
  空行: '\n'.repeat(520_000),
  深くなる字下げ: Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  全角コロンの行: `k: 1\n${'a：b\n'.repeat(70_000)}z: 1`,
  コロンのない行: `${'abc\n'.repeat(120_000)}a: 1`,
  二重の鍵: 'a: 1\n'.repeat(9_990),
  別々の二重の鍵: Array.from({ length: 9_990 }, (_, index) => `k${index >> 1}: 1\n`).join(''),
  制御文字: '\u0001'.repeat(500_000),
  大きすぎる: 'a: 1\n'.repeat(kilobytes512),
}

test.each(Object.entries(hostile))('「%s」をすぐに終える', (_, text) => {
  const start = performance.now()
  const source = parseSource('a.yml', text)
  source.rangeOf('/a/b/c')
  // Far above what it takes (250 ms), so that only another order of growth fails on a busy machine.
  expect(performance.now() - start).toBeLessThan(2000)
  expect(source.faults.every(({ message }) => message.length < 200)).toBe(true)
})

test('その後でも、ふつうのファイルを読める', () => {
  for (const text of Object.values(hostile)) parseSource('a.yml', text)
  expect(parseSource('a.yml', 'a: [1]\n')).toMatchObject({ readable: true, value: { a: [1] } })
})
