import { showAnnotations, showCheckRun, showStatus } from '../answers/checks.ts'
import { ApiError, invalid, notFound } from '../errors.ts'
import { isKind } from '../git/objects.ts'
import type { JsonObject } from '../json.ts'
import { checkRun, commitStatus, latestRuns } from '../world/checks.ts'
import { tick } from '../world/clock.ts'
import type { CheckRun } from '../world/state.ts'
import { appOf, type Call, commitAt, created, type Handlers, listIn, objectIn, ok, stringIn } from './call.ts'

const mostAnnotations = 50
const longest = 65_535

function runOf({ state, params }: Call): CheckRun {
  const run = state.checkRuns.find(({ id }) => id === Number(params.check_run_id))
  if (run === undefined) throw notFound()
  return run
}

/** The part of a check run a request sets; what it does not mention stays. */
function given(body: JsonObject): Partial<CheckRun> {
  const output = objectIn(body, 'output')
  const annotations = listIn(output, 'annotations')
  const refuse = (field: string, message: string) => invalid({ resource: 'CheckRun', field, code: 'custom', message })
  if (annotations.length > mostAnnotations) throw refuse('annotations', 'No more than 50 annotations per request')
  for (const name of ['summary', 'text']) {
    // GitHub counts characters here, and refuses the whole check run
    if ((stringIn(output, name) ?? '').length > longest) throw refuse(name, `${name} exceeds 65535 characters`)
  }
  if ((stringIn(output, 'title') ?? '').length > 255) throw refuse('title', 'title is too long')
  const names = {
    externalId: 'external_id',
    detailsUrl: 'details_url',
    startedAt: 'started_at',
    completedAt: 'completed_at',
  }
  const pick = (from: JsonObject, pairs: { readonly [to: string]: string }) =>
    Object.fromEntries(Object.entries(pairs).flatMap(([to, name]) => (name in from ? [[to, from[name]]] : [])))
  return {
    ...pick(body, { ...names, name: 'name', status: 'status', conclusion: 'conclusion' }),
    ...pick(output, { title: 'title', summary: 'summary', text: 'text' }),
    annotations: [...annotations],
  }
}

function create(call: Call): CheckRun {
  const { state, body } = call
  const app = appOf(call)
  const [sha, name] = [stringIn(body, 'head_sha') ?? '', stringIn(body, 'name') ?? '']
  if (!isKind(state.objects, sha, 'commit')) throw new ApiError(422, `No commit found for SHA: ${sha}`)
  return checkRun(state, { ...given(body), app, sha, name })
}

function update(call: Call): CheckRun {
  const run = runOf(call)
  if (appOf(call).id !== run.app.id)
    throw new ApiError(
      403,
      `Invalid app_id \`${call.app?.id}\` - check run can only be modified by the GitHub App that created it.`,
    )
  const at = tick(call.state)
  const { annotations = [], ...rest } = given(call.body)
  Object.assign(run, rest)
  run.annotations.push(...annotations)
  if (rest.conclusion !== undefined) run.status = 'completed'
  if (run.status === 'completed') run.completedAt ??= at
  if (run.status !== 'completed') Object.assign(run, { conclusion: null, completedAt: null })
  run.startedAt ??= at
  return run
}

function listed(call: Call): CheckRun[] {
  const { state, params, query } = call
  const sha = commitAt(call, params.ref ?? '')
  const all = state.checkRuns.filter((run) => run.headSha === sha)
  const runs = query.filter === 'all' ? all : latestRuns(all)
  const { check_name: name, app_id: app, status } = query
  return runs
    .filter((run) => name === undefined || run.name === name)
    .filter((run) => app === undefined || run.app.id === Number(app))
    .filter((run) => status === undefined || run.status === status)
    .reverse()
}

export const checkHandlers: Handlers = {
  'checks/create': (call) => created(showCheckRun(call, create(call))),
  'checks/update': (call) => ok(showCheckRun(call, update(call))),
  'checks/get': (call) => ok(showCheckRun(call, runOf(call))),
  'checks/list-annotations': (call) => ({ list: showAnnotations(call, runOf(call)) }),
  'checks/list-for-ref': (call) => {
    const list = listed(call).map((run) => showCheckRun(call, run))
    return { list, within: { total_count: list.length }, key: 'check_runs' }
  },
  'repos/create-commit-status': (call) => {
    const { state, body, by, params } = call
    const sha = commitAt(call, params.sha ?? '')
    const made = commitStatus(state, {
      by,
      sha,
      state: stringIn(body, 'state') ?? 'pending',
      context: stringIn(body, 'context') ?? 'default',
      description: stringIn(body, 'description') ?? null,
      targetUrl: stringIn(body, 'target_url') ?? null,
    })
    return created(showStatus(call, made))
  },
  'repos/list-commit-statuses-for-ref': (call) => {
    const sha = commitAt(call, call.params.ref ?? '')
    const list = call.state.statuses.filter((status) => status.sha === sha).map((status) => showStatus(call, status))
    return { list: list.reverse() }
  },
}
