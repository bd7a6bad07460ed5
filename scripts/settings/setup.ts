import { differencesOf, type Item, inspect } from '../../src/settings/inspect.ts'
import { type Plan, planOf } from '../../src/settings/plan.ts'
import type { Difference, Wanted } from '../../src/settings/types.ts'
import { type Client, GitHubFault } from '../github/client.ts'
import { apply } from './apply.ts'
import { findSettings } from './find.ts'
import { type Called, findNames } from './names.ts'

export type Target = { client: Client; wanted: Wanted; teams: Called; apps: Called }

export const findDifferences = async (target: Target): Promise<Difference[]> => differencesOf(await look(target))

/** What a run would change, and what it leaves to people. Nothing is written. */
export const plan = async (target: Target): Promise<Plan> => planOf(await look(target))

/** Changes what can be changed, and looks again: `left` is what did not become as wanted. */
export async function applyAll(target: Target): Promise<Plan & { left: readonly string[] }> {
  const made = await plan(target)
  if (made.changes.length === 0) return { ...made, left: [] }
  let done = 0
  try {
    for (const { title, call } of made.changes) {
      await apply(target.client, title, call)
      done += 1
    }
    const { changes, held, byHand } = await plan(target)
    return { changes: made.changes, held, byHand, left: changes.flatMap(messages) }
  } catch (error) {
    throw error instanceof GitHubFault ? new Interruption(error, done, made.changes.length) : error
  }
}

const messages = ({ differences }: Item): string[] => differences.map(({ message }) => message)

async function look({ client, wanted, teams, apps }: Target): Promise<Item[]> {
  const names = await findNames(client, wanted, teams, apps)
  return inspect(wanted, await findSettings(client, wanted, names), names)
}

/** A change that GitHub did not accept, and how far the run had come. */
export class Interruption extends Error {
  readonly fault: GitHubFault
  readonly done: number
  readonly all: number
  constructor(fault: GitHubFault, done: number, all: number) {
    super(fault.message)
    this.fault = fault
    this.done = done
    this.all = all
  }
}
