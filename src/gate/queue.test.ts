import { describe, expect, test } from 'vitest'
import { dayInJapan } from '../calendar.ts'
import { businessDaysBetween, isBusinessDay, queueOf } from './queue.ts'

describe('開庁日', () => {
  test.each([
    ['2026-11-20', true, '金曜日'],
    ['2026-11-21', false, '土曜日'],
    ['2026-11-22', false, '日曜日'],
    ['2026-11-23', false, '勤労感謝の日'],
    ['2026-11-24', true, '火曜日'],
    ['2026-12-28', true, '御用納め'],
    ['2026-12-29', false, '年末'],
    ['2026-12-31', false, '年末'],
    ['2027-01-01', false, '元日'],
    ['2027-01-03', false, '年始'],
    ['2027-01-04', true, '御用始め'],
    ['2026-09-22', false, '祝日に挟まれた日'],
    ['2019-05-06', false, '振替休日'],
  ])('%s %s %s', (day, isOpen) => expect(isBusinessDay(day)).toBe(isOpen))
})

describe('経過した開庁日', () => {
  test.each([
    ['2026-11-24', '2026-11-24', 0, '当日'],
    ['2026-11-24', '2026-11-25', 1, '翌日'],
    ['2026-11-20', '2026-11-24', 1, '三連休をまたぐ'],
    ['2026-11-21', '2026-11-24', 1, '土曜日に出す'],
    ['2026-12-28', '2027-01-04', 1, '年末年始をまたぐ'],
    ['2026-11-24', '2026-12-01', 5, '一週間'],
    ['2026-11-24', '2026-11-20', 0, '日付が逆'],
  ])('%s から %s まで %i 日（%s）', (from, to, days) => expect(businessDaysBetween(from, to)).toBe(days))
})

test('時刻は日本の日付で読む', () => {
  expect(dayInJapan('2026-11-24T14:59:59Z')).toBe('2026-11-24')
  expect(dayInJapan('2026-11-24T15:00:00Z')).toBe('2026-11-25')
  expect(dayInJapan('2026-12-31T23:00:00Z')).toBe('2027-01-01')
})

describe('順番', () => {
  const waiting = [
    { number: 9, createdAt: '2026-11-20T01:00:00Z' },
    { number: 7, createdAt: '2026-11-24T01:00:00Z' },
    { number: 8, createdAt: '2026-11-24T01:00:00Z' },
  ]
  test.each([
    [9, 1, 2],
    [7, 2, 1],
    [8, 3, 1],
  ])('%i 番は %i 番目で、%i 日経過', (number, position, days) =>
    expect(queueOf(number, waiting, '2026-11-25')).toEqual({ position, waiting: 3, days }))
  test('待っていなければ、順番はない', () => expect(queueOf(1, waiting, '2026-11-25')).toBeNull())
})
