import { type DepartmentIssue, isSameText, withTicks } from '../../src/notices/issue.ts'
import { type Client, call, listAll } from './client.ts'
import { openIssue } from './notices.ts'

/** Who writes with the token of a workflow. */
const writer = 'github-actions[bot]'

export type Wanted = {
  /** How the markers of these issues begin. */
  prefix: string
  issues: readonly DepartmentIssue[]
  /** What an issue of ours is to say that is not among them; without it, it is closed as it stands. */
  finished?: (marker: string) => DepartmentIssue
  /** Whether issues that are not there, or are closed, may be opened. */
  mayOpen: boolean
}
export type Done = { opened: number; updated: number; closed: number }
type Known = { number: number; isOpen: boolean; title: string; body: string }

/**
 * Keeps one issue for each section as it is wanted. However often it runs, and wherever the run before broke off, there
 * is one: it is looked for before it is written, and a second one is closed.
 */
export async function keepIssues(client: Client, { prefix, issues, finished, mayOpen }: Wanted): Promise<Done> {
  const known = await listKnown(client, prefix)
  const done: Done = { opened: 0, updated: 0, closed: 0 }
  const faults: unknown[] = []
  const wanted = new Map(issues.map((issue) => [issue.marker, issue]))
  for (const marker of new Set([...wanted.keys(), ...known.keys()])) {
    const [kept, ...others] = known.get(marker) ?? []
    try {
      for (const other of others.filter(({ isOpen }) => isOpen)) await drop(client, other, done)
      const issue = wanted.get(marker) ?? finished?.(marker)
      if (issue !== undefined) await keepOne(client, kept, issue, mayOpen, done)
      else if (kept?.isOpen === true) await drop(client, kept, done)
    } catch (error) {
      // What one section is told does not depend on another
      faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
  return done
}

async function drop(client: Client, { number }: Known, done: Done): Promise<void> {
  await update(client, number, { state: 'closed', state_reason: 'not_planned' })
  done.closed += 1
}

async function keepOne(
  client: Client,
  known: Known | undefined,
  issue: DepartmentIssue,
  mayOpen: boolean,
  done: Done,
): Promise<void> {
  if (known === undefined) {
    if (!issue.isOpen || !mayOpen) return
    await openIssue(client, issue)
    done.opened += 1
    // GitHub asks for a second between two new things
    await new Promise((resolve) => setTimeout(resolve, client.pause))
    return
  }
  // What was closed stays as it is until something is due again
  if (!known.isOpen && !(issue.isOpen && mayOpen)) return
  const body = withTicks(issue.body, known.body)
  const turns = known.isOpen !== issue.isOpen
  if (!turns && isSameText(body, known.body) && known.title === issue.title) return
  const state = issue.isOpen ? ({ state: 'open' } as const) : ({ state: 'closed', state_reason: 'completed' } as const)
  await update(client, known.number, { title: issue.title, body, ...(turns ? state : {}) })
  if (!issue.isOpen) done.closed += 1
  else if (turns) done.opened += 1
  else done.updated += 1
}

/** Ours by their markers, the oldest first: anybody may write a marker, nobody else writes under our name. */
async function listKnown(client: Client, prefix: string): Promise<Map<string, Known[]>> {
  const { octokit, owner, repo } = client
  const rows = await listAll(client, '課題の一覧の読み取り', (page) =>
    octokit.rest.issues.listForRepo({ owner, repo, state: 'all', creator: writer, ...page }),
  )
  const known = new Map<string, Known[]>()
  for (const { number, state, title, body, user, pull_request: pull } of rows.sort((a, b) => a.number - b.number)) {
    const marker = /^<!-- [^\n]*? -->/.exec(body ?? '')?.[0]
    if (pull !== undefined || user?.login !== writer || marker?.startsWith(prefix) !== true) continue
    known.set(marker, [...(known.get(marker) ?? []), { number, isOpen: state === 'open', title, body: body ?? '' }])
  }
  return known
}

type Change = { title?: string; body?: string; state?: 'open' | 'closed'; state_reason?: 'completed' | 'not_planned' }

async function update(client: Client, number: number, change: Change): Promise<void> {
  const { octokit, owner, repo } = client
  await call(client, '課題の書き換え', (request) =>
    octokit.rest.issues.update({ owner, repo, issue_number: number, ...change, request }),
  )
}
