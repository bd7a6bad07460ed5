import type { Arguments } from './arguments.ts'
import { hintAt, wordAll } from './meant.ts'
import { UsageError } from './usage.ts'

const names = ['pre-receive', 'install']

/** The same judgement without a forge; the first operand says what to do. */
export async function run(args: Arguments): Promise<number> {
  const [name = '', ...rest] = args.paths
  if (name === 'pre-receive' && rest.length === 0) return (await import('./hook/receive.ts')).receive(args)
  if (name === 'install' && rest.length === 1) return (await import('./hook/install.ts')).install(rest[0]!, args)
  if (name === 'install' && rest.length === 0)
    throw new UsageError('hook install には、bare リポジトリの場所が必要です。')
  if (names.includes(name)) throw new UsageError(`hook ${name} に「${rest.at(-1)}」は余分です。`)
  throw new UsageError(`hook に ${name} という操作はありません。${hintAt(name, names, wordAll(names))}`)
}
