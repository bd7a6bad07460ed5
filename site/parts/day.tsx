import { isDay } from '../../src/calendar.ts'
import { wareki, weekday } from '../../src/wareki.ts'

/** A day as people read it, 「令和8年11月24日(火)」, and as machines do. */
export const Day = ({ day, short = false }: { day: string; short?: boolean }) => (
  <time dateTime={day}>{isDay(day) && !short ? `${wareki(day)}(${weekday(day)})` : day}</time>
)
