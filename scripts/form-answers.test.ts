import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { editService } from '../src/edit/edit.ts'
import type { Sheet } from '../src/exporters/sheet.ts'
import type { GridCell } from '../src/sheets/grid.ts'
import { parseSource } from '../src/source/document.ts'
import { readSheets } from './sheets.ts'
import { said } from './testing/command.ts'
import { workbookOf } from './workbook.ts'

const health = 'services/kenko-suishin/kenshin-yoyaku.yml'
const map = 'services/shoko-kanko/kanko-map.yml'
const ended = 'services/shoko-kanko/shohinken.yml'
const booking = 'services/bunka/shisetsu-yoyaku.yml'
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shinsa-form-'))
  cpSync('services', join(folder, 'services'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))
const run = (name: string, ...args: string[]) => said(folder, name, ...args)
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
const valueIn = (text: string) => parseSource('', text).value as Record<string, unknown>
const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)

type Fill = (cells: GridCell[][], place: (name: string) => { row: number; column: number }) => void
/** A workbook as it comes back: some of its cells filled in by hand. */
async function filled(name: string, fill: Fill): Promise<void> {
  const sheets = await readSheets(join(folder, name))
  for (const { cells: read } of sheets) {
    const cells = read as GridCell[][]
    const [head = []] = cells
    const names = cells.map((row) => row[head.indexOf('記入欄の名前')])
    fill(cells, (wanted) => ({ row: names.indexOf(wanted), column: head.indexOf('記入') }))
  }
  const written = sheets.map(
    ({ name: sheet, cells }): Sheet => ({
      ...{ name: sheet, widths: cells[0]!.map(() => 10), frozenColumns: 0 },
      headings: cells[0]!.map(String),
      rows: cells.slice(1).map((row) => row.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell))),
    }),
  )
  writeFileSync(join(folder, name), await workbookOf(written))
}
const fillIn =
  (words: Readonly<Record<string, GridCell>>): Fill =>
  (cells, place) => {
    for (const [name, word] of Object.entries(words)) {
      const { row, column } = place(name)
      if (row > 0) cells[row]![column] = word
    }
  }

describe('様式のブックを、同じファイルに戻す', () => {
  test('何も書き足さなければ、どの利用のどの様式でも、1バイトも変わらない', async () => {
    const files = readdirSync(join(folder, 'services'), { recursive: true })
      .map((name) => `services/${name}`)
      .filter((name) => name.endsWith('.yml'))
    expect(files.length).toBeGreaterThan(40)
    for (const file of files)
      for (const form of ['1', '2']) {
        await run('form', form, file, '--format', 'xlsx', '--out', '様式.xlsx')
        const { status, stdout, stderr } = await run('form', form, file, '--answers', '様式.xlsx', '--yes')
        expect({ status, stdout, stderr }, `${file} ${form}`).toEqual({
          ...{ status: 0, stderr: '' },
          stdout: `${file} の記載と同じため、変えるところはありません。\n`,
        })
        expect(read(file)).toBe(readFileSync(file, 'utf8'))
      }
  }, 120_000)

  test('書き直されたところだけを示し、yes のあとに、そこだけを書く', async () => {
    await run('form', '1', health, '--format', 'xlsx', '--out', '様式1.xlsx')
    await filled(
      '様式1.xlsx',
      fillIn({
        'use.purpose': '区民健診の予約と、\n取消しを受け付けるため。',
        'use.period.end': '令和９年３月３１日',
        'risks.common-offshore.accepted': '許容しない',
        'criteria.3.result': '×',
        'contract.cost.annual': 5_000_000,
      }),
    )
    const before = read(health)
    const asked = await run('form', '1', health, '--answers', '様式1.xlsx')
    expect({ status: asked.status, after: read(health) }).toEqual({ status: 2, after: before })
    expect(asked.stdout.trimEnd().split('\n')).toEqual([
      '利用の目的: 「区民健診の予約を受け付けるため。」 → 「区民健診の予約と、 取消しを受け付けるため。」',
      expect.stringMatching(/^利用終了予定日: .* → 「2027-03-31」$/),
      '年額費用: 「4620000」 → 「5000000」',
      expect.stringMatching(/^リスクの検討結果 › .* › 許容できるか: 「はい」 → 「いいえ」$/),
      expect.stringMatching(/^別表の確認結果 › No\.3 .* › 確認結果: 「満たす」 → 「満たさない」$/),
    ])
    const { status } = await run('form', '1', health, '--answers', '様式1.xlsx', '--yes')
    expect(status).toBe(0)
    const lines = before.split('\n')
    const changed = read(health)
      .split('\n')
      .filter((line) => !lines.includes(line))
    expect(changed.length).toBeLessThan(9)
    expect(valueIn(read(health))).toMatchObject({
      use: { purpose: '区民健診の予約と、\n取消しを受け付けるため。', period: { end: '2027-03-31' } },
      contract: { cost: { annual: 5_000_000 } },
      risks: expect.arrayContaining([expect.objectContaining({ id: 'common-offshore', accepted: false })]),
      criteria: expect.arrayContaining([expect.objectContaining({ number: 3, result: 'unmet' })]),
    })
  })

  test('まだない行は、一覧の後ろに加わる', async () => {
    write(map, editService(read(map), [{ pointer: '/risks/0', value: undefined }]))
    await run('form', '2', map, '--format', 'xlsx', '--out', '様式2.xlsx')
    await filled('様式2.xlsx', fillIn({ 'risks.common-oversight.accepted': '許容する' }))
    await run('form', '2', map, '--answers', '様式2.xlsx', '--yes')
    expect((valueIn(read(map)).risks as unknown[]).at(-1)).toEqual({ id: 'common-oversight', accepted: true })
  })

  test('読めない答えは、どのシートの何行目かを言い、何も書かない', async () => {
    await run('form', '1', health, '--format', 'xlsx', '--out', '様式1.xlsx')
    await filled('様式1.xlsx', fillIn({ 'use.period.end': '2026-02-30', 'service.class': 'たぶんクラウド' }))
    const before = read(health)
    const { status, stderr } = await run('form', '1', health, '--answers', '様式1.xlsx', '--yes')
    expect({ status, after: read(health) }).toEqual({ status: 2, after: before })
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^様式1\.xlsx の「様式1」\d+行目（サービスの区分）: 「たぶんクラウド」という選択肢は/),
      expect.stringMatching(/^様式1\.xlsx の「様式1」\d+行目（利用終了予定日）: 「2026-02-30」は日付として読めません/),
    ])
  })
})

