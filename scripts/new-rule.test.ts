import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { policies } from '../policies/index.ts'
import { judge, readingOf } from '../src/check.ts'
import type { Rule } from '../src/rule.ts'
import { checkSchema } from '../src/schema.ts'
import { blameless, differing } from '../src/testing/blameless.ts'
import { planRule } from './new-rule/plan.ts'
import { casesSource, ruleSource, type Scope, scopes } from './new-rule/skeleton.ts'

const root = new URL('..', import.meta.url).pathname
const world = {
  folders: ['03-scope', '09-procedure', 'drafts'],
  exists: (path: string) => existsSync(join(root, path)),
}
const plan = (...words: string[]) => planRule(words, world)

describe('断るとき', () => {
  test.each([
    [[], '規則の識別子を書いてください。'],
    [['09-procedure'], '「節のフォルダー/名前」の形ではありません。'],
    [['09-procedure/'], '「節のフォルダー/名前」の形ではありません。'],
    [['09-procedure/deep/example'], '「節のフォルダー/名前」の形ではありません。'],
    [['09-procedure/Example'], '「Example」は名前にできません。'],
    [['09-procedure/例'], '「例」は名前にできません。'],
    [['09-procedure/..'], '「..」は名前にできません。'],
    [['09-procedure/a--b'], '「a--b」は名前にできません。'],
    [['09-procedure/example.ts'], '「example.ts」は名前にできません。'],
    [['09-procedures/example'], 'もしかして「09-procedure」ですか。'],
    [['../example'], '「..」という節のフォルダーはありません。'],
    [['drafts/example'], '節のフォルダー: 03-scope、09-procedure'],
    [['03-scope/network-matrix'], 'policies/03-scope/network-matrix.ts が既にあります。'],
    [['09-procedure/example', 'calendar'], '「calendar」は規則の種類ではありません。'],
    [['09-procedure/example', 'facts', 'more'], '規則は1つずつ作ってください。'],
  ])('%j', (words, reason) => expect(plan(...words)).toEqual({ refusal: expect.stringContaining(reason) }))
})

test('規則と例のファイルを作り、次の手順を言う', () => {
  expect(plan('09-procedure/brand-new')).toEqual({
    files: {
      'policies/09-procedure/brand-new.ts': ruleSource('09-procedure/brand-new', 'application'),
      'policies/09-procedure/brand-new.cases.yml': casesSource(),
    },
    message: expect.stringContaining('-t "09-procedure/brand-new"'),
  })
  expect(ruleSource('09-procedure/brand-new', 'facts')).toContain("section: '9'")
})

describe('ひな形', () => {
  const folder = mkdtempSync(join(tmpdir(), 'new-rule-'))
  const place = join(folder, 'policies/09-procedure')
  const cases = parse(casesSource())

  beforeAll(() => {
    mkdirSync(place, { recursive: true })
    for (const shared of ['src', 'node_modules']) symlinkSync(join(root, shared), join(folder, shared))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    for (const scope of scopes) {
      const source = ruleSource('09-procedure/example', scope)
      writeFileSync(join(place, `${scope}.ts`), source)
      writeFileSync(join(place, `${scope}-real.ts`), source.replace('= []', "= ['map']"))
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function findings(file: string, given: object) {
    const { default: rule }: { default: Rule } = await import(pathToFileURL(join(place, `${file}.ts`)).href)
    const value = differing(blameless, given)
    expect(checkSchema(value)).toEqual([])
    return judge(readingOf(value), { ...policies, rules: { example: rule } })[0]!.findings
  }
  const failing = Object.values<{ given: object; at: string; verdict: string }>(cases.fails)

  test('型が合い、書式も整っている', () => {
    const options = { extends: join(root, 'tsconfig.json'), include: ['policies'] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options))
    const run = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' })
    expect(run.stdout + run.stderr).toBe('')
    writeFileSync(join(folder, 'biome.json'), readFileSync(join(root, 'biome.json')))
    const lint = spawnSync(join(root, 'node_modules/.bin/biome'), ['check', 'policies'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(lint.status, lint.stdout + lint.stderr).toBe(0)
  })

  test.each(scopes)('%s: 本文を書くまでは、触れる例が失敗する', async (scope: Scope) => {
    for (const { given } of failing) expect(await findings(scope, given)).toEqual([])
  })

  test.each(scopes)('%s: 本文を書けば、例のとおりになる', async (scope: Scope) => {
    for (const given of Object.values<object>(cases.passes)) expect(await findings(`${scope}-real`, given)).toEqual([])
    for (const { given, at, verdict } of failing)
      expect(await findings(`${scope}-real`, given)).toMatchObject([{ at, verdict }])
  })
})

test('ひな形の文は、どの規則と例にも残っていない', () => {
  const quoted = [...ruleSource('0', 'service').matchAll(/'([^'\n]*\p{Script=Han}[^'\n]*)'/gu)].map(([, text]) => text!)
  const { passes, fails } = parse(casesSource())
  const left = [...quoted, ...Object.keys({ ...passes, ...fails })]
  expect(left).toHaveLength(6)
  for (const file of readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:ts|cases\.yml)$/.test(file)) continue
    const text = readFileSync(join(root, 'policies', file), 'utf8')
    const found = left.filter((sentence) => text.includes(sentence))
    expect(found, file).toEqual([])
  }
})

describe('コマンド', () => {
  const script = join(root, 'scripts/new-rule.ts')
  const tsx = new URL(import.meta.resolve('tsx')).href
  const folder = mkdtempSync(join(tmpdir(), 'new-rule-'))
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ['--import', tsx, script, ...words], { cwd: folder, encoding: 'utf8' })

  beforeAll(() => mkdirSync(join(folder, 'policies/09-procedure'), { recursive: true }))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('ファイルを書き、二度目は断る', () => {
    const output = execFileSync(process.execPath, ['--import', tsx, script, '09-procedure/example'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(output).toContain('policies/09-procedure/example.ts')
    const file = join(folder, 'policies/09-procedure/example.ts')
    expect(readFileSync(file, 'utf8')).toBe(ruleSource('09-procedure/example', 'application'))

    const again = run('09-procedure/example')
    expect(again).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('既にあります') })
  })
})
