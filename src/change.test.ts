import { describe, expect, test } from 'vitest'
import { policies } from '../policies/index.ts'
import { changeOf, judgeChanges } from './change.ts'
import { checkService } from './check.ts'
import { parseSource, type SourceDocument } from './source/document.ts'
import { blameless, differing } from './testing/blameless.ts'
import type { Difference } from './testing/cases.ts'

const file = 'services/soumu/iken.yml'
const stateOf = (difference: Difference | string | null): SourceDocument | null => {
  if (difference === null) return null
  return parseSource(
    file,
    typeof difference === 'string' ? difference : JSON.stringify(differing(blameless, difference)),
  )
}
const change = (base: Difference | string | null, head: Difference | string | null) =>
  changeOf({ base: stateOf(base), head: stateOf(head) }, policies)
const check = (form: number, date: string) => ({ form, date, items: [] })
const termination = { date: '2027-03-31', data: { note: '保存なし' } }

describe('変更の種類', () => {
  const confirmations = [{ date: '2026-08-03', status: 'in-use' }]
  test.each<[string, Difference | string | null, Difference | string | null]>([
    ['new', null, {}],
    ['new', null, 'service: ['],
    ['removal', {}, null],
    ['removal', 'service: [', null],
    ['new', { use: { exemption: 'telecom' } }, {}],
    ['new', { use: { governedBy: 'sns-guideline' } }, { service: { plan: '上位' }, termination }],
    ['correction', { use: { exemption: 'telecom' } }, { use: { exemption: 'post' } }],
    ['termination', {}, { termination, checks: [check(7, '2027-03-01')], service: { plan: '上位' } }],
    ['renewal', {}, { service: { plan: '上位' }, checks: [check(7, '2027-03-01')] }],
    ['check', {}, { checks: [check(7, '2027-03-01')], department: { contact: '内線 1' } }],
    ['check', {}, { confirmations }],
    ['correction', { confirmations }, { confirmations: [{ date: '2026-08-04', status: 'in-use' }] }],
    ['correction', { confirmations }, {}],
    ['correction', { termination }, {}],
    ['correction', {}, 'service: ['],
    ['correction', 'service: [', {}],
    ['correction', {}, '[]'],
    ['correction', '[]', {}],
  ])('%s: %j → %j', (transition, base, head) => expect(change(base, head).transition).toBe(transition))
})

describe('変わったところ', () => {
  const places = (base: Difference, head: Difference) =>
    change(base, head).changed.map(({ pointer, at }) => [pointer, at])

  test('書かれた順に、消えたものは最後に', () => {
    const head = { use: { users: null, purpose: '変えた。' }, service: { name: '変えた' }, information: null }
    expect(places({}, head)).toEqual([
      ['/service/name', '/service/name'],
      ['/use/purpose', '/use/purpose'],
      ['/use/users', '/use'],
    ])
  })

  test('一覧の順は問わない', () => {
    expect(places({ use: { networks: ['internet', 'lgwan'] } }, { use: { networks: ['lgwan', 'internet'] } })).toEqual(
      [],
    )
    const pair: [string, string] = ['/use/networks', '/use/networks']
    expect(places({ use: { networks: ['internet', 'lgwan'] } }, { use: { networks: ['lgwan', 'mynumber'] } })).toEqual([
      pair,
    ])
    expect(places({ use: { networks: ['internet', 'lgwan'] } }, {})).toEqual([pair])
  })

  test('書かないことと既定の値とは同じ', () => {
    expect(places({ use: { generativeAi: null } }, { use: { generativeAi: false, exemption: null } })).toEqual([])
  })

  test('記録の一覧は一つずつ', () => {
    const [first, second] = [check(7, '2027-07-01'), check(7, '2028-07-01')]
    expect(places({ checks: [first] }, { checks: [first, second] })).toEqual([['/checks/1', '/checks/1']])
    expect(places({ checks: [first, second] }, { checks: [first] })).toEqual([['/checks/1', '/checks']])
    expect(places({ checks: [first] }, { checks: [] })).toEqual([['/checks/0', '/checks']])
    expect(places({}, { checks: [first] })).toEqual([['/checks', '/checks']])
    expect(places({ checks: [first] }, {})).toEqual([['/checks', '']])
  })
})

describe('読めないところは、変更とは言わない', () => {
  const judged = (head: Difference) => {
    const source = stateOf(head)!
    const { diagnostics } = judgeChanges([{ file, base: stateOf({}), head: source }], policies)
    return [...checkService(source, policies).diagnostics, ...diagnostics].map(
      ({ rule, pointer }) => `${rule} ${pointer}`,
    )
  }
  test.each<[string, Difference, string]>([
    ['区分', { service: { class: 'clowd' } }, 'schema /service/class'],
    ['接続元', { use: { networks: ['internet', 'lgwam'] } }, 'schema /use/networks/1'],
    [
      '法人番号',
      { service: { provider: { corporateNumber: '123', name: '別の名前' } } },
      'schema /service/provider/corporateNumber',
    ],
    ['終了', { termination: 3 }, 'schema /termination'],
    ['点検', { checks: 3 }, 'schema /checks'],
    ['点検の日', { checks: [check(7, '7月1日')] }, 'schema /checks/0/date'],
    ['サービスの全体', { service: 3 }, 'schema /service'],
    ['余分な項目', { extra: 3 }, 'schema /extra'],
  ])('%s', (_, head, only) => {
    expect(
      judged(head).filter(
        (line) => !line.startsWith('13-') && line !== '09-procedure/correction /service/provider/name',
      ),
    ).toEqual([only])
  })
})

test('動かしたファイルは、元の場所でだけ言う', () => {
  const { diagnostics } = judgeChanges(
    [
      { file: 'services/a/x.yml', base: null, head: stateOf({ termination }) },
      { file, base: stateOf({}), head: null },
      { file: 'services/z/x.yml', base: null, head: stateOf({ service: { name: '別のサービス' }, termination }) },
    ],
    policies,
  )
  expect(diagnostics.map((found) => `${found.file} ${found.rule}`)).toEqual([
    `${file} 09-procedure/removal`,
    'services/z/x.yml 09-procedure/new',
  ])
})

test('名前の分からないファイルは、動かしたものとは言わない', () => {
  const { diagnostics } = judgeChanges(
    [
      { file: 'services/a/x.yml', base: null, head: stateOf({ service: { name: null }, termination }) },
      { file, base: stateOf({ service: { name: null } }), head: null },
    ],
    policies,
  )
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['09-procedure/new', '09-procedure/removal'])
})
