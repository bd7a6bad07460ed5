import { describe, expect, test } from 'vitest'
import { checkSchema, isWithin } from './schema.ts'
import { blameless, differing } from './testing/blameless.ts'
import { fullest } from './testing/fullest.ts'

const refusals = (given: object) =>
  checkSchema(differing(fullest, given)).map(({ at, of, byKey }) => (byKey ? `${at} の名前` : `${of} を ${at} で`))

describe('checkSchema', () => {
  test('書かれたとおりの形なら、何も断らない', () => {
    expect(checkSchema(blameless)).toEqual([])
    expect(checkSchema(fullest)).toEqual([])
  })
  test('書かれていない項目は、それを欠く組を指す', () => {
    expect(checkSchema({}).map(({ at, of }) => [at, of])).toEqual([
      ['', '/service'],
      ['', '/department'],
      ['', '/use'],
      ['', '/information'],
    ])
    expect(refusals({ service: { provider: { name: null } } })).toEqual([
      '/service/provider/name を /service/provider で',
    ])
    expect(refusals({ criteria: [{ number: 1 }] })).toEqual(['/criteria/0/result を /criteria/0 で'])
  })
  test('知らない項目は、その名前を指す', () => {
    expect(refusals({ メモ: 1, service: { 'a/b~c': 1 } })).toEqual(['/メモ の名前', '/service/a~1b~0c の名前'])
  })
  test('名前を打ち誤った項目は、書かれていないとは言わず、読ませもしない', () => {
    const meant = (given: object) =>
      Object.fromEntries(checkSchema(differing(fullest, given)).map(({ of, meant }) => [of, meant]))
    expect(meant({ service: { name: null, nmae: '例示' } })).toEqual({ '/service/nmae': '/service/name' })
    expect(meant({ use: null, ues: {} })).toEqual({ '/ues': '/use' })
    expect(meant({ service: { nmae: '例示' }, memo: 1 })).toEqual({ '/service/nmae': null, '/memo': null })
  })
  test('形の違う塊の中は、見ない', () => {
    expect(refusals({ service: [], use: 3 })).toEqual(['/service を /service で', '/use を /use で'])
    for (const value of [[], 'x', 3, null, undefined]) expect(checkSchema(value).map(({ of }) => of)).toEqual([''])
  })
  test('一つの値に当てはまる断りがいくつあっても、一つだけ言う', () => {
    expect(
      refusals({
        service: { class: 1, name: 3 },
        application: { date: 5 },
        criteria: [{ number: [], result: 0 }],
      }).sort(),
    ).toEqual([
      '/application/date を /application/date で',
      '/criteria/0/number を /criteria/0/number で',
      '/criteria/0/result を /criteria/0/result で',
      '/service/class を /service/class で',
      '/service/name を /service/name で',
    ])
  })
  test('一つの誤りは、ほかの誤りを隠さない', () => {
    const wrong = {
      service: { class: 'x', clas: 1, name: null },
      use: { networks: ['y', 'lgwan', 'lgwan'], users: -1 },
    }
    expect(refusals(wrong).sort()).toEqual([
      '/service/clas の名前',
      '/service/class を /service/class で',
      '/service/name を /service で',
      '/use/networks を /use/networks で',
      '/use/networks/0 を /use/networks/0 で',
      '/use/users を /use/users で',
    ])
  })
  test('前の結果を引きずらない', () => {
    expect(checkSchema({}).length).toBe(4)
    expect(checkSchema(fullest)).toEqual([])
    expect(checkSchema({}).length).toBe(4)
  })
})

test.each([
  ['/a/b', ['/a/b'], true],
  ['/a/b/c', ['/a/b'], true],
  ['/a', ['/a/b'], false],
  ['/a/bc', ['/a/b'], false],
  ['/a~1b/c', ['/a~1b'], true],
  ['/a', [], false],
  ['', ['/a'], false],
])('%s は %j の中か', (pointer, refused, answer) => expect(isWithin(pointer, new Set(refused))).toBe(answer))
