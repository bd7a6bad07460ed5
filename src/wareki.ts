/** Days as people in a Japanese office write and read them; the core has no Date, and no clock. */
type Era = { name: string; letter: string; first: string; last: string | null }

const eras: readonly Era[] = [
  { name: '令和', letter: 'R', first: '2019-05-01', last: null },
  { name: '平成', letter: 'H', first: '1989-01-08', last: '2019-04-30' },
  { name: '昭和', letter: 'S', first: '1926-12-25', last: '1989-01-07' },
  { name: '大正', letter: 'T', first: '1912-07-30', last: '1926-12-24' },
  // Before its sixth year Japan counted days by the moon.
  { name: '明治', letter: 'M', first: '1873-01-01', last: '1912-07-29' },
]
const firstYearOf = ({ name, first }: Era): number => (name === '明治' ? 1868 : Number(first.slice(0, 4)))

const western = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const japanese = /^(令和|平成|昭和|大正|明治|[RHSTM])(元|\d{1,2})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/i

type Reading = { date: string; era: Era | null }

/** `R8.4.1`, `令和8年4月1日（水）`, `2026/4/1`, in full width or half, as `2026-04-01`; null where there is no such day. */
export function parseJapaneseDate(text: string): string | null {
  const read = readDate(text)
  return read === null || !isWithin(read) ? null : read.date
}

/** What somebody meant who wrote a day beyond its era, such as 平成32年4月1日; null where nothing can be said. */
export function hintForDate(text: string): string | null {
  const read = readDate(text)
  if (read === null || isWithin(read)) return null
  return `${read.era?.name}にこの日はありません。もしかして${wareki(read.date)}（${read.date}）ですか。`
}

function readDate(text: string): Reading | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/\([日月火水木金土]\)$/, '')
    .replaceAll(/[‐‑–—−ー]/g, '-')
  const [, year, month, day] = western.exec(plain) ?? compact.exec(plain) ?? []
  if (year !== undefined) return reading(Number(year), Number(month), Number(day), null)
  const [, name = '', count, monthOf, dayOf] = japanese.exec(plain) ?? []
  const era = eras.find((known) => known.name === name || known.letter === name.toUpperCase())
  const number = count === '元' ? 1 : Number(count)
  if (era === undefined || number === 0) return null
  return reading(firstYearOf(era) + number - 1, Number(monthOf), Number(dayOf), era)
}

function reading(year: number, month: number, day: number, era: Era | null): Reading | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return { date: `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`, era }
}

const isWithin = ({ date, era }: Reading): boolean =>
  era === null || (date >= era.first && (era.last === null || date <= era.last))

const twoDigits = (number: number): string => String(number).padStart(2, '0')
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The number of days of a month. */
export const daysIn = (year: number, month: number): number =>
  month === 2 ? 28 + Number(isLeap(year)) : 30 + Number([1, 3, 5, 7, 8, 10, 12].includes(month))

const partsOf = (iso: string): [number, number, number] => [
  Number(iso.slice(0, 4)),
  Number(iso.slice(5, 7)),
  Number(iso.slice(8, 10)),
]

/** 令和8年4月1日; the first year of an era is 元年, and days before all eras known here keep the western year. */
export function wareki(iso: string): string {
  const [year, month, day] = partsOf(iso)
  const era = eras.find(({ first }) => iso >= first)
  if (era === undefined) return `${year}年${month}月${day}日`
  const count = year - firstYearOf(era) + 1
  return `${era.name}${count === 1 ? '元' : count}年${month}月${day}日`
}

/** 令和8年4月. */
export const warekiMonth = (iso: string): string => wareki(iso).replace(/\d+日$/, '')

/** 令和8年度, by the year in which it begins; that of 2019 is called after the era which began in its second month. */
export const warekiYear = (year: number): string => wareki(`${year}-05-01`).replace(/年.*$/, '年度')

/** The western year in which the 年度 of a day began: on 1 April. */
export function fiscalYear(iso: string): number {
  const [year, month] = partsOf(iso)
  return month < 4 ? year - 1 : year
}

/** The day of the week, as one letter; after Zeller. */
export function weekday(iso: string): string {
  const [year, month, day] = partsOf(iso)
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month]
  const index =
    (day + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7
  return '土日月火水木金'.charAt(index)
}
