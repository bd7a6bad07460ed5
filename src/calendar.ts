/** Days are 'YYYY-MM-DD' strings, which compare as they stand; the core has no Date, and no clock. */
import type { DueState } from './generated/service.ts'
import { daysIn } from './wareki.ts'

/** The numbers of policies/14-monitoring/calendar.yml. */
export type CalendarNumbers = {
  monthsBetweenChecks: number
  soonDays: number
  overdueMonths: number
  confirmation: MonthAndDay
  fiscalYear: MonthAndDay
}
export type MonthAndDay = { month: number; day: number }

const lastYear = 9999

/** A day of the month, at most its last one. */
export const dayOf = (year: number, month: number, day: number): string =>
  year > lastYear
    ? `${lastYear}-12-31`
    : `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(Math.min(day, daysIn(year, month)))}`

const twoDigits = (number: number): string => String(number).padStart(2, '0')
const partsOf = (day: string): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
]
const yearOf = (day: string): number => partsOf(day)[0]

/** Whether there is such a day: 2026-02-30 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = partsOf(text)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** The same day of a later month, or the last day of a month that is too short. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = partsOf(day)
  const count = year * 12 + month - 1 + months
  return dayOf(Math.floor(count / 12), (count % 12) + 1, date)
}

// Years are counted from March, so that a leap day is the last of its year.
const daysOfEra = 146_097
const daysBeforeMonth = (monthsSinceMarch: number): number => Math.floor((153 * monthsSinceMarch + 2) / 5)
const daysBeforeYear = (year: number): number =>
  year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)

/** The number of a day in the proleptic Gregorian calendar. */
export function dayNumber(day: string): number {
  const [year, month, date] = partsOf(day)
  return daysBeforeYear(month < 3 ? year - 1 : year) + daysBeforeMonth((month + 9) % 12) + date - 1
}

/** How many days `to` lies after `from`; negative where it lies before. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

export function addDays(day: string, days: number): string {
  const number = dayNumber(day) + days
  const guess = Math.floor((number * 400) / daysOfEra)
  const year = daysBeforeYear(guess + 1) <= number ? guess + 1 : guess
  const sinceMarch = number - daysBeforeYear(year)
  const months = Math.floor((5 * sinceMarch + 2) / 153)
  const date = sinceMarch - daysBeforeMonth(months) + 1
  return months < 10 ? dayOf(year, months + 3, date) : dayOf(year + 1, months - 9, date)
}

/** A 年度 that has begun, and the day in it by which something is to be done once. */
export type FiscalYear = { begins: string; due: string }

/** Every 年度 that began between two days, both of them included. */
export function fiscalYearsBegun(
  from: string,
  to: string,
  { fiscalYear, confirmation }: CalendarNumbers,
): FiscalYear[] {
  const years: FiscalYear[] = []
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const begins = dayOf(year, fiscalYear.month, fiscalYear.day)
    if (begins < from || begins > to) continue
    const due = dayOf(year, confirmation.month, confirmation.day)
    years.push({ begins, due: due < begins ? dayOf(year + 1, confirmation.month, confirmation.day) : due })
  }
  return years
}

/**
 * How near a day is. What is due about once a year has the record from which it counts (`last`), and some time beyond
 * its day; any other day is fixed, and overdue on the next.
 */
export function dueState(
  due: string,
  last: string | null,
  asOf: string,
  { soonDays, overdueMonths }: CalendarNumbers,
): DueState {
  if (asOf <= due) return daysBetween(asOf, due) > soonDays ? 'open' : 'soon'
  return last !== null && asOf <= addMonths(last, overdueMonths) ? 'due' : 'overdue'
}

/** The day in Japan of a time as GitHub writes it, in UTC: 2026-11-24T15:00:00Z is the 25th. */
export function dayInJapan(instant: string): string {
  const day = instant.slice(0, 10)
  return Number(instant.slice(11, 13)) >= 15 ? addDays(day, 1) : day
}