describe('様式のブックから、記録を作る', () => {
  test('様式5: 書いた点検のブックから、もう一度書けば、1バイトも違わない', async () => {
    const start = read(booking)
    const answers = ['--all', 'yes', '--f5-02', '該当なし', '--f5-02.note', '2回目以降のため、\n「初回」に当たらない。']
    const more = [
      '--f5-07.evidence',
      '=1+1',
      '--by',
      '主査',
      '--date',
      '2026-12-01',
      '--confirmed',
      'R8.12.4',
      '--as-of',
      '2026-12-05',
    ]
    expect((await run('check', '5', booking, ...answers, ...more)).status).toBe(0)
    const written = read(booking)
    await run('form', '5', booking, '--format', 'xlsx', '--out', '様式5.xlsx')
    write(booking, start)
    const { status, stderr } = await run('check', '5', booking, '--from', '様式5.xlsx', '--as-of', '2027-01-01')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(read(booking)).toBe(written)
  })

  test('様式3: 書いた終了のブックから、もう一度書けば、1バイトも違わない', async () => {
    const start = editService(read(ended), [{ pointer: '/termination', value: undefined }])
    write(ended, start)
    const answers = ['--date', 'R8.9.30', '--reason', '別サービスへの乗換え', '--successor', 'R8-0099']
    const data = ['--data.exported', 'はい', '--data.deleted', 'いいえ', '--data.certificateDue', 'R8.12.25']
    const report = ['--reportedBy', 'form3', '--reported', 'R8.10.2', '--data.note', '一行目\n二行目']
    expect((await run('terminate', ended, ...answers, ...data, ...report)).status).toBe(0)
    const written = read(ended)
    await run('form', '3', ended, '--format', 'xlsx', '--out', '様式3.xlsx')
    write(ended, start)
    expect((await run('terminate', ended, '--from', '様式3.xlsx')).status).toBe(0)
    expect(read(ended)).toBe(written)
  })

  test.each([
    ['1', health],
    ['2', map],
  ])('様式%s: 新しいファイルを作り、そのブックからもう一度作れば、同じファイルになる', async (form, file) => {
    await run('form', form, file, '--format', 'xlsx', '--out', '様式.xlsx')
    const made = (out: string) => run('new', '--from', '様式.xlsx', '--draft', '--out', out)
    expect((await made('services/koho/first.yml')).status).toBe(0)
    await run('form', form, 'services/koho/first.yml', '--format', 'xlsx', '--out', '様式.xlsx')
    expect((await made('services/koho/second.yml')).status).toBe(0)
    expect(read('services/koho/second.yml')).toBe(read('services/koho/first.yml'))
    const [made1, source] = [valueIn(read('services/koho/first.yml')), valueIn(read(file))]
    for (const block of ['department', 'risks', 'criteria']) expect(made1[block]).toEqual(source[block])
  })

  test('別の様式のブックは、どの記録にも使わない', async () => {
    await run('form', '7', map, '--format', 'xlsx', '--out', '様式7.xlsx')
    await run('form', '3', ended, '--format', 'xlsx', '--out', '様式3.xlsx')
    const before = read(booking)
    const tries: [[string, ...string[]], string][] = [
      [['check', '5', booking, '--from', '様式7.xlsx'], '様式5'],
      [['check', '5', booking, '--from', '様式3.xlsx'], '様式5'],
      [['terminate', booking, '--from', '様式7.xlsx', '--reason', '業務の終了'], '様式3'],
      [['new', '--from', '様式3.xlsx', '--draft', '--out', 'a.yml'], '様式1か様式2'],
      [['form', '1', booking, '--answers', '様式7.xlsx', '--yes'], '様式1か様式2'],
    ]
    for (const [words, form] of tries) {
      const { status, stdout, stderr } = await run(...words)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toMatch(new RegExp(`^様式[37]\\.xlsx は${form}のブックではありません。[^\\n]*\\n$`))
    }
    expect(read(booking)).toBe(before)
  })

  test('読めない答えは、ブックのどこかを言う', async () => {
    await run('form', '7', map, '--entry', 'next', '--format', 'xlsx', '--out', '様式7.xlsx')
    await filled('様式7.xlsx', fillIn({ 'f7-01': 'たぶん', date: '令和8年2月30日' }))
    const { status, stderr } = await run('check', '7', map, '--from', '様式7.xlsx')
    expect(status).toBe(2)
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^様式7\.xlsx の「様式7」\d+行目: 「令和8年2月30日」は日付として読めません。/),
      expect.stringMatching(/^様式7\.xlsx の「様式7」\d+行目: 「たぶん」という選択肢はありません。/),
    ])
  })

  test('白紙に書かれた答えから、点検を記録する。オプションが優先する', async () => {
    await run('form', '7', map, '--entry', 'next', '--format', 'xlsx', '--out', '様式7.xlsx')
    const words = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`f7-${String(index + 1).padStart(2, '0')}`, '実施済み']),
    )
    await filled('様式7.xlsx', fillIn({ ...words, date: { day: '2026-11-20' }, by: '係長' }))
    const { status } = await run('check', '7', map, '--from', '様式7.xlsx', '--by', '主査', '--as-of', '2026-12-01')
    expect(status).toBe(0)
    const last = (valueIn(read(map)).checks as Record<string, unknown>[]).at(-1)
    expect(last).toMatchObject({ form: 7, date: '2026-11-20', by: '主査' })
    expect(last).not.toHaveProperty('confirmed')
  })
})

