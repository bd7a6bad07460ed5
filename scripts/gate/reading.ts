import { type AppCommit, anonymous, attribute } from '../../src/gate/commits.ts'
import type { Conversation, Teams } from '../../src/gate/evidence.ts'
import { entryBlockers, isBeyondImports, limitBlockers, type TreeEntry } from '../../src/gate/limits.ts'
import { type Classified, classify, collisions } from '../../src/gate/paths.ts'
import { rivalBlockers, staleBlockers, wrongBase } from '../../src/gate/races.ts'
import type { Blocker, Subject } from '../../src/gate/types.ts'
import type { Client } from '../github/client.ts'
import { listAppCommits } from '../github/commits.ts'
import type { Objects } from '../github/objects.ts'
import type { OpenPull } from '../github/open-pulls.ts'
import { listChangedFiles, mostListed, type Pull } from '../github/pull.ts'
import { isMember } from '../github/teams.ts'
import type { Contents } from './examiner.ts'
import type { Inputs } from './inputs.ts'
import { contentOf, type MainTree } from './main-tree.ts'

export type Material = {
  classified: Pick<Classified, 'subject' | 'touchesPolicy'>
  blockers: Blocker[]
  contents: Contents[]
}

/** What a pull request changes, as far as it may be read at all. */
export async function readChange(
  client: Client,
  objects: Objects,
  pull: Pull,
  base: { sha: string; tree: string },
  main: MainTree,
): Promise<Material> {
  if (pull.changedFiles > mostListed) return beyond(pull.changedFiles)
  const classified = classify(await listChangedFiles(client, pull))
  const { services } = classified
  if (isBeyondImports(services.length))
    return { classified, blockers: [...classified.blockers, ...limitBlockers(services.length, services.length)], contents: [] }
  const head = await objects.treeOf(pull.head)
  const states = await Promise.all(services.map((path) => stateOf(objects, path, base.tree, head)))
  const entries = states.flatMap((state) => [state.base, state.head]).filter((entry) => entry !== null)
  const faulty = entryBlockers(states.flatMap(({ head }) => head ?? []))
  const closed = new Set(faulty.map(({ file }) => file))
  const existing = await namesOf(objects, services, main)
  return {
    classified,
    blockers: [
      ...classified.blockers,
      ...faulty,
      ...collisions(services, existing),
      ...staleBlockers(states.map(({ path, base: entry }) => ({ path, base: entry?.sha ?? null, tip: main.services.get(path) ?? null }))),
    ],
    contents: await Promise.all(
      states
        .filter(({ path, base: was, head: is }) => !closed.has(path) && entries.length > 0 && was?.sha !== is?.sha)
        .map(async ({ path, base: was, head: is }) => ({
          file: path,
          base: await contentsOf(objects, was, main),
          head: await contentsOf(objects, is, main),
        })),
    ),
  }
}
