import { csvOf } from '../../scripts/csv.ts'
import { byDay } from '../../src/due.ts'
import { dueTable } from '../../src/exporters/due-table.ts'
import { exportIcs } from '../../src/exporters/ics.ts'
import type { Site } from '../site.ts'

/** What falls due, to take away: all of it, and for the calendar also section by section. */
export function deadlinesData({ uses, asOf, context }: Site): Record<string, string> {
  const deadlines = uses.flatMap(({ due }) => due).sort(byDay)
  const { soonDays } = context.policies.calendar
  const sections = [...new Set(deadlines.map(({ department }) => department))]
  return {
    'deadlines.ics': exportIcs(deadlines, asOf, soonDays),
    'deadlines.csv': csvOf(dueTable(deadlines, asOf)),
    ...Object.fromEntries(
      sections.map((slug) => {
        const own = deadlines.filter(({ department }) => department === slug)
        return [`deadlines/${slug}.ics`, exportIcs(own, asOf, soonDays)]
      }),
    ),
  }
}
