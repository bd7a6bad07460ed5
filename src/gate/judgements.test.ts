import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { policies } from '../../policies/index.ts'
import { criteria } from '../../policies/tables.ts'
import { judge, readingOf } from '../check.ts'
import { keysOf } from '../pointer.ts'
import { parseSource, type SourceDocument } from '../source/document.ts'
import { blameless, differing } from '../testing/blameless.ts'
import { fullest, pointersIn, replacedAt } from '../testing/fullest.ts'
import { openQuestions, type Question, questionsOf, questionsOfChange } from './judgements.ts'

const file = 'services/soumu/iken.yml'
const sourceOf = (value: unknown): SourceDocument => parseSource(file, stringify(value, { lineWidth: 0 }))
const ask = (value: unknown): Question[] => questionsOf(sourceOf(value), policies)
const hashOf = (questions: readonly Question[], rule: string, pointer?: string): string | undefined =>
  questions.find((one) => one.rule === rule && (pointer === undefined || one.pointer === pointer))?.hash

const rows = criteria.rows.filter(({ bodyMandate, number }) => bodyMandate !== '15' && typeof number === 'number')
const high = rows
  .filter(({ level, bodyMandate }) => level === 'high' && bodyMandate === undefined)
  .map(({ number }) => number)
const answered = (reasons: Record<number, string> = {}) =>
  rows.map(({ number }) =>
    high.slice(0, 2).includes(number)
      ? { number, result: 'unmet', reason: reasons[number as number] ?? '代わりの対策がある。' }
      : { number, result: 'met', evidence: '回答書' },
  )
/** Special care in a ※ cell, two rows of 別表 not met, a plan that is not decided. */
const judged = differing(blameless, {
  service: { plan: 'スタンダード' },
  information: { kinds: ['personal', 'special-care'], subjects: 10, handlers: 2, safetyMeasures: '限る。' },
  criteria: answered(),
  conditions: [{ id: 'sensitive-care', reason: '配慮のため。', date: '2026-05-20' }],
  application: { informatizationPlan: { number: null, decision: 'pending', date: null } },
  contract: { concluded: null },
}) as object

const rule = {
  condition: '03-scope/network-matrix',
  criteria: '07-selection/judged-criteria',
  plan: '09-procedure/informatization-plan',
}

test('every question of the engine has its grounds', () => {
  const asked = ask(judged)
  expect(asked.map((one) => one.rule).sort()).toEqual([rule.condition, rule.criteria, rule.criteria, rule.plan].sort())
  expect(new Set(asked.map(({ hash }) => hash)).size).toBe(asked.length)
  for (const { facts } of asked) expect(facts.length).toBeGreaterThan(0)
})

describe('a key stays while the judged facts stay', () => {
  const before = ask(judged)
  test.each([
    ['a telephone number', { department: { contact: '内線 9999' } }],
    ['the name of the service', { service: { name: '別の名前' } }],
    ['the costs', { contract: { cost: { initial: 1 } } }],
    ['another row of 別表', { criteria: answered({ [high[0] as number]: '別の理由を書いた。' }) }],
  ])('%s', (what, difference) => {
    const after = ask(differing(judged, difference))
    const changed = before.filter(({ hash }) => !after.some((other) => other.hash === hash))
    expect(changed.map((one) => one.rule)).toEqual(what === 'another row of 別表' ? [rule.criteria] : [])
  })
})

describe('a key changes with what it rests on', () => {
  const before = ask(judged)
  test.each([
    [rule.condition, { information: { kinds: ['special-care'] } }],
    [rule.condition, { conditions: [{ id: 'sensitive-care', reason: '別の理由。', date: '2026-05-20' }] }],
    [rule.condition, { use: { networks: ['internet', 'lgwan'] } }],
    [rule.criteria, { criteria: answered({ [high[0] as number]: '別の理由。', [high[1] as number]: '別の理由。' }) }],
    [rule.plan, { information: { kinds: ['special-care'] } }],
  ])('%s %j', (id, difference) => {
    const after = ask(differing(judged, difference))
    expect(hashOf(after, id)).not.toBe(hashOf(before, id))
  })
  test('the same in another file is another question', () => {
    const other = questionsOf(parseSource('services/koho/x.yml', stringify(judged)), policies)
    expect(other.map(({ hash }) => hash).filter((hash) => before.some((one) => one.hash === hash))).toEqual([])
  })
})

