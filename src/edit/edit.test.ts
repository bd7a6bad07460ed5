import { expect, test } from 'vitest'
import { sheets } from '../../policies/sheets.ts'
import { parseSource } from '../source/document.ts'
import { EditError, editService } from './edit.ts'

const edit = (text: string, pointer: string, value: unknown): string => editService(text, [{ pointer, value }], sheets)

const use = `# 上の注釈
service:
    name: "例"   # 名前の注釈
    class: cloud  # クラウドサービス（インターネット）

# 使い方
use: { networks: [ internet ], period: {start: 2026-07-01} }  # 一行で

information:
  kinds: [personal]  # 保有個人情報
  # 内容の注釈

confirmations:
- { date: 2026-08-03, status: in-use }  # 利用中
# 終わりの注釈
`

test.each<[string, string, unknown, string, string]>([
  ['値', '/service/name', '別の例', '"例"   # 名前', '別の例   # 名前'],
  [
    'ラベルのあるid',
    '/service/class',
    'web',
    'class: cloud  # クラウドサービス（インターネット）',
    'class: web  # クラウドサービス以外のWebサービス',
  ],
  ['括弧の中の値', '/use/period/start', '2026-07-02', '2026-07-01', '2026-07-02'],
  ['括弧の中の新しい項目', '/use/period/end', '2027-03-31', '2026-07-01}', '2026-07-01, end: 2027-03-31}'],
  ['括弧の中の項目を順に', '/use/purpose', 'ため, に', '{ networks', '{ purpose: "ため, に", networks'],
  ['括弧の一覧へ', '/use/networks/-', 'lgwan', '[ internet ]', '[ internet, lgwan ]'],
  [
    'ラベルのある一覧へ',
    '/information/kinds/-',
    'critical',
    'kinds: [personal]  # 保有個人情報',
    'kinds: [personal, critical]  # 保有個人情報、区政運営に重大な影響を及ぼす情報',
  ],
  ['空の一覧に', '/information/kinds', [], 'kinds: [personal]  # 保有個人情報', 'kinds: []  # 重要情報なし'],
])('%s', (_, pointer, value, before, after) => {
  expect(use).toContain(before)
  expect(edit(use, pointer, value)).toBe(use.replace(before, after))
})

const behind = (text: string, line: string, added: string): string => text.replace(line, () => `${line}${added}`)

test('ない一覧は、様式の順の場所に、ラベルを添えて書く', () => {
  const entry = {
    form: 5,
    date: '2026-12-01',
    items: [
      { id: 'f5-01', result: 'yes', evidence: '回答, 別紙' },
      { id: 'f5-03', result: 'n/a', note: '一行目\n二行目' },
    ],
  }
  expect(edit(use, '/checks/-', entry)).toBe(
    behind(
      use,
      '  # 内容の注釈\n',
      `
checks:
  - form: 5  # 様式5（運用・保守、重要情報あり）
    date: 2026-12-01
    items:
      - id: f5-01  # 各項目を外部サービス提供者と連携して確かめた
        result: "yes"  # 実施済み
        evidence: 回答, 別紙
      - id: f5-03  # 前回の記録からおおむね1年以内に確認と記録を行った
        result: n/a  # 該当なし
        note: |-
          一行目
          二行目
`,
    ),
  )
})

