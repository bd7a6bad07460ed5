import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { registerTable } from '../src/exporters/register-csv.ts'
import { registerHtml } from '../src/exporters/register-html.ts'
import { registerJson } from '../src/exporters/register-json.ts'
import { registerSheets } from '../src/exporters/register-xlsx.ts'
import { type Column, cellsOf, headingsOf, serialOf } from '../src/exporters/sheet.ts'
import { views } from '../src/register/columns.ts'
import type { RegisterRow } from '../src/register/row.ts'
import { registerTerminal } from '../src/reporters/register.ts'
import { hostile, sampleRegister } from '../src/testing/register.ts'
import { csvOf } from './csv.ts'
import { chainOf, commitLedger } from './testing/ledger.ts'
import { shinsa, type TestRepository, temporaryFolder, testRepository } from './testing/repository.ts'
import { workbookOf } from './workbook.ts'

const register = sampleRegister()
/** What another program gets, and nothing that only we know. */
const { services }: { services: RegisterRow[] } = JSON.parse(registerJson(register))
const valuesOf = (
  columns: readonly Column<RegisterRow>[],
  rows: readonly RegisterRow[],
): (string | number | null)[][] =>
  rows.map((row) => cellsOf(columns, row).map((cell) => (typeof cell === 'object' && cell !== null ? cell.day : cell)))
const dayOf = (cell: unknown): unknown => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)

