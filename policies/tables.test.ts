import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { glob } from 'zx'

type Row = Record<string, unknown> & { id: string; number: number | string }
type Field = { id: string; place: string | string[] }
type Schema = { $ref?: string; properties?: Record<string, Schema>; items?: Schema } & Record<string, unknown>

const base = 'https://shinsa.invalid/schemas/'
const readSchema = (path: string): Schema => JSON.parse(readFileSync(`schemas/${path}`, 'utf8'))
const readTable = (path: string) => parse(readFileSync(`policies/${path}.yml`, 'utf8'))
const nameOf = (file: string): string => basename(file).replace(/\.(schema\.json|yml)$/, '')

const sectionFiles = glob
  .sync('policies/*/*.yml')
  .filter((file) => !file.endsWith('.cases.yml'))
  .sort()
const tableFiles = [...sectionFiles, 'policies/questions.yml']
const schemaFiles = glob.sync('schemas/tables/*.schema.json').sort()

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false })
addFormats.default(ajv)
ajv.addVocabulary(['enumDescriptions', 'patternErrorMessage', 'errorMessage', 'markdownDescription'])
for (const path of ['vocabulary.schema.json', 'table.schema.json'])
  ajv.addSchema({ ...readSchema(path), $id: `${base}${path}` })
for (const file of schemaFiles) {
  const path = `tables/${basename(file)}`
  ajv.addSchema({ ...readSchema(path), $id: `${base}${path}` })
}

const criteria: Row[] = readTable('07-selection/criteria').rows
const risks: Row[] = readTable('06-risk/risks').rows
const measures: Row[] = readTable('15-government-cloud/measures').rows
const forms: Record<number, string> = {
  1: '09-procedure/form-1',
  2: '09-procedure/form-2',
  3: '09-procedure/form-3',
  4: '10-introduction/form-4',
  5: '11-operation/form-5',
  6: '12-disposal/form-6',
  7: '13-operation-ordinary/form-7',
}
const fieldsOf = (form: number): Field[] => readTable(forms[form]!).fields
const itemsOf = (form: number): Row[] => readTable(forms[form]!).items

describe('every table has its schema', () => {
  test('no table without a schema, no schema without a table', () => {
    expect(tableFiles.map(nameOf).sort()).toEqual(schemaFiles.map(nameOf).sort())
  })

  test.each(tableFiles)('%s', (file) => {
    const text = readFileSync(file, 'utf8')
    const validate = ajv.getSchema(`${base}tables/${nameOf(file)}.schema.json`)!
    validate(parse(text))
    expect(validate.errors ?? []).toEqual([])
    expect(text.split('\n')[0]).toMatch(
      new RegExp(`\\$schema=(\\.\\./)+schemas/tables/${nameOf(file)}\\.schema\\.json$`),
    )
  })

  test.each(sectionFiles)('%s: section', (file) => {
    expect(parse(readFileSync(file, 'utf8')).section).toBe(String(Number(file.split('/')[1]!.slice(0, 2))))
  })

  test.each([
    ...schemaFiles,
    'schemas/table.schema.json',
  ])('%s: closed, and every field is named in Japanese', (file) => {
    const { $defs, ...root } = readSchema(file.slice('schemas/'.length))
    for (const [path, schema] of [root, ...Object.values($defs ?? {})].flatMap((node) => nodesOf(node as Schema, ''))) {
      if (schema.properties === undefined) continue
      expect(schema.additionalProperties, path).toBe(false)
      for (const [key, field] of Object.entries(schema.properties))
        expect(field.$ref !== undefined || /[ぁ-んァ-ヶ一-龠]/.test(String(field.description)), `${path}/${key}`).toBe(
          true,
        )
    }
  })
})

/** The object schemas below a schema; `if` and `then` only narrow what stands beside them. */
function nodesOf(schema: Schema, path: string): [string, Schema][] {
  const below = Object.entries(schema.properties ?? {}).flatMap(([key, child]) => nodesOf(child, `${path}/${key}`))
  return [[path, schema], ...below, ...(schema.items ? nodesOf(schema.items, `${path}/*`) : [])]
}

/** Every list of rows below a value, with the path for the failure's message. */
function listsOf(value: unknown, path: string): [string, Record<string, unknown>[]][] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.entries(value).flatMap(([key, child]) => listsOf(child, `${path}/${key}`))
  const isRows = Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null)
  return isRows ? [[path, value], ...below] : below
}

