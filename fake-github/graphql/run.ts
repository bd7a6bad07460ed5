import { readFileSync } from 'node:fs'
import { buildSchema, execute, GraphQLError, type GraphQLScalarType, parse, validate } from 'graphql'
import type { Shown } from '../answers/shown.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Account } from '../world/state.ts'
import { resolveQuery } from './repository.ts'

const schema = buildSchema(readFileSync(new URL('./../schema.graphql', import.meta.url), 'utf8'))

const scalars: Readonly<Record<string, RegExp>> = {
  DateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  GitTimestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  GitObjectID: /^[0-9a-f]{40}$/,
  URI: /^https?:\/\/\S+$/,
}
for (const [name, pattern] of Object.entries(scalars)) {
  const scalar = schema.getType(name) as GraphQLScalarType
  scalar.serialize = (value) => {
    if (typeof value === 'string' && pattern.test(value)) return value
    throw new GraphQLError(`${name} cannot be ${JSON.stringify(value)}`)
  }
}

export type GraphqlResult = { readonly body: JsonObject; readonly violations: readonly string[] }

/** Runs a query over the slice of GitHub's schema. What the schema has against query or answer is a violation. */
export async function runQuery(shown: Shown, by: Account, request: Json | undefined): Promise<GraphqlResult> {
  const { query, variables, operationName } = isObject(request) ? request : {}
  if (typeof query !== 'string') return refused(['graphql: no query in the request'])
  let document: ReturnType<typeof parse>
  try {
    document = parse(query)
  } catch (error) {
    return refused([`graphql: ${(error as Error).message}`])
  }
  const faults = validate(schema, document)
  if (faults.length > 0) return refused(faults.map(({ message }) => `graphql: ${message}`))
  const result = await execute({
    schema,
    document,
    rootValue: resolveQuery(shown, by),
    variableValues: isObject(variables) ? variables : {},
    operationName: typeof operationName === 'string' ? operationName : null,
  })
  const errors = result.errors ?? []
  const own = errors.filter(({ extensions, message }) => extensions.type !== 'NOT_FOUND' && !intended.test(message))
  return {
    body: JSON.parse(JSON.stringify(shapeOf(result.data ?? null, errors))) as JsonObject,
    violations: own.map(({ message, path }) => `graphql ${path?.join('.')}: ${message}`),
  }
}

/** Refusals GitHub gives too, which a caller may provoke. */
const intended = /^(You must provide a `first`|Requesting \d+ records|.* valid cursor)/

const shapeOf = (data: unknown, errors: readonly GraphQLError[]) =>
  errors.length === 0
    ? { data }
    : { data, errors: errors.map(({ message, path, extensions }) => ({ message, path, type: extensions.type })) }

const refused = (violations: string[]): GraphqlResult => ({ body: { message: 'invalid query' }, violations })
