import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { policies } from '../../policies/index.ts'
import { judgeChanges, type Pair } from '../change.ts'
import { checkService } from '../check.ts'
import { byPosition } from '../diagnostic.ts'
import { parseSource, type SourceDocument } from '../source/document.ts'
import { blameless, differing } from '../testing/blameless.ts'
import type { Difference } from '../testing/cases.ts'
import { type Case, examine } from './examine.ts'

const file = 'services/soumu/iken.yml'
const source = (path: string, difference: Difference = {}): SourceDocument =>
  parseSource(path, stringify(differing(blameless, difference)))
const pair = (head: SourceDocument | null, base: SourceDocument | null = null): Pair => ({ file, base, head })
const judge = (pairs: Pair[], given: Partial<Case> = {}) =>
  examine(
    {
      classified: { subject: 'services', touchesPolicy: false },
      blockers: [],
      pairs,
      register: [],
      digests: { engine: 'e', rules: 'r' },
      ...given,
    },
    policies,
  )

test('a file is judged as on the command line, with what the change itself is', () => {
  const one = pair(
    source(file, { use: { networks: ['mynumber'] }, checks: [{ form: 7, date: '2026-06-01', items: [] }] }),
  )
  const expected = [...checkService(one.head!, policies).diagnostics, ...judgeChanges([one], policies).diagnostics]
  expect(judge([one]).diagnostics).toEqual(expected.sort(byPosition))
  expect(judge([one]).files[0]?.diagnostics).toEqual(expected)
})

describe('what is told of a file', () => {
  test('both states and what the guideline says of them', () => {
    const head = source(file, { information: { kinds: ['personal'] } })
    const [told] = judge([pair(head, source(file))]).files
    expect(told).toMatchObject({ file, transition: 'renewal', before: { information: { kinds: [] } } })
    expect([told?.beforeAssessment?.application?.form, told?.afterAssessment?.application?.form]).toEqual([2, 1])
  })
  test('nothing of what is not there or cannot be read', () => {
    const [gone] = judge([pair(null, source(file))]).files
    expect(gone).toMatchObject({ transition: 'removal', after: null, afterAssessment: null })
    const [broken] = judge([pair(parseSource(file, '['))]).files
    expect(broken).toMatchObject({ after: null, afterAssessment: null })
    const [refused] = judge([pair(source(file, { service: { pricing: 'x' } }))]).files
    expect(refused?.after).toBeNull()
    expect(refused?.afterAssessment?.outcome).toBe('incomplete')
  })
})

describe('the register', () => {
  const other = 'services/koho/a.yml'
  const variant = { service: { name: '例示サ－ビス' } }
  test('what a file brings about in another one is said, what was there before is not', () => {
    const late = 'services/zaisei/z.yml'
    const register = [source(other), source('services/koho/b.yml', variant)]
    const before = judge([pair(source(file, { service: { name: '別のもの' } }))], { register }).diagnostics
    expect(before.filter(({ rule }) => rule === '02-terms/confusable-name')).toEqual([])
    const after = judge([pair(source(file, variant))], { register: [source(other), source(late)] }).diagnostics
    expect(after.filter(({ rule }) => rule === '02-terms/confusable-name').map((found) => found.file)).toEqual([file])
    const brought = judge([pair(source(file, { service: { name: 'あ-' } }))], {
      register: [source(late, { service: { name: 'あー' } })],
    })
    expect(
      brought.diagnostics.filter(({ rule }) => rule === '02-terms/confusable-name').map((found) => found.file),
    ).toEqual([late])
  })
  test('the same service and provider elsewhere', () => {
    const register = [
      source(other),
      source('services/koho/b.yml', { service: { name: '別のもの' } }),
      source('services/koho/c.yml', { service: { name: '別', provider: { name: '別', corporateNumber: null } } }),
      source('services/koho/d.yml', { service: { name: null } }),
    ]
    expect(judge([pair(source(file))], { register }).similar.map((found) => found.file)).toEqual([
      other,
      'services/koho/b.yml',
    ])
    expect(judge([pair(source(file, { service: { name: 1 } }))], { register }).similar).toEqual([])
  })
})

describe('what is asked', () => {
  const question = {
    application: { informatizationPlan: { number: null, decision: 'pending', date: null } },
    contract: { concluded: null },
  } as const
  test('what main was asked already is not asked again', () => {
    const [base, head] = [source(file, question), source(file, { ...question, department: { contact: '内線 1' } })]
    expect(judge([pair(head)]).judgements.map(({ rule }) => rule)).toEqual(['09-procedure/informatization-plan'])
    expect(judge([pair(head, base)]).judgements.map(({ rule }) => rule)).toEqual(['09-procedure/correction'])
  })
  test('one for each diagnostic that asks', () => {
    const found = judge([
      pair(source(file, question)),
      { file: 'services/soumu/b.yml', base: null, head: source('services/soumu/b.yml', question) },
    ])
    expect(found.judgements).toHaveLength(found.diagnostics.filter(({ verdict }) => verdict === 'judgement').length)
    expect(new Set(found.judgements.map(({ key }) => key)).size).toBe(2)
  })
})

test('more than fifty may only be imports', () => {
  const before = { application: { permittedBefore: { date: '2024-04-01', number: 'R6-1' } } }
  const pairs = (count: number, difference: Difference, base = false): Pair[] =>
    [...Array(count).keys()].map((number) => {
      const path = `services/soumu/use-${number}.yml`
      return { file: path, base: base ? source(path) : null, head: source(path, difference) }
    })
  expect(judge(pairs(51, before)).blockers).toEqual([])
  expect(judge(pairs(51, {})).blockers).toMatchObject([{ kind: 'limit' }])
  expect(judge(pairs(51, before, true)).blockers).toMatchObject([{ kind: 'limit' }])
})

test('the examination survives being written as JSON', () => {
  const found = judge([pair(source(file, { use: { networks: ['mynumber'] } }), source(file))])
  expect(JSON.parse(JSON.stringify(found))).toEqual(found)
})
