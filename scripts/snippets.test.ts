import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { policies } from '../policies/index.ts'
import { form7, risks } from '../policies/tables.ts'
import { assess } from '../src/assess.ts'
import { judge, readingOf } from '../src/check.ts'
import { checkSchema } from '../src/schema.ts'
import { blameless, differing } from '../src/testing/blameless.ts'

type Snippet = { scope: string; prefix: string[]; description: string; body: string[] }
type Written = Record<string, unknown> & {
  risks: { id: string }[]
  criteria: { number: number | string }[]
}

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const snippets: Record<string, Snippet> = JSON.parse(read('.vscode/shinsa.code-snippets'))

/** What somebody writes over the words that stand for a number, a day or an address. */
const answers: Record<string, string> = {
  '年-月-日': '2026-07-01',
  '13桁の法人番号': '7123456789012',
  サービスのURL: 'https://example.lg.jp/',
  人数: '10',
  円の額: '1000',
}

const choices = (text: string): string[] =>
  text.split(/(?<!\\),/).map((choice) => choice.replaceAll(/\\([\\,|])/g, '$1'))

type Choose = (choices: string[]) => string
const nth =
  (index: number): Choose =>
  (all) =>
    all[index % all.length]!
const favourable: Choose = (all) => all.find((choice) => /^(true|met|"yes")/.test(choice)) ?? all[0]!

/** The text as the editor inserts it: one choice of each list, and what is written over each placeholder. */
const inserted = ({ body }: Snippet, choose: Choose, fill: Record<string, string> = {}): string =>
  body
    .join('\n')
    .replaceAll(/\$\{\d+\|((?:\\.|[^|])*)\|\}/g, (_, list: string) => choose(choices(list)))
    .replaceAll(/\$\{\d+:([^}]*)\}/g, (_, word: string) => fill[word] ?? word)
    .replaceAll('$0', '')
    .replaceAll('\\$', '$')

const written = (name: string, choose = nth(0)): Written => parse(inserted(snippets[name]!, choose, answers))
const mostChoices = 15

const files = {
  '新しい利用申請（重要情報あり・有料）': { outcome: 'application', form: 1 },
  '新しい利用申請（重要情報なし・有料）': { outcome: 'application', form: 2 },
  '新しい利用申請（重要情報なし・無料）': { outcome: 'application', form: 2 },
  申請を省略できる利用: { outcome: 'exempt', form: undefined },
}

const violations = (value: unknown): string[] =>
  judge(readingOf(value), policies).flatMap(({ id, findings }) =>
    findings.filter(({ verdict }) => verdict === 'violation').map(({ message }) => `${id}: ${message}`),
  )

describe.each(Object.entries(files))('%s', (name, { outcome, form }) => {
  test('どれを選んでもスキーマに合う', () => {
    for (let index = 0; index < mostChoices; index += 1) expect(checkSchema(written(name, nth(index)))).toEqual([])
  })

  test('スキーマの場所を書いてある', () => {
    expect(inserted(snippets[name]!, nth(0)).split('\n')[0]).toBe(
      '# yaml-language-server: $schema=../../schemas/service.schema.json',
    )
  })

  test('書き込めば、要修正の指摘はない', () => expect(violations(written(name, favourable))).toEqual([]))

  test('§9 の表のとおりの手続きになる', () => {
    const assessment = assess(written(name), policies)
    expect(assessment.outcome).toBe(outcome)
    if (form !== undefined) expect(assessment.application?.form).toBe(form)
  })

  test('別表とリスクの行がそろっている', () => {
    if (form === undefined) return
    const use = written(name)
    const asked = assess(use, policies).criteria!
    const rows = (use.criteria ?? []).map(({ number }) => number)
    expect(new Set(rows)).toEqual(new Set([...asked.required, ...asked.judged]))
    expect(rows).toHaveLength(new Set(rows).size)
    const group = (use.contract as { form: string }).form
    const wanted = risks.rows.filter((risk) => risk.group === 'common' || risk.group === group)
    expect(use.risks.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
  })
})

describe('書き足すひな形', () => {
  test.each(Array.from({ length: mostChoices }, (_, index) => index))('点検の記録と終了（選択肢%i）', (index) => {
    const check = parse(inserted(snippets['点検の記録（様式7）']!, nth(index), answers))
    const end = parse(inserted(snippets.利用の終了!, nth(index), answers))
    expect(checkSchema(differing(blameless, { checks: check, ...end }))).toEqual([])
    expect(check[0].items.map(({ id }: { id: string }) => id)).toEqual(form7.items.map(({ id }) => id))
  })
})

test('点検の記録と終了を書き込めば、要修正の指摘はない', () => {
  const checks = parse(inserted(snippets['点検の記録（様式7）']!, favourable, answers))
  const end = parse(inserted(snippets.利用の終了!, favourable, { ...answers, '年-月-日': '2027-03-31' }))
  expect(violations(differing(blameless, { checks }))).toEqual([])
  expect(violations(differing(blameless, end))).toEqual([])
})

test('書き直さなければ通らない', () => {
  const unfilled = Object.keys(files).filter((name) => files[name as keyof typeof files].form !== undefined)
  for (const name of unfilled) expect(checkSchema(parse(inserted(snippets[name]!, nth(0))))).not.toEqual([])
})

test('識別子の後ろの表示は、用語のとおりである', () => {
  const terms: Record<string, { enum?: unknown[]; enumDescriptions?: string[] }> = JSON.parse(
    read('schemas/vocabulary.schema.json'),
  ).$defs
  const labelled = new Set(
    Object.values(terms).flatMap(({ enum: ids = [], enumDescriptions = [] }) =>
      ids.map((id, index) => `${id}  # ${enumDescriptions[index]}`),
    ),
  )
  const picks = Object.values(snippets).flatMap(({ body }) =>
    [...body.join('\n').matchAll(/\$\{\d+\|((?:\\.|[^|])*)\|\}/g)].flatMap(([, list]) => choices(list!)),
  )
  const plain = picks.map((pick) => pick.replaceAll('"', '')).filter((pick) => !/^(true|false)$/.test(pick))
  expect(plain.filter((pick) => !labelled.has(pick))).toEqual([])
})

describe('エディターの設定', () => {
  const settings: { 'yaml.schemas': Record<string, string> } = JSON.parse(read('.vscode/settings.json'))
  const mapped = settings['yaml.schemas']

  test('どの表のスキーマにも、その表が対応する', () => {
    const schemas = readdirSync(new URL('../schemas/tables/', import.meta.url))
    expect(
      Object.keys(mapped)
        .filter((schema) => schema.includes('/tables/'))
        .sort(),
    ).toEqual(schemas.map((schema) => `./schemas/tables/${schema}`).sort())
  })

  test('対応するファイルがある', () => {
    const absent = Object.entries(mapped)
      .flat()
      .filter((path) => !path.includes('*') && !existsSync(new URL(`../${path}`, import.meta.url)))
    expect(absent).toEqual([])
  })
})
