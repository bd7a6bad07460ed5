import { addDays, addMonths, dayOf, isDay } from './calendar.ts'
import { daysIn, fiscalYear, parseJapaneseDate } from './wareki.ts'

/** The day by which a sentence wants something done: the first after `from` that it names; null where it names none. */
export function namedDay(sentence: string, from: string): string | null {
  const text = sentence.normalize('NFKC').replaceAll(/\s/g, '')
  const days = ways.flatMap(([pattern, read]) => [...text.matchAll(pattern)].map((found) => read(found, from)))
  return days.filter((day) => day !== null && isDay(day) && day > from).sort()[0] ?? null
}

type Way = readonly [pattern: RegExp, read: (found: RegExpExecArray, from: string) => string | null]

const year = '(\\d{4}|(?:令和|平成|[RH])(?:元|\\d{1,2}))'
const end = '(?:末|中|内|まで|迄)'

const ways: readonly Way[] = [
  // 令和9年3月31日, R9.3.31, 2027-03-31
  [new RegExp(`${year}[年./-](\\d{1,2})[月./-](\\d{1,2})(?!\\d)日?`, 'gi'), ([written]) => parseJapaneseDate(written)],
  // 令和9年3月末; a month alone means its last day
  [
    new RegExp(`${year}年(\\d{1,2})月(?!\\d)`, 'gi'),
    ([, of = '', month]) => lastOfMonth(westernYear(of), Number(month)),
  ],
  [new RegExp(`${year}年度${end}`, 'gi'), ([, of = '']) => lastOfFiscalYear(westernYear(of))],
  [new RegExp(`${year}年${end}`, 'gi'), ([, of = '']) => lastOfMonth(westernYear(of), 12)],
  [
    /(?<![\d元])(来|翌|次)?年度(?:末|中|内)/g,
    ([, next], from) => lastOfFiscalYear(fiscalYear(from) + (next === undefined ? 0 : 1)),
  ],
  [
    /(?<![\d元])(来|翌)?年(?:末|中|内)/g,
    ([, next], from) => lastOfMonth(yearOf(from) + (next === undefined ? 0 : 1), 12),
  ],
  [/(?<![年\d])(\d{1,2})月(\d{1,2})日/g, ([, month, date], from) => nextDay(Number(month), Number(date), from)],
  [/(?<![年\d])(\d{1,2})月(?:末|中|まで|迄)/g, ([, month], from) => nextDay(Number(month), 31, from)],
  [/(\d{1,3})(?:か|カ|ヶ|ケ|箇|ヵ)?月(?:以内|後)/g, ([, count], from) => addMonths(from, Number(count))],
  [/半年(?:以内|後)/g, (_, from) => addMonths(from, 6)],
  [/(\d{1,2})年(?:以内|後)/g, ([, count], from) => addMonths(from, Number(count) * 12)],
  [/(\d{1,2})週間(?:以内|後)/g, ([, count], from) => addDays(from, Number(count) * 7)],
  [/(\d{1,3})日(?:以内|後)/g, ([, count], from) => addDays(from, Number(count))],
]

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** The year of 令和9 or R9, or of 2027 as it stands. */
const westernYear = (written: string): number =>
  /^\d{4}$/.test(written) ? Number(written) : yearOf(parseJapaneseDate(`${written}年12月31日`) ?? '0000')

const lastOfMonth = (of: number, month: number): string | null =>
  month < 1 || month > 12 ? null : dayOf(of, month, daysIn(of, month))
const lastOfFiscalYear = (of: number): string => dayOf(of + 1, 3, 31)

function nextDay(month: number, date: number, from: string): string | null {
  if (month < 1 || month > 12 || date < 1) return null
  const day = dayOf(yearOf(from), month, date)
  return day > from ? day : dayOf(yearOf(from) + 1, month, date)
}