describe('rows', () => {
  test.each(tableFiles)('%s: ids, numbers and names are unique', (file) => {
    for (const [path, rows] of listsOf(parse(readFileSync(file, 'utf8')), ''))
      for (const key of ['id', 'number', 'slug', 'name', 'symbol']) {
        const values = rows.flatMap((row) => (key in row ? [row[key]] : []))
        expect(values.length, `${path} ${key}`).toBe(new Set(values).size)
      }
  })

  test('別表: 40 rows and X1–X3, in order', () => {
    const expected = [...Array.from({ length: 40 }, (_, index) => index + 1), 'X1', 'X2', 'X3']
    expect(criteria.map(({ number }) => number)).toEqual(expected)
  })

  test('別表: the four rows of which the guideline gives the number are 必須, and no other of the 40', () => {
    const required = criteria.filter(({ level, number }) => level === 'required' && typeof number === 'number')
    expect(required.map(({ number, certainty }) => [number, certainty])).toEqual(
      [1, 2, 32, 34].map((number) => [number, 'stated']),
    )
    expect(risks.flatMap(({ criteriaStated }) => criteriaStated ?? [])).toEqual([1, 2, 32, 34])
  })

  test('別表: what other tables and rows refer to exists', () => {
    const numbers = new Set<unknown>(criteria.map(({ number }) => number))
    const items = [4, 5, 6, 7].flatMap(itemsOf)
    for (const row of [...risks, ...measures, ...items])
      for (const number of [row.criteria ?? []].flat()) expect(numbers.has(number), `${row.id}: ${number}`).toBe(true)
    const { sources } = readTable('07-selection/criteria')
    for (const row of criteria)
      for (const id of [row.sources ?? []].flat()) expect(sources).toHaveProperty([String(id)])
  })

  test('19 measures, three with 該当なし, one for SaaS only, one in three parts', () => {
    expect(measures.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1))
    const having = (key: string) => measures.filter((row) => key in row).map(({ number }) => number)
    expect(having('mayNotApply')).toEqual([9, 10, 16])
    expect(having('onlyModel')).toEqual([7])
    expect(having('parts')).toEqual([15])
    expect((measures[14]!.parts as Row[]).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  test('13 risks: 5 common, 1 for an agreement, 7 for terms', () => {
    const count = (group: string) => risks.filter((risk) => risk.group === group).length
    expect([risks.length, count('common'), count('agreement'), count('terms')]).toEqual([13, 5, 1, 7])
  })

  test.each([
    [1, 32],
    [2, 21],
    [3, 12],
  ])('様式%i: %i fields', (form, count) => {
    expect(fieldsOf(form)).toHaveLength(count)
  })

  test.each([
    [4, 16],
    [5, 15],
    [6, 14],
    [7, 11],
  ])('様式%i: %i items, numbered', (form, count) => {
    const expected = Array.from({ length: count }, (_, index) => `f${form}-${String(index + 1).padStart(2, '0')}`)
    expect(itemsOf(form).map(({ id }) => id)).toEqual(expected)
  })

  test('exemptions: the order and the ids of the vocabulary', () => {
    const { $defs } = readSchema('vocabulary.schema.json') as unknown as { $defs: { exemption: { enum: unknown[] } } }
    const rows: Row[] = readTable('09-procedure/exemptions').rows
    expect(rows.map(({ id }) => id)).toEqual($defs.exemption.enum.filter((id) => id !== null))
    const prohibited = rows.filter(({ important }) => important === 'prohibited').map(({ id }) => id)
    expect(prohibited).toEqual(rows.slice(6).map(({ id }) => id))
  })

  test('known services: an alias names one product only', () => {
    const services: { name: string; aliases: string[] }[] = readTable('09-procedure/known-services').services
    const names = services.flatMap(({ name, aliases }) => [name, ...aliases])
    expect(names.length).toBe(new Set(names).size)
  })

  test('PIA: the steps ascend from 0', () => {
    const from: number[] = readTable('05-personal/pia-thresholds').rows.map((row: Row) => row.subjectsFrom)
    expect(from[0]).toBe(0)
    expect(from).toEqual(from.toSorted((a, b) => a - b))
  })
})

/** Whether the service schema has a property at the pointer, through `$ref`, lists and alternatives. */
function hasProperty(schema: Schema, file: string, keys: string[]): boolean {
  if (schema.$ref !== undefined) {
    const [path, fragment] = schema.$ref.split('#')
    const target = (fragment ?? '').split('/').slice(1)
    const root = readSchema(path || file)
    const found = target.reduce<Schema>((node, key) => node[key] as Schema, root)
    if (hasProperty(found, path || file, keys)) return true
  }
  const [key, ...rest] = keys
  if (key === undefined) return true
  const property = schema.properties?.[key]
  if (property !== undefined && hasProperty(property, file, rest)) return true
  return ['anyOf', 'oneOf', 'allOf'].some((word) =>
    ((schema[word] as Schema[] | undefined) ?? []).some((branch) => hasProperty(branch, file, keys)),
  )
}

describe('places in the service file', () => {
  const exists = (pointer: string): boolean =>
    hasProperty(readSchema('service.schema.json'), 'service.schema.json', pointer.split('/').slice(1))

  test.each([1, 2, 3])('様式%i: every field has a place that exists', (form) => {
    const places = fieldsOf(form).flatMap(({ place }) => place)
    expect(places.filter((place) => place !== 'derived' && !exists(place))).toEqual([])
  })

  test('only what follows from other fields is derived', () => {
    const derived = [1, 2, 3].flatMap(fieldsOf).filter(({ place }) => place === 'derived')
    expect(derived.map(({ id }) => id)).toEqual([
      'noImportantInformation',
      'handledImportantInformation',
      'form6Result',
    ])
  })

  test('facts of questions and of conditional rows exist, in the order of asking', () => {
    const asked = Object.keys(readTable('questions'))
    const conditional = criteria.flatMap(({ when }) => (when ? [(when as { pointer: string }).pointer] : []))
    expect([...asked, ...conditional].filter((pointer) => !exists(pointer))).toEqual([])
    expect(asked).toEqual([
      '/use/governedBy',
      '/service/class',
      '/use/networks',
      '/information/kinds',
      '/service/pricing',
      '/service/category',
      '/information/publishedWithConsent',
      '/service/arrangedByItSection',
      '/use/exemption',
      '/use/standardCompliantSystem',
      '/use/generativeAi',
    ])
  })
})
