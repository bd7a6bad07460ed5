import { describe, expect, test } from 'vitest'
import {
  type Facts,
  factsWithin,
  guarded,
  MissingFact,
  valueAt,
  withDefaults,
  withFact,
  without,
  withoutNulls,
} from './facts.ts'
import { defaults, domains } from './generated/domains.ts'

describe('withoutNulls', () => {
  test('null の項目は、書かれていないのと同じになる', () => {
    expect(withoutNulls({ a: null, b: { c: null, d: 1 }, e: undefined })).toStrictEqual({ b: { d: 1 }, e: undefined })
  })
  test('一覧の中の null は残るが、その下の null は消える', () => {
    expect(withoutNulls([null, { a: null }, [null]])).toStrictEqual([null, {}, [null]])
  })
  test('組でも一覧でもない値は、そのままである', () => {
    for (const value of [null, undefined, 0, '', false, 'あ']) expect(withoutNulls(value)).toBe(value)
  })
  test('__proto__ という項目も、ただの項目である', () => {
    const value = JSON.parse('{"__proto__": {"a": null}, "b": 1}')
    expect(JSON.stringify(withoutNulls(value))).toBe('{"__proto__":{},"b":1}')
  })
})

describe('valueAt', () => {
  const value = { a: [{ 'b/c': 1 }, null], n: null }
  test.each([
    ['', value],
    ['/a', value.a],
    ['/a/0/b~1c', 1],
    ['/a/1', null],
    ['/a/1/x', undefined],
    ['/a/2', undefined],
    ['/a/length/x', undefined],
    ['/n/x', undefined],
    ['/x/y', undefined],
    ['/toString', undefined],
  ])('%s', (pointer, found) => expect(valueAt(value, pointer)).toBe(found))
  test('値がなければ、何もない', () => {
    for (const none of [undefined, null, 3, 'abc']) expect(valueAt(none, '/0')).toBeUndefined()
  })
})

describe('withFact', () => {
  test('一つの事実だけを変え、もとの値は変えない', () => {
    const stated = { service: { class: 'web', name: 'x' }, use: {} }
    expect(withFact(stated, '/service/class', 'cloud')).toEqual({ service: { class: 'cloud', name: 'x' }, use: {} })
    expect(withFact(stated, '/information/kinds', [])).toEqual({ ...stated, information: { kinds: [] } })
    expect(stated.service.class).toBe('web')
  })
})

describe('withDefaults', () => {
  test('書かれていない事実に、既定の値を入れる', () => {
    const filled = withDefaults({})
    for (const [pointer, value] of Object.entries(defaults)) expect(valueAt(filled, pointer), pointer).toBe(value)
  })
  test('書かれた事実と、ほかの項目は変えない', () => {
    const stated = { service: { arrangedByItSection: true, name: 'x' }, use: { exemption: 'post' }, x: 1 }
    expect(withDefaults(stated)).toMatchObject(stated)
    expect(stated).toEqual({ service: { arrangedByItSection: true, name: 'x' }, use: { exemption: 'post' }, x: 1 })
  })
  test('組でない塊は、そのままである', () => {
    expect(withDefaults({ service: 3, use: [], information: 'x' })).toEqual({ service: 3, use: [], information: 'x' })
  })
  test('組でないファイルには、既定の値だけがある', () => {
    for (const value of [null, undefined, [], 3, 'x']) expect(withDefaults(value)).toEqual(withDefaults({}))
  })
})

describe('without', () => {
  const value = { a: { b: 1, c: { d: 2 } }, e: [1], f: { b: 1 } }
  test.each([
    ['/a/b', { a: { c: { d: 2 } }, e: [1], f: { b: 1 } }],
    ['/a/c/d', { a: { b: 1, c: {} }, e: [1], f: { b: 1 } }],
    ['/a', { e: [1], f: { b: 1 } }],
    ['/x', value],
    ['/a/x/y', value],
    ['/a/b/y', value],
    ['/e/0', value],
    ['', value],
  ])('%s', (pointer, left) => {
    expect(without(value, pointer)).toStrictEqual(left)
    expect(value).toStrictEqual({ a: { b: 1, c: { d: 2 } }, e: [1], f: { b: 1 } })
  })
  test('値でないものは、そのままである', () => expect(without('x', '/a')).toBe('x'))
})

describe('guarded', () => {
  const value = { service: { class: 'web', name: 'x' }, use: { networks: ['lgwan', 'x'] } } as unknown as Facts
  const reading = (read: () => unknown): unknown => {
    try {
      return read()
    } catch (error) {
      return error instanceof MissingFact ? `${error.pointer} がない` : error
    }
  }
  test('差し控えるものがなければ、値そのものである', () => expect(guarded(value, new Set())).toBe(value))
  test('差し控えたものを読むと止まり、ほかは読める', () => {
    const seen = guarded(value, new Set(['/service/class', '/use/networks/1']))
    expect(reading(() => seen.service.class)).toBe('/service/class がない')
    expect(seen.service.name).toBe('x')
    expect(guarded({ use: null }, new Set(['/use/networks'])).use).toBeNull()
    expect(seen.use.networks[0]).toBe('lgwan')
    expect(seen.use.networks.length).toBe(2)
    expect(reading(() => seen.use.networks.map((network) => network))).toBe('/use/networks/1 がない')
    expect(reading(() => [...seen.use.networks])).toBe('/use/networks/1 がない')
    expect(JSON.stringify(seen.information)).toBe(undefined)
  })
  test('差し控えた項目は、書かれていなくても止まる', () => {
    expect(reading(() => guarded(value, new Set(['/information'])).information)).toBe('/information がない')
  })
  test('名前の似た項目では止まらない', () => {
    const seen = guarded(value, new Set(['/service/clas', '/service/class/x', '/use/networks/10']))
    expect([seen.service.class, ...seen.use.networks]).toEqual(['web', 'lgwan', 'x'])
  })
  test('全体を差し控えると、どの項目でも止まる', () => {
    const seen = guarded(value, new Set(['']))
    expect(reading(() => seen.service)).toBe('/service がない')
    expect(`${Reflect.get(seen, Symbol.toStringTag)}`).toBe('undefined')
  })
  test('止まったわけが、英語の文にある', () => {
    expect(new MissingFact('/use')).toMatchObject({ message: '/use is not known', pointer: '/use' })
  })
})

describe('factsWithin', () => {
  test.each([
    [['/service/class'], ['/service/class']],
    [['/use/networks/1'], ['/use/networks']],
    [['/use/network', '/use/networksX', '/service/name', '/department'], []],
    [['/information'], ['/information/kinds', '/information/publishedWithConsent']],
    [[''], Object.keys(domains)],
    [[], []],
  ])('%j', (refused, facts) => expect(factsWithin(refused)).toEqual(facts))
})
