import { describe, expect, test } from 'vitest'
import { knowledge } from '../../policies/knowledge.ts'
import { excerpt, find, pieces, prepare, termsOf } from './find.ts'
import { entriesOf } from './index.ts'

const entries = prepare(entriesOf(knowledge))
const first = (query: string): string | undefined => find(query, entries)[0]?.[3]
const places = (query: string): string[] => find(query, entries).map(([, , , place]) => place)

describe('what is called so comes first', () => {
  test.each([
    ['03-scope/network-matrix', 'guideline/3.html#network-matrix'],
    ['network-matrix', 'guideline/3.html#network-matrix'],
    ['様式５', 'guideline/11.html#form-5'],
    ['#16', 'guideline/interpretations.html#16'],
    ['別表32', 'guideline/7.html#criterion-32'],
    ['⑮', 'guideline/15.html#measure-15'],
    ['第9節', 'guideline/9.html'],
    ['9-(3)', 'guideline/9.html#3'],
    ['LoGoチャット', 'guideline/services.html#LoGo%E3%83%81%E3%83%A3%E3%83%83%E3%83%88'],
    ['use.networks', 'guideline/fields.html#use.networks'],
    ['checks.items.evidence', 'guideline/fields.html#checks.items.evidence'],
    ['要判断', 'guideline/words.html#verdict-judgement'],
    ['yaml', 'guideline/fields.html#yaml'],
  ])('%s', (query, place) => expect(first(query)).toBe(place))
})

describe('how it is typed makes no difference', () => {
  test.each([
    ['ろごちゃっと', 'LoGoチャット'],
    ['ﾛｺﾞﾁｬｯﾄ', 'ロゴチャット'],
    ['ｌｏｇｏチャット', 'LoGoチャット'],
    ['　様式　５　', '様式5'],
    ['google　workspace', 'Google Workspace'],
  ])('%s', (typed, meant) => {
    expect(places(typed)).not.toEqual([])
    expect(places(typed)[0]).toBe(places(meant)[0])
  })
})

test('whoever got a finding finds its rule by its sentence', () =>
  expect(first('「クラウドサービス（インターネット）」を「庁内情報系」から利用することはできません。')).toBe(
    'guideline/3.html#network-matrix',
  ))

test('every word has to occur', () => {
  const [both, one] = [places('点検 年1回程度'), places('点検')]
  expect(both.length).toBeGreaterThan(0)
  expect(both.length).toBeLessThan(one.length)
  expect(places('点検 このような語はない')).toEqual([])
})

test.each(['', '   ', '　'])('nothing asked, nothing found: %j', (query) => expect(find(query, entries)).toEqual([]))

describe('marks', () => {
  const marked = (text: string, query: string): string =>
    pieces(text, termsOf(query))
      .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
      .join('')

  test.each([
    ['LoGoチャットを使う', 'ろごちゃっと', 'LoGoチャットを使う'],
    ['LoGoチャットを使う', 'ｌｏｇｏ', '[LoGo]チャットを使う'],
    ['ロゴチャット', 'ろごちゃっと', '[ロゴチャット]'],
    ['様式 5 の点検', '様式5', '[様式] [5] の点検'],
    ['㈱例示の例示', '(株)例', '[㈱例]示の例示'],
    ['𠮷野家の𠮷', '野', '𠮷[野]家の𠮷'],
    ['<b>強い</b>', '強い', '<b>[強い]</b>'],
    ['ああああ', 'ああ', '[ああああ]'],
  ])('%s ← %s', (text, query, expected) => expect(marked(text, query)).toBe(expected))
})

test('an excerpt shows where the word stands', () => {
  const text = `${'あ'.repeat(300)}目印${'い'.repeat(300)}`
  expect(excerpt(text, termsOf('目印'))).toMatch(/^…あ{24}目印い+…$/)
  expect(excerpt(text, termsOf('あ'))).toMatch(/^あ+…$/)
  expect(excerpt('短い文', termsOf('文'))).toBe('短い文')
})
