import { readFileSync } from 'node:fs'
import type { Json, JsonObject } from './json.ts'

export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: JsonObject
}
export type Content = {
  readonly content?: { readonly 'application/json': { readonly schema: JsonObject } }
  readonly required?: boolean
}
export type Operation = {
  readonly operationId: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses: { readonly [status: string]: Content }
}
export type Route = {
  readonly id: string
  readonly method: string
  readonly pattern: RegExp
  readonly names: readonly string[]
  /** How much of the path is fixed: parts first, then those that are no parameter. */
  readonly fixed: number
  readonly operation: Operation
}
export type Strings = { readonly [name: string]: string }

/** Parameters that hold slashes. */
const long = new Set(['ref', 'path', 'branch', 'basehead', 'name'])

type Paths = { readonly [path: string]: { readonly [method: string]: Operation } }
type Schemas = { readonly [name: string]: Json }

const described = (file: string) =>
  JSON.parse(
    readFileSync(new URL(file, import.meta.url), 'utf8').replaceAll('"#/components', '"github#/components'),
  ) as never

const published: { readonly paths: Paths; readonly components: { readonly schemas: Schemas } } =
  described('./openapi.json')
/** Calls that GitHub documents and has not described in OpenAPI yet. */
const byHand: { readonly paths: Paths; readonly schemas: Schemas } = described('./openapi-by-hand.json')

export const slice: { readonly paths: Paths; readonly components: Json } = {
  paths: { ...published.paths, ...byHand.paths },
  components: { schemas: { ...published.components.schemas, ...byHand.schemas } },
}

const weight = ({ fixed }: Route) => fixed

export const routes: readonly Route[] = Object.entries(slice.paths)
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => route(path, method, operation)))
  // The more that is fixed, the sooner it is tried: `/commits/{ref}` would take everything below it
  .sort((one, other) => weight(other) - weight(one))

function route(path: string, method: string, operation: Operation): Route {
  const names: string[] = []
  const source = path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    names.push(name)
    return long.has(name) ? '(.+)' : '([^/]+)'
  })
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    pattern: new RegExp(`^${source}$`),
    names,
    fixed: path.split('/').length * 10 - names.length,
    operation,
  }
}

export function findRoute(
  method: string,
  path: string,
): { readonly route: Route; readonly params: Strings } | undefined {
  for (const candidate of routes) {
    const match = candidate.method === method ? candidate.pattern.exec(path) : null
    if (match === null) continue
    const values = match.slice(1).map((value) => decodeURIComponent(value))
    return { route: candidate, params: Object.fromEntries(candidate.names.map((name, at) => [name, values[at] ?? ''])) }
  }
  return undefined
}
