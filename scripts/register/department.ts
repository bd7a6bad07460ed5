import { departments } from '../../policies/tables.ts'
import { hintAt } from '../meant.ts'
import { UsageError } from '../usage.ts'

/** The folder of a section, by that or by its name; `known` are folders that the table of sections need not have. */
export function readDepartment(written: string, known: readonly string[]): string {
  const rows = departments.departments
  const slugs = [...rows.map(({ slug }) => slug), ...known]
  if (slugs.includes(written)) return written
  const plain = plainOf(written)
  const named = rows.filter(({ name }) => plainOf(name) === plain)
  const [found, ...others] = named.length > 0 ? named : rows.filter(({ name }) => plainOf(name).endsWith(plain))
  if (found !== undefined && others.every(({ slug }) => slug === found.slug)) return found.slug
  const hint = hintAt(written, slugs, 'services/ の下のフォルダの名前か、課の名前を書いてください。')
  throw new UsageError(`「${written}」という課はありません。${hint}`)
}

const plainOf = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '')
