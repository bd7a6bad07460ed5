import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { coverage, sections as table } from './tables.ts'

const { sections } = table
const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

test('目次は、そのスキーマに合う', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  ajv.addSchema(JSON.parse(read('schemas/table.schema.json')))
  const validate = ajv.compile(JSON.parse(read('schemas/sections.schema.json')))
  validate(parse(read('policies/sections.yml')))
  expect(validate.errors ?? []).toEqual([])
})

test('15の節が順に並び、題名はそれぞれ違う', () => {
  expect(sections.map(({ number }) => Number(number))).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
  expect(new Set(sections.map(({ title }) => title)).size).toBe(15)
})

const orderOf = (clause: string): number => Number(clause.split('-')[1])

test.each(
  sections.filter(({ subsections }) => subsections !== undefined),
)('第$number節の細目は、条項を重なりなく分ける', ({ number, subsections = [] }) => {
  const known = coverage.clauses.filter(({ section }) => section === number).map(({ id }) => id)
  expect(subsections.map((below) => below.number)).toEqual(subsections.map((_, index) => `(${index + 1})`))
  let last = 0
  for (const { clauses } of subsections) {
    const [first = '', end = ''] = clauses
    expect(known).toEqual(expect.arrayContaining([first, end]))
    expect(orderOf(first)).toBeGreaterThan(last)
    expect(orderOf(end)).toBeGreaterThanOrEqual(orderOf(first))
    last = orderOf(end)
  }
})
