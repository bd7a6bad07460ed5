import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { parse } from 'yaml'
import { criteria } from '../policies/tables.ts'
import tableSchema from '../schemas/table.schema.json' with { type: 'json' }
import criteriaSchema from '../schemas/tables/criteria.schema.json' with { type: 'json' }
import vocabularySchema from '../schemas/vocabulary.schema.json' with { type: 'json' }
import { said } from './testing/command.ts'

const file = 'policies/07-selection/criteria.yml'
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shinsa-table-'))
  cpSync('services', join(folder, 'services'), { recursive: true })
  cpSync('policies/07-selection', join(folder, 'policies/07-selection'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))
const run = (...args: string[]) => said(folder, 'criteria', ...args)
const read = (): string => readFileSync(join(folder, file), 'utf8')

type Word = string | number | null | { value: string; rowSpan?: number; columnSpan?: number }
async function kept(rows: readonly (readonly Word[])[]): Promise<void> {
  const data = rows.map((row) =>
    row.map((cell) => {
      if (cell === null) return null
      if (typeof cell === 'object') return { ...cell, type: String }
      return { value: cell, type: typeof cell === 'number' ? Number : String }
    }),
  )
  const bytes = await writeExcelFile([{ sheet: '別表', data }] as Parameters<typeof writeExcelFile>[0]).toBuffer()
  writeFileSync(join(folder, '区の別表.xlsx'), bytes)
}

const wide = (word: string | number): string =>
  String(word).replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const signs = { required: '◎', high: '〇', medium: '△', low: '低' }
/** 別表 as people keep it: a title, a legend, merged cells, full-width numbers, signs, columns in another order. */
const ward = (without?: number): Word[][] => {
  const rows = criteria.rows.filter(({ when, number }) => when === undefined && number !== without)
  return [
    [{ value: '別表　外部サービス選定基準', columnSpan: 5 }, null, null, null, null],
    ['凡例', '◎…必須　〇…高　△…中', null, null, null],
    ['レベル', '内　容', '確認事項', 'Ｎｏ．', '区分'],
    ...rows.map(({ number, level, requirement, title, category }, index): Word[] => {
      const isFirst = rows[index - 1]?.category !== category
      const span = rows.filter((row) => row.category === category).length
      return [signs[level], requirement, title, wide(number), isFirst ? { value: category, rowSpan: span } : null]
    }),
    ['※', '備考: 令和8年改定', null, null, null],
  ]
}
const rowOf = (rows: Word[][], number: number): Word[] => rows.find((row) => row[3] === wide(number))!

test('export した表は、そのまま import できる', async () => {
  await run('export', '--out', '別表.xlsx')
  const { status, stdout } = await run('import', '別表.xlsx', '--yes')
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${file} と同じため、変えるところはありません。\n` })
})

test('人の保つ形の表を読み、違いを1行ずつ示し、yes のあとにだけ書く', async () => {
  const rows = ward(22).slice(0, -1)
  rowOf(rows, 17)[0] = '◎'
  rowOf(rows, 24)[1] = '問合せの窓口があり、\n開庁時間に応じること'
  rows.push(['△', '区の職員が読める説明書があること', '説明書', '４１', { value: 'H 説明' }])
  await kept(rows)
  const before = read()
  const shown = await run('import', '区の別表.xlsx')
  expect(shown.status).toBe(2)
  expect(read()).toBe(before)
  expect(shown.stderr).toContain('「◎」を「必須」、「〇」を「高」、「△」を「中」と読みました。')
  expect(shown.stderr).toContain('No.X1、X2、X3')
  const [first] = shown.stdout.split('この別表にすると')
  expect(first!.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^　 No\.17 レベル: (高|中) → 必須$/),
    expect.stringMatching(/^　 No\.24 要件: 「.*」 → 「問合せの窓口があり、 開庁時間に応じること。」$/),
    '＋ No.41 説明書（中）: 区の職員が読める説明書があること。',
    expect.stringMatching(/^－ No\.22 容量・性能の確保/),
  ])
  expect(shown.stdout).toMatch(/services\/bunka\/shisetsu-yoyaku\.yml: .*No\.41「説明書」の確認結果/)
  expect(shown.stdout).not.toContain('services/koho/youtube.yml')

  const { status, stdout } = await run('import', '区の別表.xlsx', '--yes')
  expect(status).toBe(0)
  expect(stdout).toContain('次に npm run generate を実行してください。')
  const after = parse(read())
  expect(after.rows.map(({ number }: { number: unknown }) => number)).toEqual([
    ...criteria.rows.map(({ number }) => number).filter((number) => typeof number === 'number' && number !== 22),
    ...[41, 'X1', 'X2', 'X3'],
  ])
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  for (const [name, schema] of Object.entries({
    'table.schema.json': tableSchema,
    'vocabulary.schema.json': vocabularySchema,
  }))
    ajv.addSchema({ ...schema, $id: `https://example.lg.jp/schemas/${name}` })
  const validate = ajv.compile({ ...criteriaSchema, $id: 'https://example.lg.jp/schemas/tables/criteria.schema.json' })
  expect(validate(after), JSON.stringify(validate.errors)).toBe(true)
  const at = (number: number) => after.rows.find((row: { number: unknown }) => row.number === number)
  expect(at(17).level).toBe('required')
  expect(at(24).requirement).toBe('問合せの窓口があり、\n開庁時間に応じること。')
  expect(at(41)).toMatchObject({ id: 'criterion-41', level: 'medium', category: 'H 説明', certainty: 'stated' })
  const lines = before.split('\n')
  const lost = lines.filter((line) => !read().split('\n').includes(line))
  expect(lost.length).toBeLessThan(14)
  expect((await run('import', '区の別表.xlsx', '--yes')).stdout).toContain('変えるところはありません')
})