/** The hashes can only be right if nothing that changes what a rule says is missing in its grounds. */
test('wherever one node differs: an unchanged key has the same question, and unread nodes change no key', () => {
  const before = ask(judged)
  const pointers = pointersIn(judged).filter((pointer) => pointer !== '')
  fc.assert(
    fc.property(
      fc.constantFrom(...pointers),
      fc.constantFrom(undefined, null, 0, '', '別', true, [], {}),
      (pointer, by) => {
        const after = ask(replacedAt(judged, keysOf(pointer), by))
        for (const question of after) {
          const same = before.find(({ hash }) => hash === question.hash)
          if (same === undefined) continue
          expect(question.question).toBe(same.question)
          expect(question.facts).toEqual(same.facts)
        }
        for (const question of before) {
          const isRead = [question.pointer, ...question.facts.map((fact) => fact.pointer)].some(
            (read) => `${pointer}/`.startsWith(`${read}/`) || `${read}/`.startsWith(`${pointer}/`),
          )
          // A list that lost an item, or a mapping that others are read below, may change any question.
          const said = after.some((one) => one.rule === question.rule && one.pointer === question.pointer)
          if (!isRead && said && by !== undefined) expect(after.map(({ hash }) => hash)).toContain(question.hash)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('the watched rules say what the rules say, whatever stands in the file', () => {
  const pointers = pointersIn(fullest)
  fc.assert(
    fc.property(fc.constantFrom(...pointers), fc.constantFrom(undefined, null, 0, '', [], {}, ['x']), (pointer, by) => {
      const source = sourceOf(replacedAt(fullest, keysOf(pointer), by))
      if (!source.readable) return
      const said = judge(readingOf(source.value, source.refused), policies).flatMap(({ id, findings }) =>
        findings.filter(({ verdict }) => verdict === 'judgement').map(({ at, message }) => `${id} ${at} ${message}`),
      )
      expect(questionsOf(source, policies).map((one) => `${one.rule} ${one.pointer} ${one.question}`)).toEqual(said)
    }),
    { numRuns: 40 },
  )
})

describe('changes', () => {
  const change = (difference: object) =>
    questionsOfChange({ file, base: sourceOf(blameless), head: sourceOf(differing(blameless, difference)) }, policies)
  test('a correction is asked about, and rests on all that differs', () => {
    const one = change({ department: { contact: '内線 1' } })
    const two = change({ department: { contact: '内線 1', manager: '室長' } })
    expect(one.map((question) => question.rule)).toEqual(['09-procedure/correction'])
    expect(one[0]?.facts).toContainEqual({ pointer: '/department/contact', value: ['内線 1234', '内線 1'] })
    expect(two[0]?.hash).not.toBe(one[0]?.hash)
    expect(change({ department: { contact: '内線 1' } })).toEqual(one)
  })
  test('nothing is asked of what cannot be read or is gone', () => {
    expect(questionsOfChange({ file, base: sourceOf(blameless), head: null }, policies)).toEqual([])
    expect(questionsOfChange({ file, base: null, head: parseSource(file, '[') }, policies)).toEqual([])
  })
})

describe('keys', () => {
  const [one] = ask(judged)
  const question = (hash: string): Question => ({ ...one!, hash })
  const long = (start: string) => start.padEnd(64, '0')
  test('eight digits, more where two begin alike', () => {
    const open = openQuestions(
      ['aaaaaaaa1', 'aaaaaaaa2', 'bbbbbbbb'].map((start) => question(long(start))),
      [],
    )
    expect(open.map(({ key }) => key)).toEqual(['aaaaaaaa1', 'aaaaaaaa2', 'bbbbbbbb'])
  })
  test('what main has asked already is not asked again', () => {
    const settled = question(long('aaaaaaaa'))
    expect(openQuestions([settled, question(long('bbbbbbbb'))], [settled]).map(({ key }) => key)).toEqual(['bbbbbbbb'])
    expect(openQuestions(ask(judged), ask(judged))).toEqual([])
  })
  test('no key begins another one', () => {
    const hash = fc
      .stringMatching(/^[0-9a-f]{8}$/)
      .chain((start) => fc.stringMatching(/^[0-9a-f]{56}$/).map((end) => start + end))
    fc.assert(
      fc.property(fc.uniqueArray(hash, { maxLength: 30 }), (hashes) => {
        const keys = openQuestions(hashes.map(question), []).map(({ key }) => key)
        expect(keys.every((key) => keys.filter((other) => other.startsWith(key)).length === 1)).toBe(true)
      }),
    )
  })
})
