import { describe, expect, test } from 'vitest'
import type { Diagnostic, Verdict } from '../diagnostic.ts'
import { approvalCheck, gateCheck } from './check-names.ts'
import { approvalCheckOf, externalIdOf, faultChecks, gateCheckOf } from './checks.ts'
import type { Approval, Examination, PullRequest } from './types.ts'

const found = (verdict: Verdict, line: number, message = 'いけません。'): Diagnostic => ({
  file: 'services/koho/a.yml',
  line,
  column: 3,
  endLine: line,
  endColumn: 3,
  pointer: '/use',
  rule: '03-scope/network-matrix',
  verdict,
  message,
  remedy: '直してください。',
  section: '3',
})
const examination = (diagnostics: Diagnostic[], blockers: Examination['blockers'] = []): Examination => ({
  subject: 'services',
  touchesPolicy: false,
  files: [],
  diagnostics,
  judgements: [],
  blockers,
  similar: [],
  digests: { engine: 'e', rules: 'r' },
})
const gate = (given: Examination) => gateCheckOf(given, () => '接続元')
const approval = (given: Partial<Approval>): Approval => ({
  state: 'waiting',
  reasons: [],
  answers: [],
  kept: [],
  lapsed: [],
  unreadable: [],
  reviewers: [],
  ...given,
})

test('the names are those of the ruleset, composed', () => {
  for (const name of [gateCheck, approvalCheck]) expect(name).toBe(name.normalize('NFC'))
  expect([gateCheck, approvalCheck]).toEqual(['審査/policy-gate', '審査/承認'])
})

describe('審査/policy-gate', () => {
  test('judgements and advice let pass', () => {
    const check = gate(examination([found('judgement', 1), found('advice', 2)]))
    expect([check.conclusion, check.title]).toEqual(['success', '要修正はありません（要判断 1件、助言 1件）'])
  })
  test('one violation does not', () => {
    const check = gate(examination([found('violation', 1)]))
    expect([check.conclusion, check.title]).toEqual(['failure', '要修正 1件（要判断 0件、助言 0件）'])
  })
  test('nor does what stands in the way', () => {
    const blocker = {
      kind: 'mode',
      file: 'services/koho/a.yml',
      message: 'リンクは使えません。',
      remedy: null,
    } as const
    const check = gate(examination([], [blocker]))
    expect(check.conclusion).toBe('failure')
    expect(check.annotations).toMatchObject([
      { path: 'services/koho/a.yml', start_line: 1, annotation_level: 'failure' },
    ])
  })
  test('fifty lines are marked, the worst first, and how many are left out is said', () => {
    const many = [...Array(30).keys()].flatMap((line) => [
      found('advice', line + 1),
      found('violation', line + 1),
      found('judgement', line + 1),
    ])
    const { annotations, summary } = gate(examination(many))
    expect(annotations).toHaveLength(50)
    expect(annotations.slice(0, 30).every((one) => one.annotation_level === 'failure')).toBe(true)
    expect(annotations.slice(30).every((one) => one.annotation_level === 'warning')).toBe(true)
    expect(summary).toContain('ほかに40件')
    expect(gate(examination(many.slice(0, 50))).summary).not.toContain('ほかに')
  })
  test('texts that are too long, or that nobody sees, are made fit', () => {
    const [one] = gate(examination([found('violation', 1, `\u202e${'あ'.repeat(30_000)}`)])).annotations
    expect(one?.message.length).toBeLessThanOrEqual(16_000)
    expect(one?.message.startsWith('<U+202E>')).toBe(true)
    expect(one).toMatchObject({ start_column: 3, end_column: 3 })
  })
  test('however much stands in the way, the summary has room for it', () => {
    const blockers = [...Array(3000).keys()].map((number) => ({
      kind: 'path' as const,
      file: `services/${'あ'.repeat(1300)}${number}`,
      message: 'ファイルの置き場所か名前が決まりと違います。',
      remedy: '移してください。',
    }))
    const { title, summary, annotations } = gate(examination([], blockers))
    expect(title).toContain('要修正 3000件')
    expect(summary).toContain('\n\n- ほか2950件\n\n')
    expect(summary.length).toBeLessThan(65_535)
    expect(annotations).toHaveLength(50)
    const reasons = Array(3000).fill('hanako さんの承認は、数えません。')
    expect(approvalCheckOf(approval({ reasons }), examination([])).summary.length).toBeLessThan(65_535)
    const [fault] = faultChecks({ title: 'x', detail: 'あ'.repeat(100_000) })
    expect(fault?.summary.length).toBeLessThan(65_535)
  })
  test('a mark over several lines has no columns, which GitHub would refuse', () => {
    expect(gate(examination([{ ...found('violation', 1), endLine: 4 }])).annotations[0]).not.toHaveProperty(
      'start_column',
    )
  })
})

describe('審査/承認', () => {
  test.each([
    ['approved', 'success', '承認されました'],
    ['waiting', 'action_required', '承認を待っています'],
    ['refused', 'failure', 'このままでは承認できません'],
  ] as const)('%s', (state, conclusion, title) => {
    expect(approvalCheckOf(approval({ state }), examination([]))).toMatchObject({ conclusion, title, annotations: [] })
  })
  test('what others wrote is code', () => {
    const { summary } = approvalCheckOf(approval({ reasons: ['[x](https://example.com) @all'] }), examination([]))
    expect(summary).toContain('- ` [x](https://example.com) @all `')
  })
})

test('a fault fails both', () => {
  const checks = faultChecks({ title: 'x'.repeat(500), detail: 'なぜか' })
  expect(checks.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    [gateCheck, 'failure'],
    [approvalCheck, 'failure'],
  ])
  expect(checks[0]?.title.length).toBeLessThanOrEqual(255)
})

test('the same judgement of the same content has the same id', () => {
  const pull = { base: 'b', head: 'h', tip: 't' } as PullRequest
  const id = externalIdOf(examination([found('advice', 1)]), pull)
  expect(externalIdOf(examination([found('advice', 1)]), { ...pull, tip: 'u' })).toBe(id)
  expect(externalIdOf(examination([found('advice', 2)]), pull)).not.toBe(id)
  for (const other of [{ base: 'x' }, { head: 'x' }])
    expect(externalIdOf(examination([found('advice', 1)]), { ...pull, ...other })).not.toBe(id)
})
