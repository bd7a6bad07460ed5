import { describe, expect, test } from 'vitest'
import { parseSource, type SourceDocument } from './document.ts'

const told = ({ faults }: SourceDocument): string[] =>
  faults.map(
    ({ rule, pointer, range: r, message }) =>
      `${rule} ${pointer}|${r.line}:${r.column}-${r.endLine}:${r.endColumn} ${message}`,
  )

const nested = (depth: number): string =>
  `${Array.from({ length: depth - 1 }, () => '[').join('')}x: 1`.replace(/x: 1$/, `{x: 1}${']'.repeat(depth - 1)}`)

describe('読めないファイル', () => {
  test.each<[string, string, string]>([
    ['空', '', 'yaml |1:1-1:1 ファイルに内容がありません。'],
    ['BOMだけ', '\ufeff', 'yaml |1:1-1:1 ファイルに内容がありません。'],
    ['注釈だけ', '# a\n\n# b\n', 'yaml |1:1-1:1 ファイルに内容がありません。'],
    ['null', '---\nnull\n', 'yaml |1:1-1:1 ファイルに内容がありません。'],
    ['二つの文書', 'a: 1\n---\nb: 1\n', 'yaml |2:1-2:4 一つのファイルに二つ以上の文書があります。'],
    ['--- の後の二つの文書', '--- \na: 1\n---\nb: 1\n', 'yaml |3:1-3:4 一つのファイルに二つ以上の文書があります。'],
    ['空の二つ目', 'a: 1\n---\n', 'yaml |2:1-2:4 一つのファイルに二つ以上の文書があります。'],
    ['... の後', 'a: 1\n...\n# x\nb: 1\n', 'yaml |4:1-4:2 一つのファイルに二つ以上の文書があります。'],
    ['指示', '# x\n%YAML 1.2\n---\na: 1\n', 'yaml |2:1-2:10 「%」で始まる指示の行は使えません。'],
    ['知らない指示', '%X\n---\na: 1\n', 'yaml |1:1-1:3 「%」で始まる指示の行は使えません。'],
    [
      '& と *',
      'a: &x 1\nb: *x\nc: *x\n',
      'yaml |1:4-1:6 値の使い回しのための名前（&）は、読む人に値が見えなくなるため使えません。',
    ],
    ['*', 'a: 1\nb: *重要\n', 'yaml |2:4-2:7 値の使い回し（*）は、読む人に値が見えなくなるため使えません。'],
    [
      '<<',
      'a: {x: 1}\nb:\n  <<: 1\n',
      'yaml |3:3-3:5 ほかの項目を取り込む「<<」は、読む人に値が見えなくなるため使えません。',
    ],
    ['!', 'a: !!str 1\nb: !x 1\n', 'yaml |1:4-1:9 型の指定（!）は使えません。'],
    ['括弧の鍵', 'a: {{ x }}\n', 'yaml |1:5-1:6 項目名のところに一覧や入れ子の内容があります。'],
    ['? の鍵', '? [a]\n: 1\n', 'yaml |1:3-1:4 項目名のところに一覧や入れ子の内容があります。'],
    ['鍵がない', 'a: 1\n: 2\n', 'yaml |2:1-2:2 項目名がありません。'],
    ['深すぎる', nested(13), 'yaml |1:13-1:14 入れ子が12段を超えています。'],
    ['空の括弧が深すぎる', `${'['.repeat(13)}${']'.repeat(13)}`, 'yaml |1:13-1:14 入れ子が12段を超えています。'],
    ['多すぎる', '- a\n'.repeat(20_000), 'yaml |1:1-1:1 項目と値の数が20,000を超えています。'],
    ['とても多い', '- a\n'.repeat(100_000), 'yaml |1:1-1:1 項目と値の数が20,000を超えています。'],
    ['大きすぎる', `a: ${'あ'.repeat(175_000)}`, 'file |1:1-1:1 ファイルが512kBを超えています。'],
    ['NUL', 'a: 1\nb: \0\n', 'file |2:4-2:5 使えない文字 U+0000（NUL文字）があります。'],
    [
      '制御文字',
      '\ufeffa: \x1b[31m\x07\n',
      'file |1:4-1:5 使えない文字 U+001B（制御文字）があり、使えない文字はほかに1個あります。',
    ],
    ['NEL', 'a: \x85b\n', 'file |1:4-1:5 使えない文字 U+0085（制御文字）があります。'],
    ['行区切り', 'a: b\u2028c\n', 'file |1:5-1:6 使えない文字 U+2028（特殊な改行文字）があります。'],
    ['並ぶ向き', '# x\u202ey\n', 'file |1:4-1:5 使えない文字 U+202E（文字の並ぶ向きを変える文字）があります。'],
    ['見えない', 'na\u200bme: 1\n', 'file |1:3-1:4 使えない文字 U+200B（幅のない見えない文字）があります。'],
    ['二つ目のBOM', '\ufeff\ufeffa: 1\n', 'file |1:1-1:2 使えない文字 U+FEFF（途中にあるBOM）があります。'],
    ['片割れ', 'a: \ud83d\n', 'file |1:4-1:5 使えない文字 U+D83D（壊れた文字の片割れ）があります。'],
    [
      '文字でない',
      'a: \u{1ffff}\n',
      'file |1:4-1:6 使えない文字 U+1FFFF（文字に割り当てられていない符号）があります。',
    ],
    [
      '\\u202e',
      'a: "x\\u202e"\n',
      'file |1:4-1:13 引用符の中の「\\」の書き方が、使えない文字 U+202E（文字の並ぶ向きを変える文字）を表しています。',
    ],
  ])('%s', (_, text, fault) => {
    const source = parseSource('a.yml', text)
    expect(told(source)).toEqual([fault])
    expect(source).toMatchObject({ readable: false, value: undefined, refused: [] })
    expect(source.faults[0]?.remedy).toMatch(/^[^。]+。$/)
  })

  test('別々の誤りはそれぞれ知らせる', () => {
    expect(parseSource('a.yml', 'a: &x 1\nb: !y 1\nb: 2\n').faults.map(({ range }) => range.line)).toEqual([1, 2, 3])
  })
})

