import holidays from '@holiday-jp/holiday_jp'
import { addDays, dayInJapan, daysBetween } from '../calendar.ts'
import { byCodeUnit } from '../diagnostic.ts'
import { weekday } from '../wareki.ts'
import type { Queue } from './types.ts'

/** Whether the ward office is open: no weekend, no holiday, and not between 29 December and 3 January. */
export const isBusinessDay = (day: string): boolean =>
  !'土日'.includes(weekday(day)) && !isNewYear(day.slice(5)) && !holidays.isHoliday(day)

const isNewYear = (monthAndDay: string): boolean => monthAndDay >= '12-29' || monthAndDay <= '01-03'

/** How many business days have passed: those after `from`, up to and including `to`; none where `to` is no later. */
export function businessDaysBetween(from: string, to: string): number {
  const days = Math.max(0, daysBetween(from, to))
  let count = 0
  for (let ahead = 1; ahead <= days; ahead += 1) if (isBusinessDay(addDays(from, ahead))) count += 1
  return count
}

/** Something that waits for the section that examines. */
export type Waiting = { number: number; createdAt: string }

/** Who came first is served first; null where it does not wait. */
export function queueOf(number: number, waiting: readonly Waiting[], today: string): Queue | null {
  const inOrder = [...waiting].sort((a, b) => byCodeUnit(a.createdAt, b.createdAt) || a.number - b.number)
  const index = inOrder.findIndex((one) => one.number === number)
  const found = inOrder[index]
  if (found === undefined) return null
  return {
    position: index + 1,
    waiting: inOrder.length,
    days: businessDaysBetween(dayInJapan(found.createdAt), today),
  }
}
