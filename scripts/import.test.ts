import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { parse } from 'yaml'
import schema from '../schemas/import-mapping.schema.json' with { type: 'json' }
import { parseSource } from '../src/source/document.ts'
import { said } from './testing/command.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shinsa-import-'))
  cpSync('fixtures/import/mapping.yml', join(folder, '対応表.yml'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const run = (file: string, ...args: string[]) =>
  said(folder, 'import', file, '--mapping', '対応表.yml', '--as-of', '2026-12-01', ...args)
const written = (): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /^(services|out)\/.*\.yml$/.test(name))
    .sort()

const headings = Object.values(parse(readFileSync('fixtures/import/mapping.yml', 'utf8')).columns) as string[]
const row = (other: Record<string, string>): string[] => {
  const usual: Record<string, string> = {
    ...{ サービス名: 'Example Map', 提供者: '株式会社例示', 種類: 'その他', 区分: 'クラウド', 料金: '無償' },
    ...{ 所属: '広聴広報課', 管理者: '広聴広報課長', 連絡先: '内線 1', 利用目的: '案内のため。', 利用の範囲: '案内' },
    ...{ 接続元: 'ネット系', 開始日: 'Ｒ６．４．１', 重要情報: 'なし', 扱う情報: '公開情報' },
    ...{ 許可日: '令和6年3月15日', 許可番号: 'R5-0101' },
    ...other,
  }
  return headings.map((heading) => usual[heading] ?? '')
}
const csv = (rows: readonly string[][]): string =>
  rows.map((words) => words.map((word) => `"${word.replaceAll('"', '""')}"`).join(',')).join('\r\n')
const ledger = (...rows: Record<string, string>[]): void =>
  writeFileSync(join(folder, '台帳.csv'), csv([['外部サービス台帳'], headings, ...rows.map(row)]))
const withoutSheet = (): void => {
  const text = readFileSync(join(folder, '対応表.yml'), 'utf8')
  writeFileSync(join(folder, '対応表.yml'), text.replace('sheet: 利用一覧\n', ''))
}

test('対応表の例は、対応表のスキーマに合う', () => {
  const validate = new Ajv2020({ strict: false }).compile(schema)
  const example = parse(readFileSync('fixtures/import/mapping.yml', 'utf8'))
  expect(validate(example), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({ ...example, fixed: { 'information.kinds': 'none' } })).toBe(false)
})

test('xlsx の台帳を、以前の許可のあるファイルにする', async () => {
  const data = [[], headings, row({}), row({ サービス名: '例示カレンダー', 許可番号: '', 重要情報: '個人情報' })].map(
    (words) => words.map((value) => (value === '' ? null : { value, type: String })),
  )
  const bytes = await writeExcelFile([
    { sheet: '表紙', data: [[{ value: 'サービス名', type: String }]] },
    { sheet: '利用一覧', data },
  ] as Parameters<typeof writeExcelFile>[0]).toBuffer()
  writeFileSync(join(folder, '台帳.xlsx'), bytes)
  const { status, stderr } = await run('台帳.xlsx')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '2行のうち2行をファイルにしました。\n' })
  expect(written()).toEqual(['services/koho/calendar.yml', 'services/koho/example-map.yml'])
  const { value } = parseSource('', readFileSync(join(folder, 'services/koho/example-map.yml'), 'utf8'))
  expect(value).toMatchObject({
    service: { name: 'Example Map', class: 'cloud', pricing: 'free' },
    department: { name: '区長室広聴広報課' },
    use: { networks: ['internet'], period: { start: '2024-04-01' } },
    information: { kinds: [] },
    application: { type: 'new', permittedBefore: { date: '2024-03-15', number: 'R5-0101' } },
  })
})

test('置けない行は、1行ずつ理由を言い、書かない。重要情報は推測しない', async () => {
  withoutSheet()
  ledger(
    {},
    { サービス名: '=cmd|calc', 重要情報: '', 許可番号: 'A-1' },
    { サービス名: '不明な例', 重要情報: '不明', 許可番号: 'A-2' },
    { サービス名: '日付の例', 許可日: '2026-02-30', 許可番号: 'A-3' },
    { サービス名: '課の例', 所属: '例示課', 許可番号: 'A-4' },
    { サービス名: '許可の例', 許可日: '', 許可番号: 'A-5' },
    { サービス名: '名前の例', 許可番号: '' },
    { サービス名: 'Example  map!', 許可番号: 'A-6' },
  )
  const { status, stdout, stderr } = await run('台帳.csv', '--out-dir', 'out')
  expect(status).toBe(1)
  expect(stdout).toMatch(/^out\/koho\/example-map\.yml/)
  const lines = stderr.trimEnd().split('\n')
  expect(lines.map((line) => /の(\d+)行目/.exec(line)?.[1])).toEqual(['4', '5', '6', '7', '8', '9', '10', undefined])
  const reasons = [
    '推測はしません',
    '「不明」',
    '「2026-02-30」',
    '「例示課」',
    '許可された日',
    'ファイルの名前',
    '3行目と同じ',
  ]
  for (const [index, words] of reasons.entries()) expect(lines[index]).toContain(words)
  expect(lines.at(-1)).toBe('8行のうち1行をファイルにしました。残りの7行は書いていません。')
  expect(written()).toEqual(['out/koho/example-map.yml'])
})

test('対応表にない列は、値のある行を示す', async () => {
  withoutSheet()
  const text = csv([
    [...headings, '備考', '空の列'],
    [...row({}), '更新\n予定', ''],
    [...row({ サービス名: 'B' }), '', ''],
  ])
  writeFileSync(join(folder, '台帳.csv'), text)
  const { status, stderr } = await run('台帳.csv')
  expect(status).toBe(0)
  expect(stderr).toBe(
    '台帳.csv の「備考」の列は対応表にないため、取り込んでいません（値のある行: 2）。\n2行のうち2行をファイルにしました。\n',
  )
})

test('すでにあるファイルには書かない', async () => {
  withoutSheet()
  ledger({})
  await run('台帳.csv')
  writeFileSync(join(folder, 'services/koho/example-map.yml'), 'old')
  const { status, stderr } = await run('台帳.csv')
  expect(status).toBe(1)
  expect(stderr).toContain('services/koho/example-map.yml はすでにあるため、書きません。')
  expect(readFileSync(join(folder, 'services/koho/example-map.yml'), 'utf8')).toBe('old')
})

test.each([
  [
    'columns: { service.name: 名前, information.kinds: 情報, department.name: 課, use.porpose: 目的 }',
    'use.purpose ですか',
  ],
  ['columns: { service.name: 名前, department.name: 課 }', 'information.kinds の列'],
  [
    'columns: { service.name: 名前, information.kinds: 情報, department.name: 課 }\nfixed: { information.kinds: none }',
    '1件ずつ表に書かれたものだけ',
  ],
  ['columns: { service.name: 名前, information.kinds: 情報, department.name: 課 }', '「名前」の列のある表がありません'],
  ['culumns: {}', '「culumns」という項目はありません'],
])('対応表の誤り: %s', async (text, words) => {
  ledger({})
  writeFileSync(join(folder, '対応表.yml'), text)
  const { status, stderr } = await run('台帳.csv')
  expect(status).toBe(2)
  expect(stderr).toContain(words)
  expect(written()).toEqual([])
})
