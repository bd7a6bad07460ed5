import { expect, test } from 'vitest'
import { registerRow } from './register.ts'
import { parseSource } from './source/document.ts'
import { blameless, differing } from './testing/blameless.ts'
import { sampleContext, sampleRegister } from './testing/register.ts'

const { rows } = sampleRegister()
const rowOf = (file: string) => rows.find((row) => row.file === `services/${file}.yml`)!
const rowFrom = (given: object, asOf = '2026-12-01') =>
  registerRow(parseSource('services/koho/a.yml', JSON.stringify(differing(blameless, given))), 'services/koho/a.yml', {
    ...sampleContext,
    asOf,
  })

test.each([
  ['bunka/yoyaku', 'in-use'],
  ['koho/stopped', 'suspended'],
  ['koho/form', 'exempt'],
  ['kikaku/genai', 'applied'],
  ['kikaku/later', 'not-begun'],
  ['kikaku/refused', 'rejected'],
  ['kyoiku-somu/drill', 'out-of-scope'],
  ['shokuin/lgwan', 'prohibited'],
  ['shokuin/half', 'incomplete'],
  ['zaisei/ended', 'ended'],
  ['zaisei/ending', 'in-use'],
  ['zeimu/broken', 'unreadable'],
])('%s の状態は %s', (file, status) => expect(rowOf(file).status).toBe(status))

const suspension = { date: '2026-11-20', reason: '止めたため。', until: '2027-01-31' }
test.each([
  ['2026-11-19', {}, 'in-use'],
  ['2026-11-20', {}, 'suspended'],
  ['2027-01-31', {}, 'suspended'],
  ['2027-02-01', {}, 'in-use'],
  ['2099-01-01', { until: null }, 'suspended'],
  ['2026-12-01', { date: '2026-02-30' }, 'suspended'],
])('%s に %o の利用停止は %s', (asOf, given, status) =>
  expect(rowFrom({ suspension: { ...suspension, ...given } }, asOf).status).toBe(status))

test('利用停止は、申請不要の利用でも、可否決定を待つ利用でも見える', () => {
  expect(rowFrom({ suspension, use: { exemption: 'logo-form' } }).status).toBe('suspended')
  expect(rowFrom({ suspension, application: { informatizationPlan: { decision: 'pending' } } }).status).toBe(
    'suspended',
  )
  expect(rowFrom({ suspension, use: { networks: ['mynumber'] } }).status).toBe('suspended')
})

test('終了した日から終了で、利用停止より強い', () => {
  const termination = { date: '2027-03-31' }
  expect(rowFrom({ termination }, '2027-03-30').status).toBe('in-use')
  expect(rowFrom({ termination, suspension: { date: '2027-01-01' } }, '2027-03-31').status).toBe('ended')
})

test('課は、その日の名で呼ぶ', () => {
  const departments = [
    { slug: 'koho', name: '広報課', from: '2024-04-01', to: '2026-03-31' },
    { slug: 'koho', name: '広聴広報課', from: '2026-04-01', to: null },
  ]
  const named = (asOf: string) =>
    registerRow(parseSource('services/koho/a.yml', JSON.stringify(blameless)), 'services/koho/a.yml', {
      ...sampleContext,
      departments,
      asOf,
    }).departmentName
  expect([named('2024-03-31'), named('2026-03-31'), named('2026-04-01')]).toEqual([
    '総務部 総務課',
    '広報課',
    '広聴広報課',
  ])
})

test('最後の点検と、次にすること', () => {
  const { lastCheck, lastConfirmation, nextDue, nextCheck } = rowOf('bunka/yoyaku')
  expect(lastCheck).toEqual({ form: 5, date: '2025-10-30', by: '主査', confirmed: '2025-11-04', open: 1 })
  expect(lastConfirmation).toEqual({ date: '2026-08-03', status: 'in-use' })
  expect(nextDue).toEqual(nextCheck)
  expect(nextCheck).toMatchObject({ item: 'form5', due: '2026-10-30', state: 'due' })
})

test('読めない項目は、ほかの項目を隠さない', () => {
  const row = rowFrom({
    service: { class: 'クラウド' },
    checks: [{ form: 5 }, { form: 7, date: '2026-10-01', items: [] }],
  })
  expect(row).toMatchObject({
    class: null,
    name: '例示サービス',
    status: 'incomplete',
    lastCheck: { date: '2026-10-01' },
  })
})

test('許可とその条件は、台帳から。台帳がなければ、ない', () => {
  expect(rowOf('bunka/yoyaku').permission).toEqual({
    state: 'permitted',
    record: 'D-2026-000001',
    date: '2026-07-01',
    conditions: [
      {
        rule: '03-scope/network-matrix',
        pointer: '/use/networks/0',
        reason: '令和8年度末までに\n見直す。',
        record: 'D-2026-000001',
        date: '2026-07-01',
        due: '2027-03-31',
      },
    ],
  })
  expect(rowOf('kikaku/later').permission?.state).toBe('unconfirmed')
  expect(rowOf('koho/form').permission?.state).toBe('none')
  const without = sampleRegister({ ...sampleContext, records: null })
  expect(without.rows.every(({ permission }) => permission === null)).toBe(true)
})
