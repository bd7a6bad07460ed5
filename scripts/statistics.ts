import { statisticsJson, statisticsTable } from '../src/exporters/statistics.ts'
import { deadlinesOf } from '../src/register.ts'
import { statisticsTerminal } from '../src/reporters/statistics.ts'
import { countUses, type Statistics } from '../src/statistics.ts'
import type { Arguments } from './arguments.ts'
import { usesFor } from './register/uses.ts'
import { conclude, screen } from './report.ts'

/** How many uses there are, and what the 年度 still asks of them. Status 0 whatever the answer. */
export async function run(args: Arguments): Promise<number> {
  const { uses, context, register, unopened } = usesFor(args)
  const rows = new Map(register.rows.map((row) => [row.file, row]))
  const counted = uses.map(({ source, path }) => ({
    row: rows.get(source.file)!,
    due: deadlinesOf(source, path, context),
  }))
  return conclude(await exported(countUses(counted, context.asOf), args.values), args.values, unopened, 0)
}

async function exported(statistics: Statistics, { format, out }: Arguments['values']): Promise<string> {
  if (format === 'json') return statisticsJson(statistics)
  if (format === 'csv') return (await import('./csv.ts')).csvOf(statisticsTable(statistics))
  return statisticsTerminal(statistics, screen(out))
}
