import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { glob } from 'zx'
import { calendarCases, cases } from '../policies/cases.ts'
import { policies } from '../policies/index.ts'
import vocabulary from '../schemas/vocabulary.schema.json' with { type: 'json' }
import { judgeChanges } from '../src/change.ts'
import { checkRegister, checkService, judge, readingOf } from '../src/check.ts'
import { dueOf } from '../src/due.ts'
import { fields } from '../src/generated/fields.ts'
import type { Entry } from '../src/rule.ts'
import { parseSource, type SourceDocument } from '../src/source/document.ts'
import { blameless, differing } from '../src/testing/blameless.ts'
import { flawsIn, flawsInMessage, isJapanese } from '../src/testing/sentences.ts'
import { commonOptions } from './arguments.ts'
import { commands } from './commands.ts'

type Said = { message: string; remedy: string | null }
const file = 'services/soumu/iken.yml'
const sourceOf = (value: unknown): SourceDocument => parseSource(file, JSON.stringify(value, null, 2))
const stateOf = (given: unknown): SourceDocument | null =>
  given === null ? null : sourceOf(differing(blameless, given))

function* saidByCases(): Iterable<Said> {
  for (const [id, { fails, passes }] of Object.entries(cases))
    for (const given of [...Object.values(passes), ...Object.values(fails).map((failing) => failing.given)]) {
      if (policies.rules[id]?.scope === 'change')
        yield* judgeChanges([{ file, base: stateOf(given.base), head: stateOf(given.head) }], policies).diagnostics
      else yield* judge(readingOf(differing(blameless, given)), policies).flatMap(({ findings }) => findings)
    }
}

function* saidOfFixtures(): Iterable<Said> {
  for (const path of glob.sync('{fixtures/refused,services}/**/*.yml'))
    yield* checkService(parseSource(path, readFileSync(path, 'utf8')), policies).diagnostics
}

function saidOfRegister(): Said[] {
  const names = ['Ｂｏｘ', 'Box', 'ＢＯＸ']
  const entries = names.map((name, index): [string, Entry] => [
    `services/soumu/${index}.yml`,
    readingOf(differing(blameless, { service: { name, provider: { name } } })).service,
  ])
  return checkRegister(new Map(entries), policies, () => sourceOf(blameless))
}

const saidOfDays = (): { subject: string; remedy: string }[] =>
  Object.values(calendarCases).flatMap(({ due }) =>
    Object.values(due).flatMap(({ given, asOf }) =>
      dueOf(file, readingOf(differing(blameless, given)), policies, asOf),
    ),
  )

const flawed = (texts: Iterable<string>, flawsOf: (text: string) => string[]): string[][] =>
  [...new Set(texts)].map((text) => [text, ...flawsOf(text)]).filter(({ length }) => length > 1)

describe('規則の言うこと', () => {
  const said = [...saidByCases(), ...saidOfFixtures(), ...saidOfRegister()]
  test('集まっている', () => expect(new Set(said.map(({ message }) => message)).size).toBeGreaterThan(200))
  test('どの文も、職員に分かる一文である', () => {
    expect(
      flawed(
        said.map(({ message }) => message),
        flawsInMessage,
      ),
    ).toEqual([])
  })
  test('どの直し方も、職員に分かる文である', () => {
    expect(
      flawed(
        said.flatMap(({ remedy }) => remedy ?? []),
        flawsIn,
      ),
    ).toEqual([])
  })
  test('どの期限にも、名詞の件名と、することの文がある', () => {
    const due = saidOfDays()
    expect(due.length).toBeGreaterThan(10)
    expect(
      flawed(
        due.map(({ subject }) => subject),
        (text) => flawsInMessage(`${text}です。`),
      ),
    ).toEqual([])
    expect(
      flawed(
        due.map(({ remedy }) => remedy),
        flawsInMessage,
      ),
    ).toEqual([])
  })
})

describe('規則の説明', () => {
  const rules = Object.values(policies.rules)
  test('題は名詞で、わけは一文である', () => {
    expect(
      flawed(
        rules.map(({ title }) => title),
        (text) => (text.includes('。') ? ['句点がある'] : flawsInMessage(`${text}です。`)),
      ),
    ).toEqual([])
    expect(
      flawed(
        rules.map(({ why }) => why),
        flawsInMessage,
      ),
    ).toEqual([])
  })
  test('問いは、一文で尋ねる', () => {
    expect(flawed(Object.values(policies.questions), flawsInMessage)).toEqual([])
    expect(Object.values(policies.questions).filter((text) => !text.endsWith('か。'))).toEqual([])
  })
})

describe('項目と選択肢', () => {
  test('どの項目にも、日本語の名前と説明の文がある', () => {
    expect(
      flawed(
        Object.values(fields).map(({ title }) => title),
        (text) => (isJapanese(text) ? [] : ['日本語でない']),
      ),
    ).toEqual([])
    expect(
      flawed(
        Object.values(fields).map(({ description }) => description),
        flawsIn,
      ),
    ).toEqual([])
  })
  test('どの選択肢にも、ほかと違う、日本語か固有の名前がある', () => {
    for (const [term, shape] of Object.entries(vocabulary.$defs)) {
      if (!('enum' in shape)) continue
      const labels: string[] = shape.enumDescriptions
      expect(new Set(labels).size, term).toBe(shape.enum.length)
      for (const label of labels) expect(label, term).toMatch(/[ぁ-んァ-ヶ一-龠]|^[A-Z]/)
    }
  })
})

describe('コマンドの使い方', () => {
  const abouts = commands.flatMap(({ about, operands, options }) => [
    about,
    ...(operands.about === '' ? [] : [operands.about]),
    ...Object.values({ ...options, ...commonOptions }).map((option) => option.about),
  ])
  test('どれも日本語である', () => {
    expect(abouts.length).toBeGreaterThan(20)
    expect(abouts.filter((text) => !isJapanese(text))).toEqual([])
  })
  test('例は、そのコマンドの例である', () => {
    for (const { name, examples } of commands)
      for (const example of examples) expect(example.split(' ')[0], example).toBe(name)
  })
})

/** Every text in quotation marks with a Japanese full stop in it, wherever it is written. */
function* writtenSentences(): Iterable<string> {
  const sources = glob.sync('{src,policies,scripts}/**/*.ts').filter((path) => !/\.test\.ts$|\/testing\//.test(path))
  for (const path of sources)
    for (const [, , text = ''] of readFileSync(path, 'utf8').matchAll(
      /(['`])((?:(?!\1|\\).|\\.)*?。(?:(?!\1|\\).|\\.)*)\1/g,
    ))
      yield text
}

test('どこに書かれた文にも、節の記号、重なった句点、半角の句読点がない', () => {
  const texts = [...writtenSentences()]
  expect(texts.length).toBeGreaterThan(300)
  expect(texts.filter((text) => /§|。。|[｡､｢｣]/.test(text))).toEqual([])
})
