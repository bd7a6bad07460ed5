import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar } from '../policies/tables.ts'
import { addDays, addMonths, dayNumber, dayOf, daysBetween, dueState, fiscalYearsBegun, isDay } from './calendar.ts'

/** Days of the years 1 to 9998, by a clock that the core does not have. */
const days = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9998-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const clock = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

describe('addMonths', () => {
  test.each([
    ['2026-07-01', 12, '2027-07-01'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2027-02-28', 12, '2028-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-08-31', 15, '2027-11-30'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2027-01-01', -12, '2026-01-01'],
    ['2028-02-29', -12, '2027-02-28'],
    ['2026-07-01', 0, '2026-07-01'],
    ['2099-03-31', 12, '2100-03-31'],
    ['2096-02-29', 48, '2100-02-28'],
    ['9999-12-31', 12, '9999-12-31'],
  ])('%s の %d か月後は %s', (day, months, later) => expect(addMonths(day, months)).toBe(later))
})

test('dayOf は月の末日で止まる', () => {
  expect(dayOf(2026, 2, 31)).toBe('2026-02-28')
  expect(dayOf(800, 1, 2)).toBe('0800-01-02')
  expect(dayOf(9999, 11, 30)).toBe('9999-11-30')
})

test.each([
  ['2026-12-01', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-01', false],
  ['2026-01-00', false],
  ['2026-1-1', false],
  ['12026-01-01', false],
  ['2026-01-011', false],
  ['', false],
])('「%s」は日付か: %s', (text, answer) => expect(isDay(text)).toBe(answer))

describe('日数', () => {
  test.each([
    ['2026-12-01', '2026-12-01', 0],
    ['2026-12-01', '2027-01-30', 60],
    ['2027-03-31', '2027-04-01', 1],
    ['2028-02-28', '2028-03-01', 2],
    ['2100-02-28', '2100-03-01', 1],
    ['2019-04-30', '2019-05-01', 1],
    ['2026-12-01', '2026-10-30', -32],
  ])('%s から %s まで %d 日', (from, to, count) => expect(daysBetween(from, to)).toBe(count))

  test('時計を持つものと同じ数になる', () => {
    fc.assert(fc.property(days, days, (from, to) => daysBetween(from, to) === clock(to) - clock(from)))
  })
  test('数えた日は、足せば戻る', () => {
    fc.assert(
      fc.property(days, days, (from, to) => addDays(from, daysBetween(from, to)) === to),
      { numRuns: 1000 },
    )
  })
  test('400年のどの日も、次の日は一つ先である', () => {
    for (let day = '1896-02-28', count = 0; count < 146_097 + 10; count += 1) {
      const next = addDays(day, 1)
      if (dayNumber(next) !== dayNumber(day) + 1 || next <= day || !isDay(next)) expect([day, next]).toBe('連続する')
      day = next
    }
  })
})

describe('fiscalYearsBegun', () => {
  const duesOf = (from: string, to: string): string[] => fiscalYearsBegun(from, to, calendar).map(({ due }) => due)
  test.each([
    ['2026-03-31', '2026-03-31', []],
    ['2026-03-31', '2026-04-01', ['2026-08-31']],
    ['2026-04-01', '2027-03-31', ['2026-08-31']],
    ['2026-04-02', '2027-03-31', []],
    ['2026-04-02', '2028-04-01', ['2027-08-31', '2028-08-31']],
    ['2027-01-01', '2026-12-31', []],
  ])('%s から %s まで', (from, to, dues) => expect(duesOf(from, to)).toEqual(dues))

  test('年度の初日より前の月日は、次の年の日になる', () => {
    const february = { ...calendar, confirmation: { month: 2, day: 29 } }
    expect(fiscalYearsBegun('2026-04-01', '2027-04-01', february)).toEqual([
      { begins: '2026-04-01', due: '2027-02-28' },
      { begins: '2027-04-01', due: '2028-02-29' },
    ])
    const first = { ...calendar, confirmation: { month: 4, day: 1 } }
    expect(fiscalYearsBegun('2026-04-01', '2026-04-01', first)).toEqual([{ begins: '2026-04-01', due: '2026-04-01' }])
  })
})

describe('dueState', () => {
  test.each([
    // A fixed day.
    ['2026-12-01', null, '2026-10-01', 'open'],
    ['2026-12-01', null, '2026-10-02', 'soon'],
    ['2026-12-01', null, '2026-12-01', 'soon'],
    ['2026-12-01', null, '2026-12-02', 'overdue'],
    // About once a year.
    ['2026-10-30', '2025-10-30', '2026-08-30', 'open'],
    ['2026-10-30', '2025-10-30', '2026-08-31', 'soon'],
    ['2026-10-30', '2025-10-30', '2026-10-30', 'soon'],
    ['2026-10-30', '2025-10-30', '2026-10-31', 'due'],
    ['2026-10-30', '2025-10-30', '2027-01-30', 'due'],
    ['2026-10-30', '2025-10-30', '2027-01-31', 'overdue'],
    // The end of a short month.
    ['2029-02-28', '2028-02-29', '2029-05-29', 'due'],
    ['2029-02-28', '2028-02-29', '2029-05-30', 'overdue'],
    ['2027-11-30', '2026-11-30', '2028-02-29', 'due'],
    ['2027-11-30', '2026-11-30', '2028-03-01', 'overdue'],
  ])('%s（前回 %s）は、%s に %s', (due, last, asOf, state) => expect(dueState(due, last, asOf, calendar)).toBe(state))

  test('日が進んで、状態が戻ることはない', () => {
    const order = ['open', 'soon', 'due', 'overdue']
    fc.assert(
      fc.property(days, fc.boolean(), days, days, (last, periodic, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a]
        const at = (asOf: string): number =>
          order.indexOf(dueState(addMonths(last, 12), periodic ? last : null, asOf, calendar))
        return at(early) <= at(late)
      }),
    )
  })
})