const confirmation = { date: '2027-08-02', status: 'ending' }
test.each<[string, string, string]>([
  [
    '同じ書き方で',
    'a: 1\nconfirmations:\n- { date: 2026-08-03, status: in-use }  # 利用中\n  # 深い注釈\n# 注釈\nb: 2',
    'a: 1\nconfirmations:\n- { date: 2026-08-03, status: in-use }  # 利用中\n  # 深い注釈\n- { date: 2027-08-02, status: ending }  # 終了予定\n# 注釈\nb: 2',
  ],
  [
    '行に分けて',
    'confirmations:\n    -   date: 2026-08-03\n        status: in-use',
    'confirmations:\n    -   date: 2026-08-03\n        status: in-use\n    - date: 2027-08-02\n      status: ending  # 終了予定',
  ],
  [
    '括弧の一覧に',
    'confirmations: [{ date: 2026-08-03, status: in-use }, ] # 注釈\n',
    'confirmations: [{ date: 2026-08-03, status: in-use }, { date: 2027-08-02, status: ending }, ] # 注釈\n',
  ],
  [
    '空の一覧に',
    'confirmations: []  # まだない\n',
    'confirmations:  # まだない\n  - date: 2027-08-02\n    status: ending  # 終了予定\n',
  ],
  [
    '値のない項目に',
    'confirmations:\nz: 1\n',
    'confirmations:\n  - date: 2027-08-02\n    status: ending  # 終了予定\nz: 1\n',
  ],
  ['null に', 'confirmations: null\n', 'confirmations:\n  - date: 2027-08-02\n    status: ending  # 終了予定\n'],
  [
    '全体が括弧でも',
    '{ service: { name: 例 } }',
    '{ service: { name: 例 }, confirmations: [{ date: 2027-08-02, status: ending }] }',
  ],
  [
    '文書の区切りの中に',
    '---\nservice: { name: 例 }\n...\n',
    '---\nservice: { name: 例 }\nconfirmations:\n  - date: 2027-08-02\n    status: ending  # 終了予定\n...\n',
  ],
  [
    '空行も値である文の後に',
    'service:\n  name: |+\n    例\n\n\nz: 1\n',
    'service:\n  name: |+\n    例\n\n\nconfirmations:\n  - date: 2027-08-02\n    status: ending  # 終了予定\nz: 1\n',
  ],
])('一覧に一つ書き加える: %s', (_, before, after) => {
  expect(edit(before, '/confirmations/-', confirmation)).toBe(after)
  const returned = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`
  if (before.includes('\n')) expect(edit(returned(before), '/confirmations/-', confirmation)).toBe(returned(after))
})

test('変わった項目だけを書き、消えた項目を消す', () => {
  const before = 'a:\n  x: 1 # 一\n  # 間\n  y: 2 # 二\n  z: [1, 2, 3] # 三\n'
  expect(edit(before, '/a', { x: 1, z: [1, 9], w: 'new' })).toBe(
    'a:\n  x: 1 # 一\n  # 間\n  z: [1, 9] # 三\n  w: new\n',
  )
})

test('項目を囲みごと作り、最後の一つを消せば囲みは残る', () => {
  expect(edit('service:\n  name: 例\n', '/termination/data/deleted', true)).toBe(
    'service:\n  name: 例\ntermination:\n  data:\n    deleted: true\n',
  )
  expect(edit('a:\n  b: 1\nc: 2\n', '/a/b', undefined)).toBe('a: {}\nc: 2\n')
  expect(edit('a: 1\n', '/b/c', undefined)).toBe('a: 1\n')
})

test('疑問符の項目名や、括弧のない組も、意味を変えずに書き直す', () => {
  expect(parseSource('', edit('? a\n: 1\n? b\n', '/c', 3)).value).toEqual({ a: 1, b: null, c: 3 })
  expect(edit('x: [a: 1, b]\n', '/x/0/c', 3)).toBe('x: [{ a: 1, c: 3 }, b]\n')
})

test.each([
  ['読めないもの', 'a: [', '/a', 1],
  ['値の下', 'a: 1\n', '/a/b', 1],
  ['二度書かれた項目', 'a: {}\na: 1\n', '/a/b', 1],
  ['一覧にない番号', 'a: [1]\n', '/a/5', 1],
  ['一覧の名前', 'a: [1]\n', '/a/b', 1],
])('%sは、書かずに断る', (_, text, pointer, value) => {
  expect(() => edit(text, pointer, value)).toThrow(EditError)
})
