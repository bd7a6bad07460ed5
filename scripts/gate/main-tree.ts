import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isServicePath } from '../../src/gate/paths.ts'
import { contentsOf, headOf, openRepository, type Repository, treeOf } from '../git.ts'

/** main as the workflow has checked it out. It is read through git's objects, never as files. */
export type MainTree = {
  repository: Repository
  commit: string
  /** Every path below services/, and the id of its content. */
  services: ReadonlyMap<string, string>
  /** SHA-256 over names and ids of everything below policies/ and schemas/. */
  rules: string
}

export function openMain(folder: string): MainTree {
  const repository = openRepository(folder)
  const commit = headOf(repository)
  const rules = ['policies', 'schemas'].flatMap((name) => [...treeOf(repository, commit, name)])
  return {
    repository,
    commit,
    services: treeOf(repository, commit, 'services'),
    rules: createHash('sha256').update(JSON.stringify(rules)).digest('hex'),
  }
}

/** Every service file but these, with its bytes. */
export function* filesOf({ repository, services }: MainTree, without: ReadonlySet<string>): Iterable<[string, Buffer]> {
  const wanted = [...services].filter(([path]) => isServicePath(path) && !without.has(path))
  let index = 0
  for (const bytes of contentsOf(
    repository,
    wanted.map(([, id]) => id),
  )) {
    yield [wanted[index]![0], bytes]
    index += 1
  }
}

/** The content with an id that main has. */
export const contentOf = ({ repository }: MainTree, id: string): Buffer => [...contentsOf(repository, [id])][0]!

/** SHA-256 of the code that runs: the bundle is one file. */
export const engineDigest = (): string =>
  createHash('sha256')
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex')
