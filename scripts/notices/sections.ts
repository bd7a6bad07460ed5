import { departments } from '../../policies/tables.ts'
import { isServicePath } from '../../src/gate/paths.ts'
import { departmentName } from '../../src/register.ts'

/** The sections that have files, by their folders, in order; what lies elsewhere belongs to nobody, and is named. */
export function bySection<Given>(rows: readonly Given[], fileOf: (row: Given) => string): Map<string, Given[]> {
  const sections = new Map<string, Given[]>()
  for (const row of rows) {
    const file = fileOf(row)
    if (!isServicePath(file)) {
      process.stderr.write(`${file} は services/課/サービス.yml の形の場所にないため、知らせません。\n`)
      continue
    }
    const slug = file.split('/')[1]!
    sections.set(slug, [...(sections.get(slug) ?? []), row])
  }
  return new Map([...sections].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** As the table of sections names it; the folder where the table has none. */
export const nameOf = (slug: string, asOf: string): string =>
  departmentName(slug, { departments: departments.departments, asOf }) ?? slug
