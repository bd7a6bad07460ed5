import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { policies } from '../policies/index.ts'
import { type ChangesJudged, judgeChanges, type Pair } from '../src/change.ts'
import { sizeLimit } from '../src/source/characters.ts'
import type { SourceDocument } from '../src/source/document.ts'
import { found, isWalked, repository as nearestServices, shownPath, type Unopened } from './files.ts'
import { contentsOf, idOf, mergeBase, openRepository, type Repository, treeOf } from './git.ts'
import { sourceOf } from './sources.ts'

/** The work tree beside the merge base; `paths` are those that are compared. */
export type Comparison = {
  paths: string[]
  judge(read: readonly string[], headOf: (file: string) => SourceDocument): ChangesJudged
  /** Without the paths that are not there because the change took them away. */
  unopened(found: readonly Unopened[]): Unopened[]
}
type Base = { repository: Repository; ids: ReadonlyMap<string, string> }

/** Where the work left a ref, at the paths; no path means all of services/. */
export function compareWith(ref: string, given: readonly string[]): Comparison {
  const repository = openRepository(nearestServices())
  const commit = mergeBase(repository, ref)
  const paths = given.length > 0 ? [...given] : [shownPath(servicesOf(repository))]
  const files = paths.flatMap((path) => {
    const inside = insideOf(repository, path)
    return inside === null ? [] : [...treeOf(repository, commit, inside)]
  })
  const shown = files.map(([path, id]): [string, string] => [shownPath(join(repository.folder, path)), id])
  const base = { repository, ids: new Map(shown.filter((_, index) => isWalked(files[index]![0]))) }
  return {
    paths,
    judge: (read, headOf) => judgeChanges([...pairsOf(base, read, headOf)], policies),
    unopened: (found) => found.filter(({ path }) => existsSync(path) || !isIn(base, shownPath(path))),
  }
}

/** The last use may be gone, and its folders with it. */
const servicesOf = ({ folder }: Repository): string => {
  const services = join(nearestServices(), 'services')
  return existsSync(services) ? services : join(folder, 'services')
}

/** The path as git has it; null outside the repository and for standard input. */
function insideOf({ folder }: Repository, path: string): string | null {
  const inside = relative(folder, resolve(path)).split(sep).join('/')
  return path === '-' || inside === '..' || inside.startsWith('../') || resolve(inside) === inside ? null : inside
}

const isIn = ({ ids }: Base, shown: string): boolean =>
  [...ids.keys()].some((file) => file === shown || file.startsWith(`${shown}/`))

/** Every file that is not what it was. */
function* pairsOf(
  { repository, ids }: Base,
  read: readonly string[],
  headOf: (file: string) => SourceDocument,
): Iterable<Pair> {
  const heads = new Set(read.filter((file) => insideOf(repository, file) !== null))
  for (const file of heads) if (!ids.has(file)) yield { file, base: null, head: headOf(file) }

  const differing = [...ids].filter(([file, id]) =>
    heads.has(file) ? bytesOf(file, repository)?.id !== id : !isThere(file),
  )
  let index = 0
  for (const content of contentsOf(
    repository,
    differing.map(([, id]) => id),
  )) {
    const file = differing[index]![0]
    index += 1
    if (isSameText(content, bytesOf(file, repository)?.bytes)) continue
    yield { file, base: sourceOf(file, found(content, [])), head: heads.has(file) ? headOf(file) : null }
  }
}

const isThere = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined

/** Null for what is no ordinary file, or too large to be one of ours. */
function bytesOf(file: string, repository: Repository): { bytes: Buffer; id: string } | null {
  const status = lstatSync(file, { throwIfNoEntry: false })
  if (status === undefined || !status.isFile() || status.size > sizeLimit) return null
  const bytes = readFileSync(file)
  return { bytes, id: idOf(repository, bytes) }
}

/** git may have changed the ends of the lines when it wrote the file. */
const isSameText = (before: Buffer, after: Buffer | undefined): boolean =>
  after !== undefined && withoutReturns(before) === withoutReturns(after)
const withoutReturns = (bytes: Buffer): string => bytes.toString('latin1').replaceAll('\r\n', '\n')
