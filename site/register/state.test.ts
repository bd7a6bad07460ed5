import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldKana } from '../../src/folding.ts'
import { facets, hashOf, initial, matcherOf, type State, sorted, stateOf } from './state.ts'

const states: fc.Arbitrary<State> = fc.record({
  words: fc.string(),
  chosen: fc.dictionary(fc.constantFrom(...facets), fc.string({ minLength: 1 })),
  sort: fc.option(fc.record({ column: fc.stringMatching(/^[a-z]{1,12}$/), isDescending: fc.boolean() })),
  columns: fc.option(fc.array(fc.stringMatching(/^[a-z]{1,12}$/))),
})

describe('アドレス', () => {
  test('選んだことはすべてアドレスに残り、そこから戻る', () =>
    fc.assert(
      fc.property(states, (state) => {
        const hash = hashOf(state)
        if (hash !== '') expect(stateOf(`#${hash}`)).toEqual(state)
      }),
    ))
  test('何も選んでいなければ空', () => {
    expect(hashOf(initial)).toBe('')
    expect(stateOf('')).toEqual(initial)
  })
  test('ページの中の場所の名前は、状態ではない', () => expect(stateOf('#main')).toBeNull())
  test('人が読める', () =>
    expect(
      hashOf({
        ...initial,
        words: 'zoom',
        chosen: { department: 'koho' },
        sort: { column: 'name', isDescending: true },
      }),
    ).toBe('q=zoom&department=koho&sort=-name'))
  test('知らないものは読み飛ばす', () => expect(stateOf('#q=a&nai=b')).toEqual({ ...initial, words: 'a' }))
})

const row = (text: string, values = {}) => ({ key: foldKana(text), values })
const matches = (words: string, text: string): boolean => matcherOf({ ...initial, words })(row(text))

describe('探す', () => {
  test.each([
    ['ずーむ', 'ズーム'],
    ['ｚｏｏｍ', 'Zoom'],
    ['ZOOM', 'zoom ZVC JAPAN'],
    ['ﾌｫｰﾑ', 'LoGoフォーム'],
    ['ふおーむ', 'LoGoフォーム'],
    ['logo-form', 'LoGo‐form'],
    ['(株)例示', '㈱例示'],
    ['施設　例示', '例示施設予約'],
    ['', '何でも'],
  ])('「%s」で「%s」が見つかる', (words, text) => expect(matches(words, text)).toBe(true))
  test.each([
    ['ずーむ', 'Zoom'],
    ['例示 会議', '例示施設'],
  ])('「%s」で「%s」は見つからない', (words, text) => expect(matches(words, text)).toBe(false))
})

describe('絞り込む', () => {
  const use = row('例示', { department: ['koho'], kinds: ['some', 'personal'], alarm: [] })
  const chosen = (choice: State['chosen']): boolean => matcherOf({ ...initial, chosen: choice })(use)
  test('選んだことすべてに当たるもの', () => {
    expect(chosen({ department: 'koho', kinds: 'personal' })).toBe(true)
    expect(chosen({ department: 'koho', kinds: 'none' })).toBe(false)
    expect(chosen({ alarm: 'any' })).toBe(false)
    expect(chosen({ status: 'in-use' })).toBe(false)
  })
})

describe('並べ替える', () => {
  const order = (keys: (string | number | null)[], isDescending = false) => sorted(keys, (key) => key, isDescending)
  test('番号は数として、空は最後', () => {
    expect(order(['R8-10', null, 'R8-9', 'R7-100'])).toEqual(['R7-100', 'R8-9', 'R8-10', null])
    expect(order(['R8-10', null, 'R8-9'], true)).toEqual(['R8-10', 'R8-9', null])
    expect(order([2, null, 0, 1])).toEqual([0, 1, 2, null])
  })
  test('同じものは、もとの順のまま', () => {
    const rows = [{ n: 1 }, { n: 2 }, { n: 3 }]
    expect(sorted(rows, () => 'same', true)).toEqual(rows)
  })
})
