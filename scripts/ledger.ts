import type { Arguments } from './arguments.ts'
import { hintAt, wordAll } from './meant.ts'
import { UsageError } from './usage.ts'

const names = ['verify', 'show']

/** The commands on the ledger of decisions; the first operand says which. */
export async function run(args: Arguments): Promise<number> {
  const [name = '', ...rest] = args.paths
  if (name === 'show' && rest.length < 2) return (await import('./ledger/show.ts')).show(args)
  if (name === 'verify' && rest.length === 0) return (await import('./ledger/verify.ts')).verify(args)
  // Not for people: the workflow, and a later bundle.
  if (name === 'record' && rest.length === 0) return (await import('./ledger/workflow.ts')).recordMain()
  if (name === 'judge' && rest.length === 1) return (await import('./ledger/workflow.ts')).judgeMain(rest[0]!)
  if (names.includes(name)) throw new UsageError(`ledger ${name} に「${rest.at(-1)}」は余分です。`)
  throw new UsageError(`ledger に ${name} という操作はありません。${hintAt(name, names, wordAll(names))}`)
}
