import { fold } from '../folding.ts'
import type { Entry } from '../rule.ts'
import type { Similar } from './types.ts'

/** So many for each file: a service that everybody uses would fill the page. */
const most = 10

/** Other uses of the same service, then of the same provider. */
export function similarUses(files: readonly string[], entries: ReadonlyMap<string, Entry>): Similar[] {
  const others = [...entries].map(([file, entry]) => ({ file, entry, ...marks(entry) }))
  return files.flatMap((file): Similar[] => {
    const own = entries.get(file)
    if (own === undefined) return []
    const { name, provider } = marks(own)
    const alike = others.filter((other) => other.file !== file)
    const sameName = alike.filter((other) => other.name === name)
    const sameProvider = alike.filter((other) => other.name !== name && other.provider === provider)
    return [...sameName, ...sameProvider].slice(0, most).map((other) => ({
      file: other.file,
      like: file,
      name: other.entry.service.name,
      department: other.entry.department.name,
    }))
  })
}

const marks = ({ service }: Entry): { name: string; provider: string } => ({
  name: fold(service.name),
  provider: service.provider.corporateNumber ?? fold(service.provider.name),
})
