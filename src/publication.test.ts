import { expect, test } from 'vitest'
import { valueAt } from './facts.ts'
import { fieldAt } from './fields.ts'
import { periodOf, publicColumns, publicFields, publicPart } from './publication.ts'
import { parseSource } from './source/document.ts'
import { fullest, pointersIn } from './testing/fullest.ts'

const published = (value: unknown) => publicPart(parseSource('services/koho/a.yml', JSON.stringify(value)))

test('残るのは、公開してよいと印のある項目だけで、そのすべて', () => {
  const part = published(fullest).value
  const leaves = pointersIn(part).filter((pointer) => typeof valueAt(part, pointer) !== 'object')
  expect(leaves.map((pointer) => pointer.replace(/\/\d+$/, ''))).toEqual([...publicFields])
  for (const pointer of publicFields) expect(valueAt(part, pointer)).toEqual(valueAt(fullest, pointer))
})

test('元の文字も、指摘も持ち出さない', () =>
  expect(published(fullest)).toMatchObject({ text: '', faults: [], refused: [], readable: true }))

test('形の違う値は、印のある場所にあっても出さない', () => {
  const hidden = { service: { name: { secret: '秘密' }, plan: ['秘密'] }, information: { kinds: ['秘密'] } }
  expect(JSON.stringify(published(hidden).value)).not.toContain('秘密')
})

test('読めないファイルからは、何も出さない', () => {
  const broken = publicPart(parseSource('services/koho/a.yml', 'service: [秘密'))
  expect(broken).toMatchObject({ value: {}, text: '', readable: false })
})

test('表の列は、項目ごとに1つ', () => {
  expect(publicColumns.map(({ heading }) => heading)).toEqual(publicFields.map((pointer) => fieldAt(pointer)?.title))
  const row = publicColumns.map(({ of }) => of(published(fullest).value))
  expect(row).not.toContain(null)
  expect(row).toContain('オンラインアンケート')
  expect(publicColumns.map(({ of }) => of({}))).toEqual(publicColumns.map(() => null))
})

test.each([
  ['2026-03-31', 'before'],
  ['2026-04-01', 'within'],
  ['2027-03-31', 'within'],
  ['2027-04-01', 'after'],
])('%s は %s', (asOf, period) =>
  expect(periodOf({ use: { period: { start: '2026-04-01', end: '2027-03-31' } } }, asOf)).toBe(period))
test('終わった日からは、終了', () => {
  const value = { use: { period: { start: '2026-04-01' } }, termination: { date: '2026-09-30' } }
  expect(['2026-09-29', '2026-09-30'].map((asOf) => periodOf(value, asOf))).toEqual(['within', 'ended'])
  expect(periodOf({}, '2026-09-30')).toBe('unstated')
})
