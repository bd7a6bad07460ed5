import { isDay } from '../src/calendar.ts'
import { parseJapaneseDate } from '../src/wareki.ts'
import { UsageError } from './usage.ts'

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' })

/** The day in Tokyo, wherever the computer stands; the only place that reads a clock. */
export const today = (): string => calendar.format(new Date())

/** The day in Tokyo of a time in seconds, as git has it. */
export const dayOf = (seconds: number): string => calendar.format(new Date(seconds * 1000))

/** The day of an option; throws a UsageError where there is no such day. */
export function readDay(option: string, written: string): string {
  if (isDay(written)) return written
  const meant = parseJapaneseDate(written)
  const hint = meant === null ? '2026-12-01 のように書いてください。' : `もしかして ${meant} ですか。`
  throw new UsageError(`${option} の「${written}」は日付として読めません。${hint}`)
}