describe('読めるファイル', () => {
  test.each<[string, string, unknown]>([
    ['12段', nested(12), [[[[[[[[[[[{ x: 1 }]]]]]]]]]]]],
    ['20,000', '- a\n'.repeat(19_999), Array.from({ length: 19_999 }, () => 'a')],
    ['一つの --- と ...', '# x\n---\na: 1\n...\n# y\n', { a: 1 }],
    ['BOM・CRLF・改行なし', '\ufeffa: 1\r\nb: 2', { a: 1, b: 2 }],
    ['絵文字と結合', 'a: 👨\u200d👩\n', { a: '👨\u200d👩' }],
    ['"<<"', 'a: {"<<": 1}\n', { a: { '<<': 1 } }],
    ['数に見える鍵', '0123: a\n', { '0123': 'a' }],
  ])('%s', (_, text, value) => {
    expect(parseSource('a.yml', text)).toMatchObject({ readable: true, value, faults: [] })
  })

  test('ちょうど512kBまで読む', () => {
    const text = `a: ${'あ'.repeat(100_000)}${'x'.repeat(512 * 1024 - 300_003)}`
    expect(parseSource('a.yml', text).readable).toBe(true)
    expect(parseSource('a.yml', `${text}x`).readable).toBe(false)
    expect(parseSource('a.yml', `\ufeff${text}`).readable).toBe(false)
  })

  test('__proto__ はただの鍵で、何も汚さない', () => {
    const { value } = parseSource('a.yml', '__proto__: {polluted: true}\nconstructor: 1\n')
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
  })

  test('二度書かれた鍵は、それぞれ二つ目を示し、判定から外す', () => {
    const source = parseSource('a.yml', 'a:\n  - x: 1\n    "x": {y: 2}\nb~: 1\nb~: 2\nb~: 3\nc: 4\n')
    expect(told(source)).toEqual([
      'yaml /a/0/x|3:5-3:8 項目「x」が二度書かれています。',
      'yaml /b~0|5:1-5:3 項目「b~」が二度書かれています。',
      'yaml /b~0|6:1-6:3 項目「b~」が二度書かれています。',
    ])
    expect(source).toMatchObject({
      readable: true,
      value: { a: [{ x: 1 }], 'b~': 1, c: 4 },
      refused: ['/a/0/x', '/b~0'],
    })
  })
})
