import { policies } from '../policies/index.ts'
import { departments } from '../policies/tables.ts'
import { addDays } from '../src/calendar.ts'
import { byDay, type Deadline } from '../src/due.ts'
import { dueTable } from '../src/exporters/due-table.ts'
import { deadlinesOf } from '../src/register.ts'
import { type DueReport, dueJson, dueTerminal } from '../src/reporters/due.ts'
import type { SourceDocument } from '../src/source/document.ts'
import { idsOf } from '../src/vocabulary.ts'
import type { Arguments } from './arguments.ts'
import { readDay, today } from './day.ts'
import { hintAt, wordAll } from './meant.ts'
import { readDepartment } from './register/department.ts'
import { dueHere } from './register/here.ts'
import { conclude, screen } from './report.ts'
import { readSources } from './sources.ts'
import { UsageError } from './usage.ts'

/** Says what falls due; exit status 0 whatever the answer. */
export async function run({ paths, values }: Arguments): Promise<number> {
  const asOf = values['as-of'] === undefined ? today() : readDay('--as-of', values['as-of'])
  const within = values.within === undefined ? null : readDays(values.within)
  const states = values.state === undefined ? null : readStates(values.state)
  const { sources, unopened } = readSources(paths)
  const found = deadlinesIn(sources, asOf)
  const department =
    values.department === undefined
      ? null
      : readDepartment(
          values.department,
          found.map((deadline) => deadline.department),
        )
  const last = within === null ? null : addDays(asOf, within)
  const deadlines = found.filter(
    (deadline) =>
      (last === null || deadline.due <= last) &&
      (states === null || states.includes(deadline.state)) &&
      (department === null || deadline.department === department),
  )
  const { colour } = screen(values.out)
  return conclude(await written(values.format, { asOf, within, deadlines, colour }), values, unopened, 0)
}

async function written(format: string | undefined, report: DueReport): Promise<string> {
  const { asOf, deadlines } = report
  if (format === 'json') return dueJson(report)
  if (format === 'csv') return (await import('./csv.ts')).csvOf(dueTable(deadlines, asOf))
  if (format === 'ics')
    return (await import('../src/exporters/ics.ts')).exportIcs(deadlines, asOf, policies.calendar.soonDays)
  return dueTerminal(report)
}

/** Files that cannot be read have no days to count: they are named, for nothing else would say that they are missing. */
function deadlinesIn(sources: Iterable<SourceDocument>, asOf: string): Deadline[] {
  const { context, pathOf } = dueHere(asOf)
  const deadlines: Deadline[] = []
  for (const source of sources) {
    const { file, readable } = source
    if (!readable) process.stderr.write(`${file} は読めないので、期限を数えていません。validate で点検してください。\n`)
    deadlines.push(...deadlinesOf(source, pathOf(file), context))
  }
  return deadlines.map((deadline) => ({ ...deadline, departmentName: nameOf(deadline, asOf) })).sort(byDay)
}

/** As the register names the section on that day; as the file does, where the register does not know it. */
const nameOf = ({ department, departmentName }: Deadline, day: string): string =>
  departments.departments.find(({ slug, from, to }) => slug === department && from <= day && (to === null || day <= to))
    ?.name ?? departmentName

function readDays(written: string): number {
  if (/^\d{1,5}$/.test(written)) return Number(written)
  throw new UsageError(`--within の「${written}」は日数として読めません。45 のように書いてください。`)
}

function readStates(written: string): string[] {
  const known = idsOf('dueState') as string[]
  const states = written.split(',').map((state) => state.trim())
  const unknown = states.find((state) => !known.includes(state))
  if (unknown === undefined) return states
  throw new UsageError(`--state に「${unknown}」は使えません。${hintAt(unknown, known)}${wordAll(known)}`)
}