test('No.1・2・32・34 は必須のままで、表からなくせない', async () => {
  const rows = ward(34).slice(0, -1)
  rowOf(rows, 1)[0] = '△'
  await kept(rows)
  const before = read()
  const { status, stderr } = await run('import', '区の別表.xlsx', '--yes')
  expect(status).toBe(1)
  expect(stderr).toContain(
    'No.1「保存・処理の所在」は、ガイドラインの本文がレベルを必須と定めるため、必須のほかにはできません。',
  )
  expect(stderr).toContain(
    'No.34「暗号化・鍵管理」は、ガイドラインの本文が求めるため、別表からなくすことはできません。',
  )
  expect(read()).toBe(before)
})

test.each<[string, Word[][], Word, Word[][]]>([
  ['見出しの中', [], 'レベル（▲…必須、□…高、☆…中、★…低）', []],
  [
    '見出しの上に、印と言葉を別のセルで',
    [
      ['▲', '必須', '□', '高'],
      ['☆', '中', '★', '低'],
    ],
    'レベル',
    [],
  ],
  ['表の下', [], 'レベル', [['', '', '（注）▲：必須　□：高　☆：中　★：低']]],
])('凡例は、%sにあってもよい', async (_, above, heading, below) => {
  const own = { required: '▲', high: '□', medium: '☆', low: '★' }
  const rows = criteria.rows.filter(({ when }) => when === undefined)
  await kept([
    ...above,
    ['番号', heading, '確認事項'],
    ...rows.map(({ number, level, title }): Word[] => [number, own[level], title]),
    ...below,
  ])
  expect((await run('import', '区の別表.xlsx', '--yes')).stdout).toContain('変えるところはありません')
})

test('レベルごとの列に付けた印', async () => {
  await kept([
    ['番号', '必須', '高', '中', '低'],
    ...criteria.rows
      .filter(({ when }) => when === undefined)
      .map(({ number, level }): Word[] => [
        number,
        ...(['required', 'high', 'medium', 'low'] as const).map((one) => (one === level ? '〇' : null)),
      ]),
  ])
  expect((await run('import', '区の別表.xlsx', '--yes')).stdout).toContain('変えるところはありません')
})

test('読めないところは、どの行かを言う', async () => {
  const rows = ward()
  rowOf(rows, 3)[0] = '？'
  rowOf(rows, 5)[3] = '4'
  await kept(rows)
  const { status, stderr } = await run('import', '区の別表.xlsx', '--yes')
  expect(status).toBe(2)
  expect(stderr.trimEnd().split('\n')).toEqual([
    '区の別表.xlsx の6行目（No.3）: レベルを読めません。',
    '区の別表.xlsx の8行目: No.4の行が2つあります。',
    expect.stringMatching(/の44行目: 「」は別表の番号として読めません。$/),
  ])
})
