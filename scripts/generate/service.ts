import type { Files } from '../generate.ts'
import { questionsOf } from './policies.ts'
import { banner, mapSchema, nameOf, readSchema, type Schema, typesOf, vocabulary } from './source.ts'

const service = readSchema('schemas/service.schema.json')
const factBlocks = ['service', 'use', 'information']

export async function serviceFiles(): Promise<Files> {
  return {
    'src/generated/service.ts': banner + (await typesOf(typedSchema(), 'Service')),
    'src/generated/domains.ts': `${banner}import type { Pointer } from '../pointer.ts'\n\n${domainsSource()}`,
    'src/generated/fields.ts': fieldsSource(),
  }
}

const pascal = (id: string): string => id[0]!.toUpperCase() + id.slice(1)

/** The schema as types want it: ids as named types, labels as comments, defaults as always there. */
function typedSchema(): Schema {
  const terms = Object.entries(vocabulary).filter(([, { enum: ids }]) => ids)
  const $defs = Object.fromEntries(
    terms.map(([name, { enum: ids, title }]) => [name, { enum: ids, title: pascal(name), description: title }]),
  )
  const typed = mapSchema(service, (schema) => {
    if (typeof schema.$ref === 'string') {
      const name = nameOf(schema.$ref)
      return name in $defs ? { $ref: `#/$defs/${name}` } : { type: vocabulary[name]!.type, description: schema.title }
    }
    const { title, description, defaultSnippets: _, examples: __, publicProperties: ___, ...rest } = schema
    if (typeof title !== 'string' || schema.type === undefined) return schema
    const always = Object.entries<Schema>(schema.properties ?? {}).filter(([, field]) => 'default' in field)
    return {
      ...rest,
      description: title,
      ...(schema.required || always.length > 0
        ? { required: [...(schema.required ?? []), ...always.map(([name]) => name)] }
        : {}),
    }
  }) as Schema
  return { ...typed, $id: 'service', title: 'Service', $defs }
}

/** Every value that a fact can take: what `assess` tries while the fact is not known. */
function domainsSource(): string {
  const asked = questionsOf()
  const facts = factBlocks.flatMap((block) =>
    Object.entries<Schema>(service.properties[block].properties).map(([leaf, schema]) => ({
      pointer: `/${block}/${leaf}`,
      schema,
    })),
  )
  const domains = facts.filter(({ pointer, schema }) => pointer in asked || isOptionalTerm(schema))
  const missing = Object.keys(asked).filter((pointer) => !facts.some((fact) => fact.pointer === pointer))
  if (missing.length > 0) throw new Error(`questions.yml asks for fields that are not in the schema: ${missing}`)
  const lines = domains.map(({ pointer, schema }) => `  '${pointer}': [${domainOf(schema).map(literal).join(', ')}],\n`)
  const defaults = facts.filter(({ schema }) => 'default' in schema)
  const defaultLines = defaults.map(({ pointer, schema }) => `  '${pointer}': ${literal(schema.default)},\n`)
  return [
    '/** Every value of each fact; `undefined` where it may be left out. */',
    `export const domains: Readonly<Record<Pointer, readonly unknown[]>> = {\n${lines.join('')}}\n`,
    '/** What counts as stated where a file says nothing. */',
    `export const defaults: Readonly<Record<Pointer, unknown>> = {\n${defaultLines.join('')}}\n`,
  ].join('\n')
}
const literal = (value: unknown): string => (value === undefined ? 'undefined' : JSON.stringify(value))
const idsIn = (schema: Schema): unknown[] | undefined => schema.$ref && vocabulary[nameOf(schema.$ref)]?.enum
const isOptionalTerm = (schema: Schema): boolean => Boolean(idsIn(schema)) && !('default' in schema)

function domainOf(schema: Schema): unknown[] {
  if (schema.type === 'boolean') return [false, true]
  if (schema.type === 'array')
    return subsets(idsIn(schema.items)!).filter((ids) => ids.length >= (schema.minItems ?? 0))
  const required = factBlocks.some((block) =>
    service.properties[block].required.some((leaf: string) => service.properties[block].properties[leaf] === schema),
  )
  return required || 'default' in schema ? idsIn(schema)! : [undefined, ...idsIn(schema)!]
}
const subsets = (ids: unknown[]): unknown[][] =>
  ids.reduce<unknown[][]>((found, id) => found.concat(found.map((subset) => [...subset, id])), [[]])

/** Title, description and shape of every field by its pointer, items of lists under `*`. */
function fieldsSource(): string {
  const fields: Record<string, object> = {}
  visit(service, '')
  const type =
    'export type Field = {\n  title: string\n  description: string\n  type: string\n  term?: string\n  required?: boolean\n' +
    '  default?: unknown\n  public?: boolean\n  examples?: readonly unknown[]\n}\n'
  return `${banner}${type}\nexport const fields: Readonly<Record<string, Field>> = ${JSON.stringify(fields, null, 2)}\n`

  function visit(schema: Schema, pointer: string, marks: { required?: true; public?: true } = {}): void {
    const term = schema.$ref && nameOf(schema.$ref)
    const shape = term ? { ...vocabulary[term], ...schema } : schema
    const itemTerm =
      shape.items?.$ref && vocabulary[nameOf(shape.items.$ref)]?.enum ? nameOf(shape.items.$ref) : undefined
    const enumerated = term && vocabulary[term]!.enum ? term : itemTerm
    fields[pointer] = {
      title: shape.title,
      description: shape.description,
      type: kindOf(shape, term),
      ...(enumerated ? { term: enumerated } : {}),
      ...marks,
      ...('default' in shape ? { default: shape.default } : {}),
      ...(shape.examples ? { examples: shape.examples } : {}),
    }
    for (const [key, child] of Object.entries<Schema>(shape.properties ?? {}))
      visit(child, `${pointer}/${key}`, {
        ...(shape.required?.includes(key) ? { required: true } : {}),
        ...(shape.publicProperties?.includes(key) ? { public: true } : {}),
      })
    if (shape.items) visit(shape.items, `${pointer}/*`)
  }
}
const kindOf = (shape: Schema, term: string | undefined): string => {
  if (shape.enum) return 'enum'
  if (shape.format === 'date' || term === 'date') return 'date'
  return Array.isArray(shape.type) ? shape.type.join('|') : shape.type
}
