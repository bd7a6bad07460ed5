import type { Shown } from '../answers/shown.ts'
import { ApiError, notFound } from '../errors.ts'
import { isKind } from '../git/objects.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import { branchKey } from '../world/refs.ts'
import type { Account, App, Identity, Issue, PullRequest } from '../world/state.ts'

/** One request that was found valid, from somebody known. */
export type Call = Shown & {
  readonly who: Identity
  readonly by: Account
  readonly app: App | null
  readonly params: { readonly [name: string]: string }
  readonly query: { readonly [name: string]: string }
  readonly body: JsonObject
  readonly accept: string
}
/** A list is cut into pages by the server; `within` is the answer around it and `key` where it goes there. */
export type Answer =
  | { readonly status: number; readonly body?: Json }
  | { readonly list: readonly Json[]; readonly within?: JsonObject; readonly key?: string }
export type Handler = (call: Call) => Answer
export type Handlers = { readonly [operation: string]: Handler }

export const ok = (body: Json): Answer => ({ status: 200, body })
export const created = (body: Json): Answer => ({ status: 201, body })
export const nothing: Answer = { status: 204 }

export function pullOf({ state, params }: Call): PullRequest {
  const pull = state.pulls.get(Number(params.pull_number))
  if (pull === undefined) throw notFound()
  return pull
}

export function issueOf({ state, params }: Call): Issue {
  const issue = state.issues.get(Number(params.issue_number))
  if (issue === undefined) throw notFound()
  return issue
}

/** A commit by id, branch, or any shape of ref. */
export function commitAt({ state }: Call, at: string): string {
  const candidates = [at, `refs/${at}`, branchKey(at)]
  for (const ref of candidates) {
    const sha = state.refs.get(ref)
    if (sha !== undefined) return sha
  }
  if (isKind(state.objects, at, 'commit')) return at
  const whole = [...state.objects.keys()].filter(
    (id) => at.length >= 7 && id.startsWith(at) && isKind(state.objects, id, 'commit'),
  )
  if (whole.length === 1 && whole[0] !== undefined) return whole[0]
  throw new ApiError(422, `No commit found for SHA: ${at}`)
}

/** The App behind a request: only Apps make check runs. */
export function appOf({ app }: Call): App {
  if (app === null) throw new ApiError(403, 'You must authenticate via a GitHub App.')
  return app
}

export const stringIn = (of: JsonObject, name: string): string | undefined => {
  const value = of[name]
  return typeof value === 'string' ? value : undefined
}
export const objectIn = (of: JsonObject, name: string): JsonObject => {
  const value = of[name]
  return isObject(value) ? value : {}
}
export const listIn = (of: JsonObject, name: string): readonly Json[] => {
  const value = of[name]
  return Array.isArray(value) ? value : []
}
