import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import type { Range } from '../diagnostic.ts'
import { pointerOf } from '../pointer.ts'
import { parseSource } from './document.ts'
import { linesOf } from './lines.ts'

/** The text of a range, found without the reader. */
function cut(text: string, { line, column, endLine, endColumn }: Range): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  const offset = (index: number): number => lines.slice(0, index - 1).join('').length
  return text.slice(offset(line) + column - 1, offset(endLine) + endColumn - 1)
}

const text = [
  '# 注',
  'service: # 注',
  '  name:   電子申請 😀 #x  # 注  ',
  '  "url" : "https://a\\"b"',
  "  note: 'it''s'",
  '  provider: { name: "例, 示" , empty: , list: [ a , [b , c ] , # x ]',
  '    d ] } # }',
  '  long: 一行目',
  '    二行目  ',
  '  text: |- # 注 |',
  '    本文 # 本文',
  '',
  '    終わり',
  '',
  'use:',
  '- a: 1',
  '  b: 2',
  '-',
  '  - x',
  '  -',
  '- ~',
  '- [p: 1, ? q : 2]',
  'nothing:',
  'null: null',
  'last: {}',
].join('\n')

test('改行の二文字の間は、その行の終わりである', () => {
  const { faults } = parseSource('a.yml', '*\r\n!')
  expect(faults.map(({ range }) => range)).toEqual([{ line: 1, column: 2, endLine: 1, endColumn: 2 }])
})

describe('場所', () => {
  const places: [string, string][] = [
    ['/service/name', '電子申請 😀 #x'.slice(0, 7).trimEnd()],
    ['/service/url', '"https://a\\"b"'],
    ['/service/note', "'it''s'"],
    ['/service/provider', '{ name: "例, 示" , empty: , list: [ a , [b , c ] , # x ]\n    d ] }'],
    ['/service/provider/name', '"例, 示"'],
    ['/service/provider/list', '[ a , [b , c ] , # x ]\n    d ]'],
    ['/service/provider/list/1', '[b , c ]'],
    ['/service/provider/list/2', 'd'],
    ['/service/long', '一行目\n    二行目'],
    ['/service/text', '|- # 注 |\n    本文 # 本文\n\n    終わり'],
    ['/use/0', 'a: 1\n  b: 2'],
    ['/use/0/b', '2'],
    ['/use/1', '- x\n  -'],
    ['/use/1/0', 'x'],
    ['/use/1/1', '-'],
    ['/use/2', '~'],
    ['/use/3', '[p: 1, ? q : 2]'],
    ['/use/3/0', 'p: 1'],
    ['/use/3/1', 'q : 2'],
    ['/use/3/1/q', '2'],
    ['/last', '{}'],
  ]
  test.each(['\n', '\r\n', '\r'])('値の場所は、書かれているとおりの値である（改行 %j）', (newline) => {
    const written = text.replaceAll('\n', newline)
    const source = parseSource('a.yml', `\ufeff${written}`)
    expect(source.faults).toEqual([])
    for (const [pointer, value] of places)
      expect([pointer, cut(written, source.rangeOf(pointer))]).toEqual([pointer, value.replaceAll('\n', newline)])
  })

  const { rangeOf, rangeOfKey } = parseSource('a.yml', text)
  test.each([
    ['/service/absent', '/service'],
    ['/service/absent/more', '/service'],
    ['/service/name/first', '/service/name'],
    ['/service/provider/empty', '/service/provider'],
    ['/nothing', ''],
    ['/nothing/more', ''],
    ['/null', ''],
    ['/use/9', '/use'],
    ['/use/01', '/use'],
    ['/use/-', '/use'],
    ['/toString', ''],
    ['/last/x', '/last'],
  ])('%s がなければ %s の場所になる', (pointer, holder) => {
    expect(rangeOf(pointer)).toEqual(rangeOf(holder))
  })

  test('根の場所は全体の項目である', () => {
    expect(rangeOf('')).toEqual({ line: 2, column: 1, endLine: 25, endColumn: 9 })
  })

  test('鍵の場所', () => {
    expect(cut(text, rangeOfKey('/service/url'))).toBe('"url"')
    expect(cut(text, rangeOfKey('/nothing'))).toBe('nothing')
    expect(rangeOfKey('/use/0')).toEqual(rangeOf('/use/0'))
    expect(rangeOfKey('/service/absent')).toEqual(rangeOf('/service'))
    expect(rangeOfKey('')).toEqual(rangeOf(''))
  })

  test('読めないファイルの場所は先頭である', () => {
    const { rangeOf, rangeOfKey } = parseSource('a.yml', 'a: [')
    for (const range of [rangeOf(''), rangeOf('/a'), rangeOfKey('/a')])
      expect(range).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 1 })
  })
})

