import { expect, test } from 'vitest'
import { guarded, MissingFact } from './facts.ts'
import { each } from './rule.ts'
import { startTrace } from './trace.ts'

const value = {
  service: { name: 'あ', provider: { name: 'い', country: undefined as string | undefined } },
  kinds: ['personal', 'critical'],
  criteria: [
    { number: 1, result: 'met' },
    { number: 2, result: 'unmet', reason: 'う' },
  ],
}
function readsOf(read: (seen: typeof value) => unknown): string[] {
  const { see, reads } = startTrace()
  read(see(value))
  return reads().map(({ pointer, of }) => `${pointer} ${of}`)
}

test('what is read is remembered, nothing else', () => {
  expect(readsOf(() => undefined)).toEqual([])
  expect(readsOf((seen) => seen.service.name)).toEqual(['/service presence', '/service/name value'])
  expect(readsOf((seen) => seen.service.provider.country)).toContain('/service/provider/country value')
})
test('that something is looked for counts too', () => {
  expect(readsOf((seen) => 'url' in seen.service)).toContain('/service/url value')
  expect(readsOf((seen) => Object.hasOwn(seen.service, 'url'))).toContain('/service/url value')
  expect(readsOf((seen) => Object.keys(seen.service))).toContain('/service value')
  expect(readsOf((seen) => JSON.stringify(seen.service))).toContain('/service value')
})
test('a list of words is read as a whole, of a list of mappings how long it is', () => {
  expect(readsOf((seen) => seen.kinds.includes('personal'))).toEqual(['/kinds presence', '/kinds value'])
  expect(readsOf((seen) => seen.criteria.find(({ number }) => number === 2)?.result)).toEqual([
    '/criteria presence',
    '/criteria length',
    '/criteria/0 presence',
    '/criteria/0/number value',
    '/criteria/1 presence',
    '/criteria/1/number value',
    '/criteria/1/result value',
  ])
})
test('items that are checked one by one do not know of each other', () => {
  const { see, reads } = startTrace()
  const seen = see(value)
  const found: string[][] = []
  void seen.service.name
  for (const _ of each(seen.criteria, function* ({ result }, index) {
    if (result === 'unmet') void seen.criteria[index]?.reason
    yield result
  }))
    found.push(reads().map(({ pointer }) => pointer))
  expect(found[0]).toContain('/criteria/0/result')
  expect(found[1]).toEqual(expect.arrayContaining(['/service/name', '/criteria/1/result', '/criteria/1/reason']))
  expect(found[1]?.some((pointer) => pointer.startsWith('/criteria/0'))).toBe(false)
})
test('what may not be read throws as ever, and that it was tried is remembered', () => {
  const { see, reads } = startTrace()
  const seen = see(guarded(value, new Set(['/service/name', '/criteria/1'])))
  expect(() => seen.service.name).toThrow(MissingFact)
  expect(() => seen.criteria[0]?.number).not.toThrow()
  expect(() => seen.criteria[1]).toThrow(MissingFact)
  expect(reads().map(({ pointer }) => pointer)).toContain('/service/name')
})
test('a traced value reads as the value itself', () => {
  const seen = startTrace().see(value)
  expect(JSON.stringify(seen)).toBe(JSON.stringify(value))
  expect([...seen.kinds]).toEqual(value.kinds)
})
