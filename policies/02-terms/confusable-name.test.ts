import { expect, test } from 'vitest'
import { readingOf } from '../../src/check.ts'
import { blameless, differing } from '../../src/testing/blameless.ts'
import type { Difference } from '../../src/testing/cases.ts'
import rule from './confusable-name.ts'

const found = (services: Record<string, Difference>) => {
  const files = Object.entries(services).map(
    ([file, service]) => [file, readingOf(differing(blameless, { service })).service] as const,
  )
  return [...rule.check(new Map(files))]
}
const provider = (name: unknown): Difference => ({ provider: { name } })

test('names that are the same say nothing', () => {
  expect(found({ 'services/a/x.yml': {}, 'services/b/x.yml': {} })).toEqual([])
})

test('names that are different say nothing', () => {
  expect(found({ 'services/a/x.yml': { name: 'フォーム1' }, 'services/b/x.yml': { name: 'フォーム2' } })).toEqual([])
})

test('a variant is advice at the later file, whatever the order of reading, and shows the code points', () => {
  expect(found({ 'services/b/x.yml': { name: 'LoGoフオーム' }, 'services/a/x.yml': { name: 'LoGoフォーム' } })).toEqual(
    [
      {
        file: 'services/b/x.yml',
        at: '/service/name',
        verdict: 'advice',
        message:
          'サービス名「LoGoフオーム」は services/a/x.yml の「LoGoフォーム」と表記だけが違い（ここでは 「オ」U+30AA、そこでは 「ォ」U+30A9）、打ち誤りかもしれません。',
        remedy: '同じものを指すなら、サービス名の表記をそろえてください。',
      },
    ],
  )
})

test('the order of reading does not matter either way', () => {
  const [finding] = found({ 'services/a/x.yml': { name: 'BOX' }, 'services/b/x.yml': { name: 'Box' } })
  expect(finding?.file).toBe('services/b/x.yml')
})

test('a variant of the name of a provider', () => {
  expect(
    found({ 'services/a/x.yml': provider('株式会社例示'), 'services/b/x.yml': provider('株式会社 例示') }),
  ).toMatchObject([{ file: 'services/b/x.yml', at: '/service/provider/name', verdict: 'advice' }])
})

test('each later file is told once, and compared with the first spelling', () => {
  const names = { a: 'Box', b: 'BOX', c: 'Box', d: 'ＢＯＸ' }
  const files = Object.fromEntries(Object.entries(names).map(([slug, name]) => [`services/${slug}/x.yml`, { name }]))
  const told = found(files)
  expect(told.map(({ file }) => file)).toEqual(['services/b/x.yml', 'services/d/x.yml'])
  expect(told[1]?.message).toContain('services/a/x.yml の「Box」')
})

test('a service is not compared with a provider', () => {
  expect(found({ 'services/a/x.yml': { name: 'BOX' }, 'services/b/x.yml': provider('Box') })).toEqual([])
})