describe('xlsx', () => {
  const bytes = workbookOf(registerSheets(register))
  const going = services.filter(({ status }) => status !== 'ended')
  const ended = services.filter(({ status }) => status === 'ended')
  const xml = async (name: string): Promise<string> => strFromU8(unzipSync(await bytes)[name]!)

  test('別の道具が読んだものは、json と同じである', async () => {
    const read = await readExcelFile(await bytes, { trim: false })
    expect(read.map(({ sheet }) => sheet)).toEqual(['利用中', '点検状況', '終了'])
    const rowsOf = (name: string): unknown[][] =>
      read.find(({ sheet }) => sheet === name)!.data.map((row) => row.map(dayOf))
    const checked = going.filter(({ outcome }) => outcome === 'application' || outcome === 'exempt')
    expect(rowsOf('利用中')).toEqual([headingsOf(views.inUse), ...valuesOf(views.inUse, going)])
    expect(rowsOf('点検状況')).toEqual([headingsOf(views.checks), ...valuesOf(views.checks, checked)])
    expect(rowsOf('終了')).toEqual([headingsOf(views.ended), ...valuesOf(views.ended, ended)])
  })

  test('どの利用も、最初か最後の表に一度だけある', () => {
    expect(going.length + ended.length).toBe(services.length)
  })

  test('日付は日付の値であり、式は一つもない', async () => {
    const sheet = await xml('xl/worksheets/sheet1.xml')
    expect(sheet).toContain(`<v>${serialOf('2024-07-01')}</v>`)
    expect(serialOf('2026-04-01')).toBe(46113)
    for (const name of Object.keys(unzipSync(await bytes))) expect(await xml(name)).not.toMatch(/<f[ >]/)
    // Whoever edits a cell of the format "text" gets a text again.
    expect(await xml('xl/styles.xml')).toMatch(/formatCode="@"|numFmtId="49"/)
  })

  test('見出しは動かず、絞り込め、紙の幅に収まり、各頁に出る', async () => {
    const sheet = await xml('xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<pane ySplit="1" xSplit="3" topLeftCell="D2"[^>]*state="frozen"/)
    expect(sheet).toMatch(/<\/sheetData><autoFilter ref="A1:[A-Z]+\d+"\/><pageMargins/)
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(sheet).toMatch(/<col min="1" max="1" width="12"/)
    // What is too wide for one page takes two side by side, the first columns on both.
    expect(sheet).toMatch(/<pageSetup [^>]*pageOrder="overThenDown" fitToWidth="3" fitToHeight="0"\/>/)
    expect(await xml('xl/workbook.xml')).toMatch(
      /_xlnm\.Print_Titles" localSheetId="2">&apos;終了&apos;!\$A:\$C,&apos;終了&apos;!\$1:\$1</,
    )
  })

  test('どの行も、字の折り返しが見える高さで、書き足せば伸びる', async () => {
    const wide = 'とても長い条件の文章です。'.repeat(20)
    const bytes = await workbookOf([
      {
        ...{ name: 'a', widths: [20, 10], frozenColumns: 0, headings: ['x', 'y'] },
        rows: [
          ['短い', null],
          [wide, '2\n行'],
        ],
      },
    ])
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
    const heights = [...sheet.matchAll(/<row r="\d+" ht="([\d.]+)"/g)].map(([, height]) => Number(height))
    expect(heights[0]).toBeLessThan(20)
    expect(heights[1]).toBeGreaterThan(13 * 16)
    expect(sheet).not.toContain('customHeight')
    const pages = await readExcelFile(bytes, { trim: false })
    expect(pages[0]!.data[2]).toEqual([wide, '2\n行'])
  })

  test('利用が一つもなくても、見出しのある表になる', async () => {
    const read = await readExcelFile(await workbookOf(registerSheets({ ...register, rows: [] })))
    expect(read.map(({ data }) => data.length)).toEqual([1, 1, 1])
  })

  test('長すぎる文は、開けるところまでにする', async () => {
    const long = { ...services[0]!, status: 'in-use' as const, name: 'あ'.repeat(40_000) }
    const [sheet] = await readExcelFile(await workbookOf(registerSheets({ ...register, rows: [long] })))
    expect(String(sheet!.data[1]![2])).toHaveLength(32_001)
  })
})

describe('csv', () => {
  const text = csvOf(registerTable(register))
  const rows = parse(text, { bom: true }) as string[][]

  test('BOM で始まり、行は CRLF で終わる', () => {
    expect(text).toMatch(/^\ufeff番号,課,サービス名,/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('読み戻したものは、json と同じである', () => {
    const unescaped = rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')))
    expect(unescaped).toEqual([
      headingsOf(views.everything),
      ...valuesOf(views.everything, services).map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    ])
  })

  test('式になるものは、一つもない', () => {
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
    for (const formula of hostile.slice(0, 5)) expect(rows.flat()).toContain(`'${formula}`)
  })

  test('日付は西暦と和暦の2列', () => {
    const at = rows[0]!.indexOf('利用開始日')
    expect(rows[1]!.slice(at, at + 2)).toEqual(['2024-07-01', '令和6年7月1日'])
    expect(rows[0]![at + 1]).toBe('利用開始日（和暦）')
  })
})

describe('html', () => {
  const page = registerHtml(register)
  test('印刷のための台帳', () => expect(page).toMatchFileSnapshot('golden/register.html.out'))
  test('書かれたものは、文字のままである', () => {
    expect(page).not.toMatch(/<script|<img|<[^>]* on\w+=/i)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    const turned = registerHtml({ ...register, rows: [{ ...services[0]!, name: '\u202eへんな向き' }] })
    expect(turned).toContain('&lt;U+202E&gt;へんな向き')
    expect(page).not.toMatch(/https?:\/\/(?!example)/)
    for (const [, width] of page.matchAll(/<col class="w(\d+)">/g)) expect(page).toContain(`.w${width}{`)
  })
  test('利用がなくても、文になる', () => {
    expect(registerHtml({ ...register, rows: [] })).toContain('利用している外部サービスはありません。')
  })
})

test('端末の台帳', async () => {
  const text = registerTerminal(register, { width: 100, colour: false })
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  await expect(text).toMatchFileSnapshot('golden/register.out')
  expect(registerTerminal({ ...register, rows: [] }, { width: 100, colour: true })).toContain('台帳: 0件')
})

describe('--at', () => {
  let repository: TestRepository
  const commits: string[] = []
  const use = (name: string, more = ''): string =>
    [
      `service: { name: ${name}, provider: { name: B }, category: other, class: cloud, pricing: paid }`,
      'department: { name: C, manager: D }',
      'use: { purpose: E, scope: F, networks: [internet], period: { start: 2026-01-15 } }',
      `information: { kinds: [], description: G }\n${more}`,
    ].join('\n')
  beforeAll(() => {
    repository = testRepository()
    repository.write('README.md', '台帳\n')
    commits.push(repository.commit('始める', '2026-06-30T23:59:59+09:00'))
    repository.write('services/koho/a.yml', use('A'))
    commits.push(repository.commit('A を始める', '2026-07-01T23:59:59+09:00'))
    repository.write('services/koho/a.yml', use('A', 'suspension: { date: 2026-07-02, reason: 止めたため。 }'))
    repository.write('services/kikaku/b.yml', use('B'))
    commits.push(repository.commit('B を始め、A を止める', '2026-07-02T00:00:00+09:00'))
    // What is not merged is not permitted, and what was never committed is in no tree.
    repository.git('checkout', '--quiet', '-b', 'work')
    repository.write('services/kikaku/c.yml', use('C'))
    repository.commit('まだ申請中', '2026-07-03T00:00:00+09:00')
    repository.write('services/kikaku/d.yml', use('D'))
  })
  afterAll(() => repository.dispose())

  const told = async (...args: string[]) => {
    const { status, output, complaint } = await shinsa(repository.folder, 'register', '--format', 'json', ...args)
    expect({ status, complaint }).toEqual({ status: 0, complaint: '' })
    return JSON.parse(output)
  }
  const namesIn = ({ services }: { services: RegisterRow[] }): string[] =>
    services.map(({ name, status }) => `${name} ${status}`)

  test('日付は、日本時間のその日の終わりの main である', async () => {
    expect(await told('--at', '2026-06-30')).toMatchObject({ version: 1, asOf: '2026-06-30', services: [] })
    const first = await told('--at', '2026-07-01')
    expect(first).toMatchObject({ asOf: '2026-07-01', at: { commit: commits[1], date: '2026-07-01' } })
    expect(namesIn(first)).toEqual(['A in-use'])
    expect(namesIn(await told('--at', '2026-07-02'))).toEqual(['B in-use', 'A suspended'])
    expect(namesIn(await told('--at', '2030-01-01'))).toEqual(['B in-use', 'A suspended'])
  })

  test('コミットやブランチの名でもよく、数える日を別に言える', async () => {
    const first = await told('--at', commits[1]!.slice(0, 10))
    expect(first).toMatchObject({ asOf: '2026-07-01', at: { commit: commits[1] } })
    expect(namesIn(first)).toEqual(['A in-use'])
    expect(namesIn(await told('--at', 'work'))).toEqual(['B in-use', 'C in-use', 'A suspended'])
    expect(await told('--at', 'main~1', '--as-of', '2026-12-01')).toMatchObject({ asOf: '2026-12-01' })
  })

  test('書かなければ、いまのファイルである', async () => {
    const now = await told('--as-of', '2026-07-01')
    expect(now.at).toBeNull()
    expect(namesIn(now)).toEqual(['B in-use', 'C in-use', 'D in-use', 'A in-use'])
  })

  test('課や場所で絞れる', async () => {
    const only = async (...args: string[]) => namesIn(await told('--at', 'main', ...args))
    expect(await only('--department', 'koho')).toEqual(['A suspended'])
    expect(await only('--department', '広聴広報課')).toEqual(['A suspended'])
    expect(await only('services/kikaku')).toEqual(['B in-use'])
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const { status } = await shinsa(repository.folder, 'register', '--at', commits[1]!, 'services/kikaku')
    expect(status).toBe(2)
    expect(said.mock.calls.flat().join()).toContain('services/kikaku を開けません: その版にありません。')
    said.mockRestore()
  })

  test.each([
    [['--at', '2026-06-29'], '2026-06-29（令和8年6月29日）の台帳はありません。'],
    [['--at', '2026-02-30'], '日付として読めません'],
    [['--at', 'R8.7.1'], '2026-07-01 のように書いてください。'],
    [['--at', 'mian'], '「mian」という版は、git にありません。'],
    [['--at', '--output=x'], '版は、git にありません。'],
    [['--department', 'kohoo'], 'もしかして koho ですか。'],
    [['--department', '課'], 'という課はありません。'],
  ])('%o は使い方の誤りである', async (args, words) => {
    const [name = '', value = ''] = args
    const { status, complaint } = await shinsa(repository.folder, 'register', `${name}=${value}`)
    expect({ status, complaint }).toMatchObject({ status: 2, complaint: expect.stringContaining(words) })
  })

  test('許可とその条件は、そのときまでの台帳から', async () => {
    const judgement = {
      key: '3f2a91c4',
      rule: '03-scope/network-matrix',
      pointer: '/use/networks/0',
      answer: 'conditional',
      reason: '年度末までに見直す。',
      by: { user: 'jiro', userId: 12 },
    } as const
    const chain = chainOf(repository, {
      [commits[1]!]: { transition: 'new', judgements: [judgement] },
      [commits[2]!]: { kind: 'irregular', reasons: ['承認がありません。'] },
    })
    commitLedger(repository, chain)
    const permissions = ({ services }: { services: RegisterRow[] }) =>
      services.map(({ name, permission }) => `${name} ${permission?.state} ${permission?.conditions.length}`)
    expect(permissions(await told('--at', '2026-07-01'))).toEqual(['A permitted 1'])
    expect(permissions(await told('--at', '2026-07-02'))).toEqual(['B unconfirmed 0', 'A unconfirmed 1'])
    const { output } = await shinsa(repository.folder, 'register', '--at', '2026-07-01')
    expect(output).toContain('許可の条件: 年度末までに見直す。（D-2026-000001、2026-07-01 令和8年7月1日')
  })

  test('git のないところでも、いまの台帳は出る。昔の台帳は出ない', async () => {
    const bare = testRepository(temporaryFolder())
    bare.write('services/koho/a.yml', use('A'))
    const { output } = await shinsa(bare.folder, 'register', '--format', 'json')
    expect(JSON.parse(output).services).toMatchObject([{ file: 'services/koho/a.yml', permission: null }])
    expect((await shinsa(bare.folder, 'register', '--at', 'main')).complaint).toContain(
      'git のリポジトリではありません',
    )
    bare.dispose()
    const empty = testRepository()
    empty.write('services/koho/a.yml', use('A'))
    const { complaint } = await shinsa(empty.folder, 'register', '--at', '2026-07-01')
    expect(complaint).toBe('このリポジトリには、まだコミットがありません。')
    empty.dispose()
  })
})

test('xlsx は画面に出さず、ファイルは全部書くか、前のままである', async () => {
  const repository = testRepository()
  const { run } = await import('./register.ts')
  const given = (values: Record<string, string>) => ({ paths: [], values, switches: new Set<string>(), given: [] })
  await expect(run(given({ format: 'xlsx' }))).rejects.toThrow('--out 台帳.xlsx')
  const out = join(repository.folder, 'r.xlsx')
  repository.write('r.xlsx', '前のもの')
  expect(await run(given({ format: 'xlsx', out, 'as-of': '2026-12-01' }))).toBe(0)
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
  await expect(run(given({ format: 'csv', out: join(repository.folder, 'no', 'r.csv') }))).rejects.toThrow('書けません')
  repository.dispose()
})
