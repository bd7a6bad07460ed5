import { expect, test } from 'vitest'
import { judge, readingOf } from '../../src/check.ts'
import { blameless, differing } from '../../src/testing/blameless.ts'
import { policies } from '../index.ts'
import { criteria } from '../tables.ts'

const answers = criteria.rows.filter(({ when }) => when === undefined).map(({ number }) => ({ number, result: 'met' }))

const findings = (id: string, entries: unknown[]) => {
  const value = differing(blameless, { information: { kinds: ['personal'] }, criteria: entries })
  return judge(readingOf(value), policies).find((judged) => judged.id === id)?.findings ?? []
}
const places = (id: string, entries: unknown[]): string[] => findings(id, entries).map(({ at }) => at)

test('足りない行は、1行ずつ、表の順に言う', () => {
  const found = findings('07-selection/criteria-complete', answers.slice(2).reverse())
  expect(found.map(({ at, message }) => [at, message])).toEqual([
    ['/criteria', '別表のNo.1「保存・処理の所在」の確認結果がありません。'],
    ['/criteria', '別表のNo.2「準拠法・裁判管轄」の確認結果がありません。'],
  ])
})

test('読めない番号があれば、足りない行は言わず、ほかの番号の誤りは言う', () => {
  const entries = [{ number: '1', result: 'met' }, ...answers.slice(1), { number: 5, result: 'met' }]
  expect(places('07-selection/criteria-complete', entries)).toEqual(['/criteria/40/number'])
})

test('別表にない番号は、2度目も重複とは言わない', () => {
  const unknown = { number: 99, result: 'met' }
  const messages = findings('07-selection/criteria-complete', [...answers, unknown, unknown]).map(
    ({ message }) => message,
  )
  expect(messages).toEqual(Array(2).fill('別表にNo.99の行はありません。'))
})

test('ガバメントクラウドの追加対策の行だけは、書く場所を示す', () => {
  const [x1, x3] = ['X1', 'X3'].map(
    (number) => findings('07-selection/criteria-complete', [...answers, { number, result: 'met' }])[0]?.remedy,
  )
  expect(x1).toMatch(/^「生成AIの機能を使うとき」に当たるか/)
  expect(x3).toMatch(/governmentCloud に書く/)
})

test('必須かどうかで、言い方が変わる', () => {
  const entries = [1, 10].map((number) => ({ number, result: 'unmet' }))
  expect(findings('07-selection/required-criteria', entries).map(({ message }) => message)).toEqual([
    '別表のNo.1「保存・処理の所在」は必須の行のため、「満たさない」とした外部サービスは選べません。',
    '別表のNo.10「責任分界点」はガイドラインの本文が必ず求める行のため、「満たさない」とした外部サービスは選べません。',
  ])
})

test('読めない結果は、次の行の誤りを隠さない', () => {
  const entries = (number: number) => [
    { number, result: 'maybe' },
    { number, result: 'unmet' },
  ]
  expect(places('07-selection/required-criteria', entries(1))).toEqual(['/criteria/1/result'])
  expect(places('07-selection/judged-criteria', entries(3))).toEqual(['/criteria/1'])
})