const scalar = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      'あ',
      '：',
      ':',
      ' ',
      '#',
      '-',
      '"',
      "'",
      '\n',
      ',',
      '[',
      '}',
      '　',
      '\t',
      '😀',
      '\\',
      '&',
      '*',
      '!',
    ),
    maxLength: 12,
  }),
  fc.constantFrom(
    'null',
    '~',
    '0123',
    '1_000',
    '0x1F',
    '0o17',
    'yes',
    '2026-07-01',
    '1e3',
    '.inf',
    '-0',
    '+1',
    'True',
    '12:30',
    '=',
  ),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
)
const key = fc.oneof(
  fc.constantFrom('name', '名称', '__proto__', 'a/b', '~', 'a: b', '#x', '-', '0', 'true', ''),
  fc.string({ maxLength: 8 }).filter((name) => name !== '<<'),
)
const document = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, scalar, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
})).map
const style = fc.record({
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const, 'block' as const),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'QUOTE_SINGLE' as const,
    'BLOCK_LITERAL' as const,
    'BLOCK_FOLDED' as const,
  ),
  defaultKeyType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const),
  indentSeq: fc.boolean(),
  indent: fc.constantFrom(2, 4),
  lineWidth: fc.constantFrom(0, 20, 80),
})

/** Every scalar with the keys that lead to it. */
function scalars(value: unknown, keys: string[] = []): [string[], unknown][] {
  if (typeof value !== 'object' || value === null) return [[keys, value]]
  return Object.entries(value).flatMap(([name, child]) => scalars(child, [...keys, name]))
}

describe('どの文書でも', () => {
  test('値は YAML 1.2 core のほかの読み手と同じで、場所の文字列はその値を表す', () => {
    fc.assert(
      fc.property(document, style, (value, options) => {
        const written = stringify(value, { ...options, aliasDuplicateObjects: false })
        const source = parseSource('a.yml', written)
        if (!source.readable) return void expect(source.faults).toHaveLength(1)
        expect(source.value).toEqual(parse(written, { schema: 'core' }))
        for (const [keys, expected] of scalars(source.value)) {
          if (expected === null || typeof expected === 'object') continue
          const range = source.rangeOf(pointerOf(keys))
          const own = cut(written, range)
          if (!/^[|>]/.test(own) && range.line === range.endLine) expect(parse(own)).toEqual(expected)
          const name = keys.at(-1)
          const at = source.rangeOfKey(pointerOf(keys))
          if (name === undefined || at.line !== at.endLine || (at.line === range.line && at.column === range.column))
            continue
          expect(parse(cut(written, at), { schema: 'failsafe' }) ?? '').toBe(name)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('どんな文字列でも例外を投げず、読めなければ誤りを一つは示し、場所は文書の中にある', () => {
    const piece = fc.constantFrom(
      'a',
      'b: ',
      ': ',
      '- ',
      '? ',
      '\n',
      '\n  ',
      '\n    ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '"',
      "'",
      '|',
      '>',
      '#',
      ' #',
      '&x ',
      '*x',
      '!t ',
      '---\n',
      '...\n',
      '%',
      '：',
      '　',
      '\t',
      '\r',
      '<<: ',
      '\\',
      '~',
      '@',
      '\u0000',
      '\u202e',
      '\ud800',
      'あ',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
        (written) => {
          const source = parseSource('a.yml', written)
          const count = linesOf(written).indexOf(written.length) + 1
          expect(source.readable || source.faults.length > 0).toBe(true)
          for (const { line, column, endLine, endColumn } of [
            ...source.faults.map(({ range }) => range),
            source.rangeOf('/b/0/b'),
          ]) {
            expect(line >= 1 && column >= 1 && endLine <= count && (endLine > line || endColumn >= column)).toBe(true)
          }
          for (const { message, remedy } of source.faults) {
            expect(message).toMatch(/^[^。]+。$/u)
            expect(remedy).toMatch(/^[^。]+。$/u)
          }
        },
      ),
      { numRuns: 3000 },
    )
  })
})
