import { isObject, type Json, type JsonObject } from './json.ts'

export type FaultKind =
  | 401
  | 403
  | 404
  | 409
  | 422
  | 429
  | 500
  | 502
  | 503
  /** 403 with `retry-after`. */
  | 'retry-after'
  /** 403 of the secondary rate limit, without `retry-after`. */
  | 'secondary-limit'
  /** 403 of the hourly limit, with `x-ratelimit-remaining: 0`. */
  | 'rate-limit'
  /** The answer never comes; after `milliseconds` the connection breaks. */
  | 'timeout'
  /** The right answer, `milliseconds` late. */
  | 'slow'
  /** A list that lacks its last `drop` items, while every count stays. */
  | 'truncated'
  | 'malformed'
  /** GraphQL only: 200, with errors and no data. */
  | 'graphql-errors'

export type Fault = {
  /** An operation of the OpenAPI slice, `graphql`, or `*` for any. */
  readonly operation: string
  readonly kind: FaultKind
  /** The n-th call of the operation from now (of all calls for `*`), counted from 1; every call unless told. */
  readonly call?: number
  /** The server does the work and only the answer is lost. Refusals otherwise change nothing. */
  readonly done?: boolean
  readonly milliseconds?: number
  readonly drop?: number
}
type Armed = Fault & { seen: number; hits: number }

export type Faults = {
  readonly add: (fault: Fault) => void
  readonly clear: () => void
  /** How often an injected fault struck. */
  readonly struck: () => number
  /** The fault for a call that is just beginning. */
  readonly take: (operation: string) => Fault | undefined
}

export function createFaults(): Faults {
  const armed: Armed[] = []
  return {
    add: (fault) => void armed.push({ ...fault, seen: 0, hits: 0 }),
    clear: () => void armed.splice(0),
    struck: () => armed.reduce((total, { hits }) => total + hits, 0),
    take: (operation) => {
      let taken: Armed | undefined
      for (const fault of armed) {
        if (fault.operation !== '*' && fault.operation !== operation) continue
        fault.seen += 1
        if (fault.call === undefined || fault.call === fault.seen) taken ??= fault
      }
      if (taken !== undefined) taken.hits += 1
      return taken
    },
  }
}

export type FaultAnswer = {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  readonly body: JsonObject
}

const messages: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'Resource not accessible by integration',
  404: 'Not Found',
  409: 'Git Repository is empty.',
  422: 'Validation Failed',
  429: 'Too Many Requests',
  500: 'Server Error',
  502: 'Server Error',
  503: 'Service Unavailable',
}

/** The refusal a fault stands for; undefined for those that spoil an answer or its delivery. */
export function refusalOf({ kind }: Fault): FaultAnswer | undefined {
  if (typeof kind === 'number') return { status: kind, headers: {}, body: { message: messages[kind] ?? 'Error' } }
  const limited = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  if (kind === 'retry-after') return { status: 403, headers: { 'retry-after': '1' }, body: { message: limited } }
  if (kind === 'secondary-limit') return { status: 403, headers: {}, body: { message: limited } }
  if (kind !== 'rate-limit') return undefined
  const headers = { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' }
  return { status: 403, headers, body: { message: 'API rate limit exceeded for installation.' } }
}

/** Drops the last items of every connection that says how many there are. */
export function truncateConnections(value: Json, drop: number): Json {
  if (Array.isArray(value)) return value.map((item: Json) => truncateConnections(item, drop))
  if (!isObject(value)) return value
  const inner = Object.fromEntries(Object.entries(value).map(([name, of]) => [name, truncateConnections(of, drop)]))
  const { nodes, totalCount } = inner
  return Array.isArray(nodes) && totalCount !== undefined ? { ...inner, nodes: nodes.slice(0, -drop) } : inner
}
