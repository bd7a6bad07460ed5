import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { isObject, type Json, type JsonObject } from './json.ts'
import { type Content, type Route, type Strings, slice } from './routes.ts'

export type Request = { readonly params: Strings; readonly query: Strings; readonly body: Json | undefined }

/** GitHub answers any operation with these, whether its description says so or not. */
const everywhere = new Set([401, 403, 404, 405, 409, 422, 429, 500, 502, 503])
const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true, coerceTypes: false, validateFormats: true }))
// The links GitHub gives are often templates, and page names may be Japanese: any absolute address will do
ajv.addFormat('uri', /^[a-z][a-z0-9+.-]*:\/\/\S+$/)

ajv.addSchema({ $id: 'github', components: slice.components })

const compiled = new Map<string, ValidateFunction>()

function faults(key: string, schema: JsonObject, value: unknown): string[] {
  const validate = compiled.get(key) ?? ajv.compile(schema)
  compiled.set(key, validate)
  if (validate(value)) return []
  return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${key} ${instancePath} ${message}`)
}

/** What GitHub's own description has against a request; also names it does not know, which it would silently ignore. */
export function requestFaults({ id, operation }: Route, { params, query, body }: Request): string[] {
  const found: string[] = []
  for (const parameter of operation.parameters) {
    const { name, schema, required } = parameter
    const value = (parameter.in === 'path' ? params : query)[name]
    if (value === undefined) {
      if (required) found.push(`${id} lacks ${name}`)
    } else found.push(...faults(`${id} ${name}`, schema, typed(value, schema)))
  }
  const known = new Set(operation.parameters.map(({ name }) => name))
  for (const name of Object.keys(query)) if (!known.has(name)) found.push(`${id} does not know the query ${name}`)
  return [...found, ...bodyFaults(id, operation.requestBody, body)]
}

function bodyFaults(id: string, content: Content | undefined, body: Json | undefined): string[] {
  const schema = content?.content?.['application/json'].schema
  if (body === undefined) return content?.required === true ? [`${id} needs a body`] : []
  if (schema === undefined) return isObject(body) && Object.keys(body).length === 0 ? [] : [`${id} takes no body`]
  const found = faults(`${id} body`, schema, body)
  if (!isObject(schema.properties) || !isObject(body)) return found
  const { properties } = schema
  const unknown = Object.keys(body).filter((name) => !(name in properties))
  return [...found, ...unknown.map((name) => `${id} does not know ${name} in the body`)]
}

function typed(value: string, { type }: JsonObject): Json {
  if (type === 'integer' || type === 'number') return value === '' ? value : Number(value)
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

export function answerFaults({ id, operation }: Route, status: number, body: Json | undefined): string[] {
  const described = operation.responses[status]
  const schema = described?.content?.['application/json'].schema
  if (described === undefined) {
    if (!everywhere.has(status)) return [`${id} never answers ${status}`]
    return faults('basic-error', { $ref: 'github#/components/schemas/basic-error' }, body)
  }
  if (schema === undefined) return body === undefined || status >= 400 ? [] : [`${id} ${status} has no body`]
  return faults(`${id} ${status}`, schema, body)
}
