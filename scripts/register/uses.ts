import { join } from 'node:path'
import { policies } from '../../policies/index.ts'
import { departments } from '../../policies/tables.ts'
import { byFile, type Register, type RegisterContext, registerRow } from '../../src/register.ts'
import type { SourceDocument } from '../../src/source/document.ts'
import type { Arguments } from '../arguments.ts'
import { readDay, today } from '../day.ts'
import { found, isWalked, repository as nearestServices, shownPath, type Unopened } from '../files.ts'
import { contentsOf, openRepository, type Repository, treeOf } from '../git.ts'
import { readSources, sourceOf } from '../sources.ts'
import { readDepartment } from './department.ts'
import { pathInside, repositoryHere } from './here.ts'
import { type Past, pastAt } from './past.ts'
import { recordsOf } from './records.ts'

/** A use as it was read; `path` is its name in the repository. */
export type Use = { source: SourceDocument; path: string }
export type Uses = {
  uses: Use[]
  context: RegisterContext
  register: Register
  unopened: Unopened[]
  /** The section that was asked for; null for all. */
  department: string | null
}

/** Every use that was asked for, as it lies there or as it was, and its row in the register. */
export function usesFor({ paths, values }: Arguments, department = values.department): Uses {
  const repository = repositoryHere()
  const past = values.at === undefined ? null : pastAt(openRepository(nearestServices()), values.at)
  const asOf = values['as-of'] === undefined ? (past?.asOf ?? today()) : readDay('--as-of', values['as-of'])
  const { sources, unopened } = past === null ? present(paths, repository) : then(repository!, past, paths)
  const slug =
    department === undefined
      ? null
      : readDepartment(
          department,
          sources.map(({ path }) => folderOf(path)),
        )
  const uses = sources.filter(({ path }) => slug === null || folderOf(path) === slug)
  const records = repository === null ? null : recordsOf(repository, past?.commit ?? null)
  const context = { policies, departments: departments.departments, asOf, records }
  const rows = uses.map(({ source, path }) => registerRow(source, path, context)).sort(byFile)
  for (const { file, status } of rows)
    if (status === 'unreadable') process.stderr.write(`${file} は読めません。validate で点検してください。\n`)
  const at = past === null ? null : { commit: past.commit, date: past.date }
  return { uses, context, register: { asOf, at, rows }, unopened, department: slug }
}

const folderOf = (path: string): string => path.split('/').at(-2) ?? ''

function present(paths: readonly string[], repository: Repository | null): { sources: Use[]; unopened: Unopened[] } {
  const { sources, unopened } = readSources(paths)
  const uses = Array.from(sources, (source) => ({ source, path: pathInside(repository, source.file) }))
  return { sources: uses, unopened }
}

/** What git has of services/ at that commit, or of the paths that were given. */
function then(
  repository: Repository,
  { commit }: Past,
  paths: readonly string[],
): { sources: Use[]; unopened: Unopened[] } {
  const treeBelow = (path: string) => treeOf(repository, commit, pathInside(repository, path))
  const asked = paths.length > 0 ? paths : [join(nearestServices(), 'services')]
  const services = [...new Map(asked.flatMap((path) => [...treeBelow(path)]))].filter(([path]) => isWalked(path))
  const ids = services.map(([, id]) => id)
  const sources: Use[] = []
  for (const content of contentsOf(repository, ids)) {
    const path = services[sources.length]![0]
    sources.push({ source: sourceOf(shownPath(join(repository.folder, path)), found(content, [])), path })
  }
  const missing = paths.filter((path) => treeBelow(path).size === 0)
  return { sources, unopened: missing.map((path) => ({ path, reason: 'その版にありません' })) }
}
