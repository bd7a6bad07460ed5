import { anonymous, attribute } from '../../src/gate/commits.ts'
import type { Conversation, Teams } from '../../src/gate/evidence.ts'
import { entryBlockers, isBeyondImports, limitBlockers, mostFiles } from '../../src/gate/limits.ts'
import { type ChangedFile, type Classified, classify, collisions } from '../../src/gate/paths.ts'
import { staleBlockers } from '../../src/gate/races.ts'
import type { Blocker, Subject } from '../../src/gate/types.ts'
import type { Client } from '../github/client.ts'
import { listAppCommits } from '../github/commits.ts'
import type { Objects } from '../github/objects.ts'
import { listChangedFiles, mostListed, type Pull } from '../github/pull.ts'
import { isMember } from '../github/teams.ts'
import type { Contents } from './examiner.ts'
import type { Inputs } from './inputs.ts'
import { contentOf, type MainTree } from './main-tree.ts'

export type Material = { classified: Classified; blockers: Blocker[]; contents: Contents[] }
/** Where the pull request left main. */
export type Base = { sha: string; tree: string }

/** What a pull request changes, as far as it may be read at all. */
export async function readChange(
  client: Client,
  objects: Objects,
  pull: Pull,
  base: Base,
  main: MainTree,
): Promise<Material> {
  if (pull.changedFiles > mostListed) return unread(classify([]), limitBlockers(pull.changedFiles, pull.changedFiles))
  const changed = await listChangedFiles(client, pull)
  const classified = classify(changed)
  const { services, blockers } = classified
  const tooMany = isTooMany(services, changed)
  if (tooMany.length > 0 || classified.subject !== 'services') return unread(classified, [...blockers, ...tooMany])
  const head = await objects.treeOf(pull.head)
  const states = await inBatches(services, async (path) => ({
    path,
    was: await baseEntry(objects, base, main, path),
    is: await objects.entryAt(head, path),
  }))
  const faulty = entryBlockers(states.flatMap(({ is }) => is ?? []))
  const closed = new Set(faulty.map(({ file }) => file))
  const readable = states.filter(({ path, was, is }) => !closed.has(path) && was?.sha !== is?.sha)
  return {
    classified,
    blockers: [
      ...blockers,
      ...faulty,
      ...collisions(services, [...main.services.keys()]),
      ...staleBlockers(
        states.map(({ path, was }) => ({ path, base: was?.sha ?? null, tip: main.services.get(path) ?? null })),
      ),
    ],
    contents: await inBatches(readable, async ({ path, was, is }) => ({
      file: path,
      base: await bytesOf(objects, was, main, path),
      head: await bytesOf(objects, is, main, path),
    })),
  }
}

const unread = (classified: Classified, blockers: Blocker[]): Material => ({ classified, blockers, contents: [] })

/** More than fifty may only be imports, and imports are new files. */
function isTooMany(services: readonly string[], changed: readonly ChangedFile[]): Blocker[] {
  const others = changed.filter(({ path, status }) => services.includes(path) && status !== 'added').length
  const isHopeless = isBeyondImports(services.length) || (services.length > mostFiles && others > 0)
  return isHopeless ? limitBlockers(services.length, Math.max(others, 1)) : []
}

type Found = { sha: string; size: number | null }

const baseEntry = async (objects: Objects, base: Base, main: MainTree, path: string): Promise<Found | null> => {
  if (base.sha !== main.commit) return objects.entryAt(base.tree, path)
  const sha = main.services.get(path)
  return sha === undefined ? null : { sha, size: null }
}

/** What main has needs no call. */
async function bytesOf(objects: Objects, entry: Found | null, main: MainTree, path: string): Promise<string | null> {
  if (entry === null) return null
  const isAtHand = main.services.get(path) === entry.sha
  return (isAtHand ? contentOf(main, entry.sha) : await objects.blob(entry)).toString('base64')
}

/** The same files at an earlier head; null where nobody has that commit any more. */
export async function readEarlier(
  objects: Objects,
  commit: string,
  contents: readonly Contents[],
): Promise<Contents[] | null> {
  const tree = await objects.treeIfThere(commit)
  if (tree === null) return null
  return inBatches(contents, async ({ file, base }) => {
    const entry = await objects.entryAt(tree, file)
    const isReadable = entry !== null && entryBlockers([entry]).length === 0
    return { file, base, head: isReadable ? (await objects.blob(entry)).toString('base64') : null }
  })
}

/** GitHub takes it amiss when everything is asked at once. */
const batch = 10

async function inBatches<Given, Made>(given: readonly Given[], make: (one: Given) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = []
  for (let start = 0; start < given.length; start += batch)
    made.push(...(await Promise.all(given.slice(start, start + batch).map(make))))
  return made
}

/** Who wrote what, where GitHub's own accounts do not say it. */
export async function readAuthors(
  client: Client,
  pull: Pull,
  { commits }: Conversation,
  { botIds }: Inputs,
): Promise<{ blockers: Blocker[]; entered: number[] }> {
  if (anonymous(commits.rows).length === 0) return { blockers: [], entered: [] }
  const byApp = botIds.size === 0 ? [] : await listAppCommits(client, pull.number, commits.total)
  return attribute(commits.rows, byApp, botIds)
}

/** Who of those who took part decides. */
export async function readTeams(
  client: Client,
  { reviews, dismissals }: Conversation,
  subject: Subject,
  { policyTeam, engineTeam }: Inputs,
): Promise<Teams> {
  const actors = [...reviews.rows.map(({ author }) => author), ...dismissals.map(({ by }) => by)]
  const people = new Map(
    actors.flatMap((actor) => (actor?.type === 'User' && actor.id !== null ? [[actor.id, actor.login] as const] : [])),
  )
  const membersOf = async (team: string): Promise<number[]> => {
    const found = await inBatches([...people], async ([id, login]) =>
      (await isMember(client, team, login)) ? [id] : [],
    )
    return found.flat()
  }
  return {
    policy: await membersOf(policyTeam),
    // Applications are decided by 情報政策課 alone.
    engine: subject === 'other' ? await membersOf(engineTeam) : [],
  }
}
