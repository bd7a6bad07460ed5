import { expect, test } from 'vitest'
import { type Grid, wordOf } from './grid.ts'
import { isMarked, legendIn, levelOf } from './levels.ts'
import { rowNumber, tableIn } from './table.ts'

const columns = { number: ['No.', '番号'], title: ['確認事項'], level: ['レベル'], group: ['区分'] }
const grid = (cells: Grid['cells'], merges: Grid['merges'] = []): Grid => ({ name: '別表', cells, merges })

test('表題の下の見出しを探し、列は名前で、どの順でも読む', () => {
  const table = tableIn(
    grid([
      ['別表　外部サービス選定基準', null, null],
      [null, '◎：必須　〇：高', null],
      ['確認事項\n（見出し）', 'Ｎｏ．', 'レベル'],
      ['保存の所在\r\nと法域 ', '１', '◎'],
      [null, null, null],
      ['約款', 2, '〇'],
    ]),
    columns,
    'number',
  )
  expect(table?.columns).toEqual(['number', 'title', 'level'])
  expect(table?.rows).toEqual([
    { line: 4, words: { number: '１', title: '保存の所在\nと法域', level: '◎' } },
    { line: 6, words: { number: '2', title: '約款', level: '〇' } },
  ])
  expect(legendIn(table?.above ?? [])).toEqual(
    new Map([
      ['◎', 'required'],
      ['○', 'high'],
    ]),
  )
})

test('下へ結合したセルはどの行にもあり、見出しは2段でもよい', () => {
  const merges = [
    { top: 0, left: 0, bottom: 1, right: 0 },
    { top: 2, left: 1, bottom: 3, right: 1 },
  ]
  const cells = [
    ['No.', '内容', null],
    [null, '区分', '確認事項'],
    [1, 'A 所在', '保存'],
    [2, null, '準拠法'],
  ]
  expect(tableIn(grid(cells, merges), columns, 'number')?.rows.map(({ words }) => words)).toEqual([
    { number: '1', group: 'A 所在', title: '保存' },
    { number: '2', group: 'A 所在', title: '準拠法' },
  ])
})

test('番号の列がなければ、表ではない', () => {
  expect(tableIn(grid([['名前'], ['1']]), columns, 'number')).toBeNull()
})

test.each([
  ['１', 1],
  ['No.12', 12],
  ['Ｎｏ．３４', 34],
  ['①', 1],
  ['3.0', 3],
  ['Ｘ１', 'X1'],
  ['注', null],
  ['1-2', null],
  ['0', null],
])('番号 %s', (word, number) => expect(rowNumber(word)).toBe(number))

test.each([
  ['必須', 'required'],
  ['高', 'high'],
  [' 中 ', 'medium'],
  ['低', 'low'],
  ['◎', 'required'],
  ['〇', 'high'],
  ['○', 'high'],
  ['△', 'medium'],
  ['？', undefined],
])('レベル %s', (word, level) => expect(levelOf(word, new Map())?.level).toBe(level))

test('凡例は、ふつうの読み方に優先する', () => {
  expect(levelOf('○', legendIn(['凡例 ◯＝必須、△＝低']))).toEqual({ level: 'required', sign: true })
  expect(levelOf('△', legendIn(['凡例 ◯＝必須、△＝低']))?.level).toBe('low')
})

test('横棒も、凡例にあれば印である', () => {
  const legend = legendIn(['（注）◎：必須、〇：高、△：中、－：低'])
  expect(['－', 'ー', '―', '-'].map((word) => levelOf(word, legend)?.level)).toEqual(['low', 'low', 'low', 'low'])
  expect(levelOf('－', legendIn(['レベルは 必須－高－中－低 の順']))).toBeNull()
})

test('レベルごとの列の印', () => {
  expect(['〇', '◎', '✓', '', '×', '－'].map(isMarked)).toEqual([true, true, true, false, false, false])
})

test('見えない文字は、セルから取り除く', () => {
  expect(wordOf(' a\u001b[31m\u202eb\u200b\tc\ud800\u2028d ')).toBe('a[31mb c\nd')
})
