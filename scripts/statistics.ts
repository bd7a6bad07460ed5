import { readingOf } from '../src/check.ts'
import { dueOf } from '../src/due.ts'
import { statisticsJson, statisticsTable } from '../src/exporters/statistics.ts'
import { statisticsTerminal } from '../src/reporters/statistics.ts'
import { countUses, type Statistics } from '../src/statistics.ts'
import type { Arguments } from './arguments.ts'
import { usesFor } from './register/uses.ts'
import { conclude, screen } from './report.ts'

/** How many uses there are, and what the 年度 still asks of them. Status 0 whatever the answer. */
export async function run(args: Arguments): Promise<number> {
  const { uses, context, register, unopened } = usesFor(args)
  const rows = new Map(register.rows.map((row) => [row.file, row]))
  const counted = uses.map(({ source }) => ({
    row: rows.get(source.file)!,
    due: source.readable
      ? dueOf(source.file, readingOf(source.value, source.refused), context.policies, context.asOf)
      : [],
  }))
  return conclude(await exported(countUses(counted, context.asOf), args.values), args.values, unopened, 0)
}

async function exported(statistics: Statistics, { format, out }: Arguments['values']): Promise<string> {
  if (format === 'json') return statisticsJson(statistics)
  if (format === 'csv') return (await import('./csv.ts')).csvOf(statisticsTable(statistics))
  return statisticsTerminal(statistics, screen(out))
}
