import { describe, expect, test } from 'vitest'
import { judge, readingOf } from '../../src/check.ts'
import { blameless, differing } from '../../src/testing/blameless.ts'
import { policies } from '../index.ts'

const check = (form: unknown, date: string, rest: object = {}) => ({ form, date, ...rest, items: [] })
function placesOf(rule: string, given: Record<string, unknown>): string[] {
  const found = judge(readingOf(differing(blameless, given)), policies).find(({ id }) => id === rule)!
  return found.findings.map(({ at }) => at)
}

describe('読めない記録は、読める記録の誤りを隠さず、ないものとも数えない', () => {
  test('点検の順', () => {
    const checks = ['x', check(7, '2027-07-01'), check(7, '2027-06-30')]
    expect(placesOf('14-monitoring/check-order', { checks })).toEqual(['/checks/2/date'])
  })

  test('管理者の確認', () => {
    const checks = [
      check(7, '7月1日', { confirmed: '2027-07-01' }),
      check(7, '2028-07-01', { confirmed: '2028-06-01' }),
    ]
    expect(placesOf('14-monitoring/confirmed-by-manager', { checks })).toEqual(['/checks/1/confirmed'])
  })

  test('利用状況の確認', () => {
    const confirmations = [
      { date: '夏', status: 'in-use' },
      { date: '2027-08-02', status: 'in-use' },
      { date: '2026-08-02', status: 'ended' },
    ]
    const places = ['/confirmations/2/date', '/confirmations/2/status']
    expect(placesOf('14-monitoring/confirmations', { confirmations })).toEqual(places)
  })

  test('様式4', () => {
    const checks = [check('四', '2026-06-28'), check(5, '2026-07-01')]
    expect(placesOf('11-operation/after-introduction', { checks })).toEqual([])
  })

  test('様式6', () => {
    const checks = [check('六', '2027-03-31')]
    const given = { information: { kinds: ['personal'] }, checks, termination: { date: '2027-03-31' } }
    expect(placesOf('12-disposal/before-termination', given)).toEqual([])
  })
})

test('様式4がない様式5は、一つずつ言う', () => {
  const checks = [check(5, '2026-07-01'), check(5, '2027-07-01')]
  expect(placesOf('11-operation/after-introduction', { checks })).toEqual(['/checks/0', '/checks/1'])
})

test('最後でない記録の様式は問わない', () => {
  const checks = [check(5, '2026-07-01'), check(4, '2026-07-01'), check(7, '2027-07-01')]
  expect(placesOf('14-monitoring/right-form', { checks })).toEqual([])
})
