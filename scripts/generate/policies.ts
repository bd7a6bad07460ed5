import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { glob } from 'zx'
import type { Files } from '../generate.ts'
import { banner, mapSchema, nameOf, readSchema, type Schema, typesOf, vocabulary } from './source.ts'

const camel = (id: string): string =>
  id
    .split('/')
    .at(-1)!
    .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
const variableOf = (id: string): string =>
  id.replace(/^\d+-/, '').replace(/[-/](.)/g, (_, letter: string) => letter.toUpperCase())
const readYaml = (file: string) => parse(readFileSync(file, 'utf8'))
const json = (value: unknown): string => JSON.stringify(value, null, 2)

const idsBelow = (pattern: string, ending: RegExp): string[] =>
  glob
    .sync(pattern)
    .map((file) => file.slice('policies/'.length).replace(ending, ''))
    .sort()

export const questionsOf = (): Record<string, string> => readYaml('policies/questions.yml')

export async function policyFiles(): Promise<Files> {
  const rules = idsBelow('policies/*/*.ts', /\.ts$/).filter((id) => !id.includes('.test'))
  const tables = ['policies/*.yml', 'policies/*/*.yml']
    .flatMap((pattern) => idsBelow(pattern, /\.yml$/))
    .filter((id) => !id.endsWith('.cases') && id !== 'questions')
  return {
    'policies/tables.ts': banner + (await Promise.all(tables.map(tableSource))).join('\n'),
    'policies/questions.ts': `${banner}export const questions: Record<string, string> = ${json(questionsOf())}\n`,
    'policies/index.ts': indexSource(rules),
    'policies/cases.ts': casesSource(rules),
  }
}

/** A table as a literal of the type that its schema gives: a misspelt id does not compile. */
async function tableSource(id: string): Promise<string> {
  const name = camel(id)
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Table`
  const schema = ['tables/', '']
    .map((folder) => `schemas/${folder}${id.split('/').at(-1)}.schema.json`)
    .find(existsSync)
  if (schema === undefined) throw new Error(`policies/${id}.yml has no schema in schemas/tables/`)
  const types = await typesOf({ ...(inlined(readSchema(schema), readSchema(schema)) as Schema), title: type }, type)
  return `${types}\nexport const ${name}: ${type} = ${json(readYaml(`policies/${id}.yml`))}\n`
}

/** Without references and titles, so that no nested type gets a name that another table has too. */
function inlined(node: unknown, root: Schema): unknown {
  const whole = mapSchema(node, (schema) => {
    if (typeof schema.$ref !== 'string') {
      const { title, $id: _, $defs: __, ...rest } = schema
      return typeof title === 'string' ? rest : schema
    }
    const name = nameOf(schema.$ref)
    return root.$defs?.[name] ?? shared.$defs[name] ?? vocabulary[name]!
  })
  return JSON.stringify(whole).includes('"$ref"') ? inlined(whole, root) : withoutTitles(whole)
}
const shared = readSchema('schemas/table.schema.json')

const withoutTitles = (node: unknown): unknown =>
  mapSchema(node, (schema) => {
    const { title, ...rest } = schema
    return typeof title === 'string' ? rest : schema
  })

const indexSource = (rules: string[]): string =>
  [
    banner,
    "import type { Policies } from '../src/rule.ts'\n",
    ...rules.map((id) => `import ${variableOf(id)} from './${id}.ts'\n`),
    "import { procedure } from './procedure.ts'\nimport { questions } from './questions.ts'\nimport { calendar } from './tables.ts'\n\n",
    `export const rules = {\n${rules.map((id) => `  '${id}': ${variableOf(id)},\n`).join('')}}\n`,
    'export const policies: Policies = { rules, questions, procedure, calendar }\n',
  ].join('')

function casesSource(rules: string[]): string {
  const read = rules
    .filter((id) => existsSync(`policies/${id}.cases.yml`))
    .map((id): [string, object] => [id, asCases(readYaml(`policies/${id}.cases.yml`))])
  const rows = (ofCalendar: boolean): string[] =>
    read.filter(([, cases]) => 'due' in cases === ofCalendar).map(([id, cases]) => `  '${id}': ${json(cases)},\n`)
  return [
    banner,
    "import type { CalendarCases, Cases } from '../src/cases.ts'\n\n",
    ...['export const cases: Record<string, Cases> = {\n', ...rows(false), '}\n\n'],
    ...['export const calendarCases: Record<string, CalendarCases> = {\n', ...rows(true), '}\n'],
  ].join('')
}

type Row = { at?: string; verdict?: string }
/** What is given for a rule on changes is two states: in the file they stand beside what is found. */
function asCases(written: { fails?: Record<string, Row> }): object {
  const fails = Object.entries(written.fails ?? {})
  if (!fails.some(([, row]) => 'head' in row)) return written
  const given = fails.map(([name, { at, verdict, ...given }]) => [name, { given, at, verdict }])
  return { ...written, fails: Object.fromEntries(given) }
}
