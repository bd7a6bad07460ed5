import { describe, expect, test } from 'vitest'
import { judge, readingOf } from '../src/check.ts'
import type { Finding } from '../src/rule.ts'
import { blameless, differing } from '../src/testing/blameless.ts'
import { policies } from './index.ts'
import { form4, form5, form6, form7 } from './tables.ts'

const forms = [
  ['10-introduction/checklist', form4],
  ['11-operation/checklist', form5],
  ['12-disposal/checklist', form6],
  ['13-operation-ordinary/checklist', form7],
] as const
type Form = (typeof forms)[number][1]

const answers = ({ items }: Form): unknown[] => items.map(({ id }) => ({ id, result: 'yes' }))
const said = (id: string, checks: unknown[]): Finding[] =>
  judge(readingOf(differing(blameless, { checks })), policies).find((judged) => judged.id === id)!.findings
const check = ({ form }: Form, items: unknown): unknown => ({ form, date: '2026-07-01', items })

describe.each(forms)('%s', (id, form) => {
  const { items } = form

  test('足りない項目を、一つずつ名前で挙げる', () => {
    const found = said(id, [check(form, answers(form).slice(0, 1))])
    expect(found.map(({ at }) => at)).toEqual(items.slice(1).map(() => '/checks/0/items'))
    for (const [index, item] of items.slice(1).entries()) expect(found[index]!.message).toContain(` ${item.id}「`)
  })

  test('どの項目の名前も、句点も節番号もない一文に収まる', () => {
    for (const { message } of said(id, [check(form, [{ id: items[0]!.id, result: 'yes' }])])) {
      expect(message).toMatch(/^[^。]+。$/)
      expect(message).not.toContain('§')
    }
  })

  test('当てはまらないことがある項目だけ、該当なしの書き方を添える', () => {
    const found = said(id, [check(form, answers(form).slice(0, 1))])
    for (const [index, { condition }] of items.slice(1).entries())
      expect(found[index]!.remedy!.includes('n/a')).toBe(condition !== undefined)
  })

  test('ほかの様式の項目は、この様式の項目に代わらない', () => {
    const other = forms.find(([, { form: number }]) => number !== form.form)![1]
    const found = said(id, [check(form, [...answers(form).slice(1), { id: other.items[0]!.id, result: 'yes' }])])
    expect(found.map(({ at }) => at)).toEqual([`/checks/0/items/${items.length - 1}/id`, '/checks/0/items'])
  })

  test('読めない答えは、足りない項目かもしれないので、ほかの誤りだけを言う', () => {
    const [, second, ...rest] = answers(form)
    const unreadable = [{ id: 'x', result: 'yes' }, second, second, { ...(rest[0] as object), result: 'no' }]
    const found = said(id, [check(form, unreadable)])
    expect(found.map(({ at }) => at)).toEqual(['/checks/0/items/3', '/checks/0/items/2/id'])
  })

  test('読めない結果は、その項目があることを隠さない', () => {
    const [, ...rest] = answers(form)
    expect(said(id, [check(form, [{ id: items[0]!.id, result: 'ok' }, ...rest])])).toEqual([])
  })

  test('読めない記録は、次の記録の誤りを隠さない', () => {
    const found = said(id, [check(form, 'all'), 'x', check(form, [])])
    expect(found.map(({ at }) => at)).toEqual(['/checks/2/items'])
  })
})

test('項目は初めの節で名乗る', () => {
  const [second, third] = said('10-introduction/checklist', [check(form4, answers(form4).slice(0, 1))]).slice(0, 2)
  expect(second!.message).toBe('様式4の項目 f4-02「導入・構築の時点で実施状況をこの票に記録した」の結果がありません。')
  expect(third!.message).toBe('様式4の項目 f4-03「調達仕様の内容を契約に入れ…」の結果がありません。')
  const form3 = said('12-disposal/checklist', [check(form6, answers(form6).slice(0, 1))])[1]
  expect(form3!.message).toBe('様式6の項目 f6-03「様式3で終了を報告した…」の結果がありません。')
})
