import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  daysIn,
  fiscalYear,
  hintForDate,
  parseJapaneseDate,
  wareki,
  warekiMonth,
  warekiYear,
  weekday,
} from './wareki.ts'

const days = fc
  .date({ min: new Date('1600-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const erasOnly = days.filter((day) => day >= '1873-01-01' && day < '2118-01-01')

test.each([
  ['R8.4.1', '2026-04-01'],
  ['r8/4/1', '2026-04-01'],
  ['R08.04.01', '2026-04-01'],
  ['令和8年4月1日', '2026-04-01'],
  ['令和８年４月１日（水）', '2026-04-01'],
  [' 令和 8年 4月 1日 ', '2026-04-01'],
  ['Ｒ８．４．１', '2026-04-01'],
  ['2026-04-01', '2026-04-01'],
  ['２０２６－０４－０１', '2026-04-01'],
  ['2026/4/1', '2026-04-01'],
  ['2026.4.1', '2026-04-01'],
  ['2026年4月1日', '2026-04-01'],
  ['20260401', '2026-04-01'],
  ['令和元年5月1日', '2019-05-01'],
  ['R1.5.1', '2019-05-01'],
  ['H31.4.30', '2019-04-30'],
  ['平成元年1月8日', '1989-01-08'],
  ['S64.1.7', '1989-01-07'],
  ['昭和元年12月25日', '1926-12-25'],
  ['大正15年12月24日', '1926-12-24'],
  ['T1.7.30', '1912-07-30'],
  ['明治45年7月29日', '1912-07-29'],
  ['M6.1.1', '1873-01-01'],
  ['2028-02-29', '2028-02-29'],
])('%s は %s', (written, day) => expect(parseJapaneseDate(written)).toBe(day))

test.each([
  '',
  '今日',
  '2026',
  '2026-4',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-04-00',
  '1900-02-29',
  '令和2020年4月1日',
  '令和0年4月1日',
  'R8.4',
  'X8.4.1',
  '8年4月1日',
  '令和8年4月1日頃',
  '2026-04-01T00:00',
  '平成32年2月30日',
  '2026-4月1日に',
])('%s は日付ではない', (written) => {
  expect(parseJapaneseDate(written)).toBeNull()
  expect(hintForDate(written)).toBeNull()
})

test.each([
  ['平成32年4月1日', '平成にこの日はありません。もしかして令和2年4月1日（2020-04-01）ですか。'],
  ['H31.5.1', '平成にこの日はありません。もしかして令和元年5月1日（2019-05-01）ですか。'],
  ['R1.4.30', '令和にこの日はありません。もしかして平成31年4月30日（2019-04-30）ですか。'],
  ['昭和64年1月8日', '昭和にこの日はありません。もしかして平成元年1月8日（1989-01-08）ですか。'],
  ['明治5年12月3日', '明治にこの日はありません。もしかして1872年12月3日（1872-12-03）ですか。'],
])('%s は元号の外の日', (written, hint) => {
  expect(parseJapaneseDate(written)).toBeNull()
  expect(hintForDate(written)).toBe(hint)
})

test('読める日に手がかりは要らない', () => expect(hintForDate('R8.4.1')).toBeNull())

test('和暦は、読み直すと同じ日になる', () => {
  fc.assert(fc.property(erasOnly, (day) => void expect(parseJapaneseDate(wareki(day))).toBe(day)))
})

test('曜日は、こよみの計算と同じ', () => {
  fc.assert(fc.property(days, (day) => void expect(weekday(day)).toBe('日月火水木金土'[new Date(day).getUTCDay()])))
})

test('月の日数は、こよみの計算と同じ', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1600, max: 2999 }),
      fc.integer({ min: 1, max: 12 }),
      (year, month) => void expect(daysIn(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate()),
    ),
  )
})

test.each([
  ['2026-03-31', 2025],
  ['2026-04-01', 2026],
  ['2026-12-31', 2026],
  ['2027-01-01', 2026],
])('%s は %i年度', (day, year) => expect(fiscalYear(day)).toBe(year))

test.each([
  ['2026-12-31', '令和8年12月'],
  ['2019-05-01', '令和元年5月'],
  ['2019-04-30', '平成31年4月'],
])('%s は %s', (day, month) => expect(warekiMonth(day)).toBe(month))

test.each([
  [2026, '令和8年度'],
  [2019, '令和元年度'],
  [2020, '令和2年度'],
])('%i年の4月から始まるのは %s', (year, name) => expect(warekiYear(year)).toBe(name))
