import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { rules } from './index.ts'

type Met = 'rule' | 'field' | 'attestation' | 'step' | 'outside'
type Support = { met: Met; by: string[] }
type Clause = Support & { id: string; section: string; text: string; also?: Support[]; reason?: string }
type Schema = { [key: string]: unknown }

const root = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const readSchema = (file: string): Schema => JSON.parse(read(`schemas/${file}`))

const coverage: { clauses: Clause[] } = parse(read('policies/coverage.yml'))
const interpretations: { rows: { number: number; sections: string[] }[] } = parse(read('policies/interpretations.yml'))
const { clauses } = coverage
const sections = Array.from({ length: 15 }, (_, index) => String(index + 1))

const references = (met: Met): string[] => [
  ...new Set(
    clauses
      .flatMap((clause) => [clause, ...(clause.also ?? [])])
      .filter((support) => support.met === met)
      .flatMap(({ by }) => by),
  ),
]

function refusals(schemaFile: string, value: unknown): unknown[] {
  const validate = new Ajv2020({ allErrors: true, strictTypes: false, keywords: ['enumDescriptions'] }).compile(
    readSchema(schemaFile),
  )
  validate(value)
  return validate.errors ?? []
}

/** Every schema that speaks about the same value: references followed, alternatives opened. */
function opened(schema: Schema, file: string): [Schema, string][] {
  const alternatives = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (schema[keyword] ?? []) as Schema[])
  const inner = alternatives.flatMap((alternative) => opened(alternative, file))
  if (typeof schema.$ref !== 'string') return [[schema, file], ...inner]
  const [target, fragment = ''] = schema.$ref.split('#')
  const targetFile = target === '' || target === undefined ? file : target
  const node = fragment
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Schema | undefined)?.[key], readSchema(targetFile))
  return [[schema, file], ...inner, ...opened((node ?? {}) as Schema, targetFile)]
}

function children(schema: Schema, key: string): Schema[] {
  const property = (schema.properties as Schema | undefined)?.[key]
  const item = /^\d+$/.test(key) ? schema.items : undefined
  return [property, item].filter((child): child is Schema => typeof child === 'object' && child !== null)
}

function exists(pointer: string): boolean {
  const start: [Schema, string][] = [[readSchema('service.schema.json'), 'service.schema.json']]
  const reached = pointer
    .split('/')
    .slice(1)
    .reduce(
      (from, key) =>
        from
          .flatMap(([schema, file]) => opened(schema, file))
          .flatMap(([schema, file]) => children(schema, key).map((child): [Schema, string] => [child, file])),
      start,
    )
  return reached.length > 0
}

function checklistItems(): Set<string> {
  const folders = readdirSync(new URL('policies/', root), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name.startsWith('1'),
  )
  const files = folders.flatMap(({ name }) =>
    readdirSync(new URL(`policies/${name}/`, root))
      .filter((file) => /^form-\d\.yml$/.test(file))
      .map((file) => `policies/${name}/${file}`),
  )
  return new Set(files.flatMap((file) => (parse(read(file)) as { items: { id: string }[] }).items.map(({ id }) => id)))
}

describe('本文と仕組みの対応', () => {
  test('スキーマに合う', () => expect(refusals('coverage.schema.json', coverage)).toEqual([]))

  test('節の順に、節ごとに1から抜けなく番号が付く', () => {
    const numbered = sections.flatMap((section) =>
      clauses.filter((clause) => clause.section === section).map((_, index) => `${section}-${index + 1}`),
    )
    expect(clauses.map(({ id }) => id)).toEqual(numbered)
  })

  test.each(sections)('%sの条項がある', (section) => {
    expect(clauses.some((clause) => clause.section === section)).toBe(true)
  })

  test('番号の頭は節と同じである', () => {
    expect(clauses.filter(({ id, section }) => !id.startsWith(`${section}-`))).toEqual([])
  })

  test('同じ条項を二度書かない', () => expect(new Set(clauses.map(({ text }) => text)).size).toBe(clauses.length))

  test('100以上の条項がある', () => expect(clauses.length).toBeGreaterThanOrEqual(100))

  test('挙げた規則はすべてある', () => {
    expect(references('rule').filter((id) => !Object.hasOwn(rules, id))).toEqual([])
  })

  test('どの規則も一つ以上の条項に属する', () => {
    const named = new Set(references('rule'))
    expect(Object.keys(rules).filter((id) => !named.has(id))).toEqual([])
  })

  test('挙げた記入欄はすべてサービスのスキーマにある', () => {
    expect(references('field').filter((pointer) => !exists(pointer))).toEqual([])
  })

  test('挙げた点検項目はすべて様式にある', () => {
    const items = checklistItems()
    expect(references('attestation').filter((id) => !items.has(id))).toEqual([])
  })

  test('対象外の条項には理由がある', () => {
    expect(clauses.filter(({ met, reason }) => met === 'outside' && !reason)).toEqual([])
  })
})

describe('解釈の登録簿', () => {
  test('スキーマに合う', () => expect(refusals('interpretations.schema.json', interpretations)).toEqual([]))

  test('1から抜けなく番号が付く', () => {
    expect(interpretations.rows.map(({ number }) => number)).toEqual(interpretations.rows.map((_, index) => index + 1))
  })
})
