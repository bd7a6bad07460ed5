import ICAL from 'ical.js'
import { addDays } from '../calendar.ts'
import type { Deadline } from '../due.ts'
import { visible } from '../reporters/visible.ts'
import { wordSection, wordService } from '../reporters/words.ts'
import { wareki, weekday } from '../wareki.ts'

// A line that continues begins with a space, which the library does not count among its 75 octets.
ICAL.foldLength = 74

type Property = [name: string, parameters: object, type: string, value: string]
type Component = [name: string, properties: Property[], components: Component[]]

const text = (name: string, value: string): Property => [name, {}, 'text', value]
const date = (name: string, value: string): Property => [name, {}, 'date', value]

/** What falls due, as a calendar (RFC 5545) of whole days; the same files and day give the same bytes. */
export function exportIcs(deadlines: readonly Deadline[], asOf: string, soonDays: number): string {
  const properties: Property[] = [
    text('version', '2.0'),
    text('prodid', '-//shinsa//due//JA'),
    text('calscale', 'GREGORIAN'),
    text('method', 'PUBLISH'),
    ['x-wr-calname', {}, 'unknown', '外部サービスの期限'],
  ]
  const days = [...new Set([soonDays, lastReminder])].filter((before) => before > 0)
  const events = deadlines.map((deadline) => eventOf(deadline, asOf, days))
  return `${ICAL.stringify(['vcalendar', properties, events])}\r\n`
}

/** People are reminded when a day comes near, and once more a week before it. */
const lastReminder = 7

function eventOf(deadline: Deadline, asOf: string, reminders: readonly number[]): Component {
  const { due, departmentName, subject } = deadline
  const summary = `${subject}: ${wordService(deadline)}（${visible(departmentName)}）`
  const properties: Property[] = [
    text('uid', uidOf(deadline)),
    ['dtstamp', {}, 'date-time', `${asOf}T00:00:00Z`],
    date('dtstart', due),
    date('dtend', addDays(due, 1)),
    text('summary', summary),
    text('description', describe(deadline)),
    text('categories', visible(departmentName)),
    text('transp', 'TRANSPARENT'),
  ]
  const named = properties.filter(([, , , value]) => value !== '')
  return ['vevent', named, reminders.map((before) => alarmOf(before, summary))]
}

/** The same from day to day, so that a calendar knows its events again. */
const uidOf = ({ file, pointer, item, due }: Deadline): string => `${encodeURI(file)}${pointer}-${item}-${due}@shinsa`

const describe = ({ due, remedy, section, file }: Deadline): string =>
  [`期限 ${wareki(due)}（${weekday(due)}）`, remedy, wordSection(section), visible(file)].join('\n')

/** At nine in the morning, so many days before. */
const alarmOf = (days: number, summary: string): Component => [
  'valarm',
  [text('action', 'DISPLAY'), text('description', summary), ['trigger', {}, 'duration', `-P${days - 1}DT15H`]],
  [],
]