test.each<[string[], string]>([
  [['form', '5', booking, '--answers', 'a.xlsx'], '様式5は、check 5 ファイル --from a.xlsx で取り込みます。'],
  [['form', '3', booking, '--answers', 'a.xlsx'], '様式3は、terminate ファイル --from a.xlsx で取り込みます。'],
  [['form', '1', '--answers', 'a.xlsx'], '新しい申請は new --from a.xlsx で作れます。'],
  [['form', '1', booking, '--answers', 'none.xlsx'], 'none.xlsx を開けません'],
  [['check', '5', booking, '--from', '別表.xlsx'], '別表.xlsx は様式のブックではありません。'],
  [['check', '5', booking, '--from', '古い.xls'], '古い.xls は古い形式（.xls）のため、読めません。'],
  [['check', '4', booking, '--from', '様式5.xlsx'], '様式5.xlsx は様式4のブックではありません。'],
])('%j は、一文で断る', async ([name = '', ...args], says) => {
  await run('criteria', 'export', '--out', '別表.xlsx')
  writeFileSync(join(folder, '古い.xls'), Buffer.from('d0cf11e0a1b11ae10000', 'hex'))
  await run('form', '5', booking, '--format', 'xlsx', '--out', '様式5.xlsx')
  const before = read(booking)
  const { status, stderr } = await run(name, ...args)
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(says) })
  expect(stderr.trimEnd()).not.toContain('\n')
  expect(read(booking)).toBe(before)
})
