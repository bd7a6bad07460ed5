import type { Arguments } from './arguments.ts'
import { wordAll } from './meant.ts'
import { UsageError } from './usage.ts'

type Part = { usage: string; least: number; most: number; load(): Promise<{ run(args: Arguments): Promise<number> }> }

const parts: Readonly<Record<string, Part>> = {
  export: { usage: 'export [ファイル] --out 表.xlsx', least: 0, most: 1, load: () => import('./criteria/export.ts') },
  import: { usage: 'import 表.xlsx', least: 1, most: 1, load: () => import('./criteria/import.ts') },
  answers: { usage: 'answers ファイル 表.xlsx', least: 2, most: 2, load: () => import('./criteria/answers.ts') },
}

/** 別表 as a sheet: out to a provider, and back with the answers. */
export async function run({ paths: [name = '', ...paths], ...rest }: Arguments): Promise<number> {
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined
  if (part === undefined) throw new UsageError(`criteria に「${name}」はありません。${wordAll(Object.keys(parts))}`)
  if (paths.length < part.least || paths.length > part.most)
    throw new UsageError(`criteria ${name} は「${part.usage}」の形で書いてください。`)
  const { run } = await part.load()
  return run({ paths, ...rest })
}
