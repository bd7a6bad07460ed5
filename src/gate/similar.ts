import { fold } from '../folding.ts'
import { type Entry, runRule } from '../rule.ts'
import type { Similar } from './types.ts'

/** So many for each file: a service that everybody uses would fill the page. */
const most = 10

/** Other uses of the same service, then of the same provider. */
export function similarUses(files: readonly string[], entries: ReadonlyMap<string, Entry>): Similar[] {
  const marked = new Map([...entries].flatMap(([file, entry]) => marksOf(entry).map((marks) => [file, marks] as const)))
  return files.flatMap((file): Similar[] => {
    const own = marked.get(file)
    if (own === undefined) return []
    const alike = [...marked].filter(([other]) => other !== file)
    const sameService = alike.filter(([, { service }]) => service === own.service)
    const sameProvider = alike.filter(
      ([, { service, provider }]) => service !== own.service && provider === own.provider,
    )
    return [...sameService, ...sameProvider]
      .slice(0, most)
      .map(([other, { name, department }]) => ({ file: other, like: file, name, department }))
  })
}

type Marks = { service: string; provider: string; name: string; department: string }

/** None where a name cannot be read. */
const marksOf = (entry: Entry): Marks[] =>
  runRule(() => [
    {
      service: fold(entry.service.name),
      provider: entry.service.provider.corporateNumber ?? fold(entry.service.provider.name),
      name: entry.service.name,
      department: entry.department.name,
    },
  ]).findings
