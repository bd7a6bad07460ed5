import { tick } from './clock.ts'
import type { Account, App, CheckRun, State, Status } from './state.ts'

export type CheckOptions = { readonly app: App; readonly sha: string; readonly name: string } & Partial<
  Omit<CheckRun, 'id' | 'app' | 'headSha' | 'name'>
>

/** A check run of an App. A conclusion completes it; without one it is still queued. */
export function checkRun(state: State, { app, sha, name, ...given }: CheckOptions): CheckRun {
  const at = tick(state)
  const done = given.conclusion !== undefined && given.conclusion !== null
  const run: CheckRun = {
    id: state.next('check-run'),
    headSha: sha,
    app,
    name,
    conclusion: null,
    externalId: '',
    detailsUrl: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    ...given,
    status: done ? 'completed' : (given.status ?? 'queued'),
    startedAt: given.startedAt ?? (done || given.status === 'in_progress' ? at : null),
    completedAt: given.completedAt ?? (done ? at : null),
  }
  state.checkRuns.push(run)
  return run
}

/** The run of each App and name that counts: the last one. */
export function latestRuns(runs: readonly CheckRun[]): CheckRun[] {
  return [...new Map(runs.map((run) => [`${run.app.id} ${run.name}`, run])).values()]
}

type StatusOptions = {
  readonly by: Account
  readonly sha: string
  readonly state: string
  readonly context?: string
  readonly description?: string | null
  readonly targetUrl?: string | null
}

export function commitStatus(state: State, options: StatusOptions): Status {
  const { by, context = 'default', description = null, targetUrl = null } = options
  const made: Status = {
    id: state.next('status'),
    sha: options.sha,
    state: options.state,
    context,
    description,
    targetUrl,
    creator: by,
    createdAt: tick(state),
  }
  state.statuses.push(made)
  return made
}
