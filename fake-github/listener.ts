import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerFaults, requestFaults } from './contract.ts'
import { ApiError } from './errors.ts'
import { type Fault, type Faults, refusalOf, truncateConnections } from './faults.ts'
import { runQuery } from './graphql/run.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { pageOf } from './pages.ts'
import { handlers } from './rest/handlers.ts'
import { requirePermission } from './rest/permissions.ts'
import { findRoute, type Route } from './routes.ts'
import type { Identity, State } from './world/state.ts'

export type RequestRecord = {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly query: { readonly [name: string]: string }
  readonly body: Json | undefined
  /** The login behind the token; null when the token is unknown. */
  readonly by: string | null
  readonly fault: Fault['kind'] | null
  /** False for what only reads: GET and GraphQL queries. */
  readonly writes: boolean
  status: number
}
export type Server = {
  readonly state: State
  readonly faults: Faults
  readonly requests: RequestRecord[]
  readonly violations: string[]
  readonly url: string
  readonly prefix: string
  readonly graphqlPath: string
}
type Reply = {
  readonly status: number
  readonly headers?: { readonly [name: string]: string }
  readonly body?: Json | undefined
}
type Incoming = {
  readonly method: string
  readonly url: URL
  readonly path: string
  readonly body: Json | undefined
  readonly accept: string
  readonly who: Identity | undefined
}

export function createListener(server: Server) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    serve(server, request, response).catch((error: Error) => {
      server.violations.push(`the fake failed: ${error.stack}`)
      send(response, { status: 500, body: { message: error.message } })
    })
  }
}

async function serve(server: Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const incoming = await read(server, request)
  const { method, path, url, body, who } = incoming
  const found = path === server.graphqlPath ? undefined : findRoute(method, path)
  const operation = path === server.graphqlPath ? 'graphql' : (found?.route.id ?? `${method} ${path}`)
  const fault = server.faults.take(operation)
  const entry: RequestRecord = {
    operation,
    method,
    path,
    query: Object.fromEntries(url.searchParams),
    body,
    by: who?.account.login ?? null,
    fault: fault?.kind ?? null,
    writes: method !== 'GET' && operation !== 'graphql',
    status: 0,
  }
  server.requests.push(entry)
  const refusal = fault === undefined ? undefined : refusalOf(fault)
  const works = fault === undefined || fault.done === true || (refusal === undefined && fault.kind !== 'timeout')
  const reply = works ? await answer(server, incoming, found, fault) : undefined
  if (fault?.kind === 'timeout' || fault?.kind === 'slow') await pause(fault.milliseconds ?? 100)
  if (fault?.kind === 'timeout') {
    response.destroy()
    return
  }
  const given = refusal ?? (fault?.kind === 'graphql-errors' ? troubled : reply) ?? troubled
  entry.status = given.status
  send(response, given, fault?.kind === 'malformed')
}

const troubled: Reply = {
  status: 200,
  body: { data: null, errors: [{ message: 'Something went wrong while executing your query.' }] },
}
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function read({ state, url: base, prefix, graphqlPath }: Server, request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  const url = new URL(request.url ?? '/', base)
  const [, token = ''] = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '') ?? []
  const inside = url.pathname !== graphqlPath && url.pathname.startsWith(prefix)
  return {
    method: request.method ?? 'GET',
    url,
    path: inside ? url.pathname.slice(prefix.length) : url.pathname,
    body: text === '' ? undefined : (JSON.parse(text) as Json),
    accept: request.headers.accept ?? '',
    who: state.tokens.get(token),
  }
}

type Found = ReturnType<typeof findRoute>

async function answer(server: Server, incoming: Incoming, found: Found, fault: Fault | undefined): Promise<Reply> {
  if (incoming.who === undefined) return { status: 401, body: { message: 'Bad credentials', status: '401' } }
  const drop = fault?.kind === 'truncated' ? (fault.drop ?? 1) : 0
  if (incoming.path === server.graphqlPath) {
    const shown = { state: server.state, api: server.url }
    const { body, violations } = await runQuery(shown, incoming.who.account, incoming.body)
    if (violations.length > 0) return violated(server, violations)
    return { status: 200, body: drop === 0 ? body : truncateConnections(body, drop) }
  }
  if (found === undefined) return violated(server, [`${incoming.method} ${incoming.path} is not in openapi.json`])
  const { route, params } = found
  const query = Object.fromEntries(incoming.url.searchParams)
  const wrong = requestFaults(route, { params, query, body: incoming.body })
  if (wrong.length > 0) return violated(server, wrong)
  const reply = handle(server, incoming, incoming.who, found, drop)
  const faulty = answerFaults(route, reply.status, reply.body)
  return faulty.length > 0 ? violated(server, faulty) : reply
}

function handle(server: Server, incoming: Incoming, who: Identity, found: NonNullable<Found>, drop: number): Reply {
  const { route, params } = found
  const { state } = server
  try {
    if (!here(state, params)) throw new ApiError(404, 'Not Found')
    requirePermission(state, who, route.id)
    const handler = handlers[route.id]
    if (handler === undefined) throw new Error(`${route.id} has no handler`)
    const result = handler({
      state,
      api: server.url,
      who,
      by: who.account,
      app: who.kind === 'app' ? who.app : null,
      params,
      query: Object.fromEntries(incoming.url.searchParams),
      body: isObject(incoming.body) ? incoming.body : {},
      accept: incoming.accept,
    })
    const { status, body, link } = pageOf(result, incoming.url, drop)
    return { status, body, ...(link === undefined ? {} : { headers: { link } }) }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { status: error.status, body: refusalBody(route, error) }
  }
}

function refusalBody(route: Route, { status, message, errors }: ApiError): JsonObject {
  const documentation = `https://docs.github.com/rest/${route.id.replace('/', '#')}`
  const body = { message, documentation_url: documentation, status: String(status) }
  return errors === undefined ? body : { ...body, errors }
}

/** Whatever is not this repository does not exist, as far as a token of its own can tell. */
function here({ owner, repository }: State, { owner: given, repo, org }: { readonly [name: string]: string }): boolean {
  const same = (one: string | undefined, other: string) =>
    one === undefined || one.toLowerCase() === other.toLowerCase()
  return same(given, owner.login) && same(repo, repository.name) && same(org, owner.login)
}

function violated(server: Server, violations: readonly string[]): Reply {
  server.violations.push(...violations)
  return { status: 500, body: { message: violations.join('; ') } }
}

function send(response: ServerResponse, { status, headers = {}, body }: Reply, malformed = false): void {
  const text = body === undefined ? '' : JSON.stringify(body)
  const type = body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }
  response.writeHead(status, { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '4999', ...type, ...headers })
  response.end(malformed ? text.slice(0, Math.max(1, Math.floor(text.length / 2))) : text)
}
