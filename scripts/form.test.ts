import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import * as tables from '../policies/tables.ts'
import { attachment } from '../src/exporters/form-attachment.ts'
import { formHtml } from '../src/exporters/form-html.ts'
import { formSheets } from '../src/exporters/form-xlsx.ts'
import { fittingLines } from '../src/exporters/sheet.ts'
import type { FormDocument, FormRow } from '../src/form/document.ts'
import { missingIn } from '../src/form/document.ts'
import { conditions } from '../src/form/needs.ts'
import { blameless, differing } from '../src/testing/blameless.ts'
import { exampleOf, oddities, pointersIn, replacedAt } from '../src/testing/fullest.ts'
import { hostile } from '../src/testing/register.ts'
import { readArguments } from './arguments.ts'
import { commands } from './commands.ts'
import { forms, run } from './form.ts'
import { filledFrom, formOf, sampleOf, samples } from './testing/forms.ts'
import { temporaryFolder } from './testing/repository.ts'
import { workbookOf } from './workbook.ts'

const numbers = samples.map(([form]) => form)
const golden = (name: string): string => resolve('src/exporters/golden', `${name}.html.out`)
const rowsOf = ({ groups }: FormDocument): FormRow[] => groups.flatMap(({ rows }) => rows)
const written = (value: unknown): ReturnType<typeof filledFrom> =>
  filledFrom('services/soumu/iken.yml', stringify(value))
const application = (document: FormDocument, label: string): FormRow =>
  rowsOf(document).find((row) => row.label === label)!

describe('紙の見本', () => {
  test.each(numbers)('様式%i を埋めたもの', async (form) => {
    await expect(formHtml(sampleOf(form))).toMatchFileSnapshot(golden(`form-${form}`))
  })
  test.each(numbers)('様式%i の白紙', async (form) => {
    await expect(formHtml(formOf(form, null))).toMatchFileSnapshot(golden(`form-${form}-blank`))
  })
  test('これから書く票には、前回の結果がある', async () => {
    const next = formOf(5, filledFrom(samples[4]![1]), 'next')
    expect(missingIn(next)).toEqual([])
    expect(
      rowsOf(next)
        .filter(({ last }) => last)
        .every(({ value, open }) => value === null && open),
    ).toBe(true)
    await expect(formHtml(next)).toMatchFileSnapshot(golden('form-5-next'))
  })
  test('添付資料', async () => {
    await expect(formHtml(attachment(tables, filledFrom(samples[0]![1])))).toMatchFileSnapshot(golden('attachment'))
  })
})

describe('どの様式も', () => {
  test('表の欄と項目が、白紙にも埋めたものにも、すべてある', () => {
    for (const { form, fields = [], items = [] } of forms)
      for (const document of [formOf(form, null), sampleOf(form)]) {
        const labels = rowsOf(document).map(({ label }) => label)
        for (const { label } of fields) expect(labels).toContain(label)
        for (const { text } of items) expect(labels.some((label) => label.endsWith(`　${text}`))).toBe(true)
      }
  })

  test('参考様式（再構成）と示し、何も動かさず、外から何も読まない', () => {
    for (const form of numbers) {
      const page = formHtml(sampleOf(form))
      expect(page).toContain('参考様式（再構成）')
      expect(page).not.toMatch(/<(script|link|img|iframe|form)|\son\w+=|url\(|@import/)
    }
  })

  test('白紙には、かがみも、書かれていない項目もない', () => {
    for (const form of numbers) {
      const blank = formOf(form, null)
      expect(blank.origin).toBeNull()
      expect(missingIn(blank)).toEqual([])
      expect(rowsOf(blank).every(({ value, open }) => value === null && open)).toBe(true)
    }
  })

  test('条件のある欄は、どれも条件を確かめられる', () => {
    const asked = forms.flatMap(({ fields = [] }) => fields).filter(({ need }) => need === 'conditional')
    expect(Object.keys(conditions).sort()).toEqual([...new Set(asked.map(({ id }) => id))].sort())
  })

  test('かがみのハッシュは、ファイルのものである', () => {
    const [, file] = samples[0]!
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
    expect(sampleOf(1).origin).toEqual({ file, sha256 })
    expect(formHtml(sampleOf(1))).toContain(sha256)
  })
})

describe('書かれていない項目', () => {
  test('答えのない必須の欄を、はじめに並べる', () => {
    const filling = written(differing(blameless, { department: { contact: null }, use: { purpose: null } }))
    const document = formOf(2, filling)
    expect(missingIn(document)).toEqual(['担当者・内線'])
    expect(application(document, '利用の目的と業務').value).toMatch(/^業務の範囲|^利用する業務の範囲/)
    const page = formHtml(document)
    expect(page.indexOf('記入されていない項目（1件）')).toBeLessThan(page.indexOf('<table'))
  })

  test('条件のある欄は、条件に当たるときだけ求める', () => {
    const renewal = (type: string) => formOf(2, written(differing(blameless, { application: { type } })))
    expect(missingIn(renewal('new'))).not.toContain('前回の申請番号')
    expect(missingIn(renewal('renewal'))).toContain('前回の申請番号')
  })

  test('点検の記録がなければ、項目を一つずつは並べない', () => {
    expect(missingIn(formOf(7, written(blameless)))).toEqual([
      '点検日',
      '点検者',
      '管理者の確認日',
      expect.stringMatching(/^点検項目（\d+件すべて）$/),
    ])
  })

  test('別の様式を使う利用なら、そう示す', () => {
    expect(formOf(1, written(blameless)).notices).toEqual(['この利用の申請に使うのは、様式2です。'])
    expect(formOf(5, written(blameless)).notices).toEqual(['この利用の点検に使うのは、様式7です。'])
    expect(formOf(2, written({})).notices[0]).toContain('使う様式が決まりません。')
  })
})

test('利用停止の記録は、どの様式にも添付資料にも載る', () => {
  const filling = written(differing(blameless, { suspension: { date: '2026-10-16', reason: '確かめるため。' } }))
  const notice = 'この利用には、利用停止の記録があります（2026-10-16 令和8年10月16日から: 確かめるため。）。'
  for (const form of numbers) expect(formOf(form, filling).notices.at(-1)).toBe(notice)
  expect(attachment(tables, filling).notices).toEqual([notice])
  expect(formHtml(formOf(2, filling))).toContain(notice)
})

describe('人の書いた文字', () => {
  const nasty = hostile.join('')
  const fullest = exampleOf('') as object
  const everywhere = (value: unknown): unknown => {
    if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : nasty
    if (Array.isArray(value)) return value.map(everywhere)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, everywhere(entry)]))
  }

  test.each(numbers)('様式%i のページを動かさず、表計算の式にもならない', async (form) => {
    const use = differing(fullest, {
      use: { purpose: nasty, scope: nasty },
      department: { name: nasty, contact: nasty },
    })
    for (const value of [use, everywhere(use)]) {
      const document = formOf(form, written(value))
      const page = formHtml(document)
      expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>/)
      expect(page.match(/<style>/g)).toHaveLength(1)
      for (const part of Object.values(unzipSync(await workbookOf(formSheets(document)))))
        expect(strFromU8(part)).not.toMatch(/<f[ >]/)
    }
  })

  test('形の違う値があっても、読めるところを埋める', () => {
    const filled = differing(fullest, {}) as object
    for (const pointer of pointersIn(filled).filter((one) => one !== ''))
      for (const odd of oddities.filter((_, index) => index % 8 === pointer.length % 8)) {
        const value = replacedAt(filled, pointer.split('/').slice(1), odd)
        const filling = written(value)
        for (const form of [1, 3, 5]) expect(() => formHtml(formOf(form, filling)), pointer).not.toThrow()
        expect(() => formHtml(attachment(tables, filling)), pointer).not.toThrow()
      }
  }, 120_000)
})

describe('xlsx', () => {
  test.each(numbers)('別の道具が読んだ様式%i は、様式の中身と同じである', async (form) => {
    const document = sampleOf(form)
    const sheets = await readExcelFile(await workbookOf(formSheets(document)), { trim: false })
    const lines = sheets
      .slice(0, -1)
      .flatMap(({ data: [headings = [], ...rows] }) =>
        rows.map((row) => Object.fromEntries(headings.map((heading, index) => [String(heading), row[index] ?? null]))),
      )
    const wordOf = (cell: unknown) => (cell instanceof Date ? { day: cell.toISOString().slice(0, 10) } : cell)
    for (const row of rowsOf(document)) {
      const own = lines.filter((line) => line.項目 === row.label)
      const [first, ...rest] = row.cells
      for (const cell of row.cells) {
        const line = own.find((one) => one.記入欄の名前 === cell.name && (one.内訳 ?? cell.title) === cell.title)
        const wide = rest.includes(cell) ? own.find((one) => one.記入欄の名前 === first!.name) : undefined
        const shown = line === undefined ? wide![cell.title] : line.記入
        expect(wordOf(shown), `${row.label} ${cell.title}`).toEqual(
          typeof cell.value === 'string' ? fittingLines(cell.value) : cell.value,
        )
      }
      expect(own.some(({ 状態 }) => 状態 === '未記入')).toBe(row.missing)
      if (row.last) expect(own.map(({ 前回の結果 }) => 前回の結果)).toContain(fittingLines(row.last))
    }
    const about = sheets.at(-1)!
    expect(about.sheet).toBe('この様式について')
    expect(about.data.flat()).toContain(document.origin!.sha256)
  })

  test('一覧は、自分のシートを持ち、選べる答えが並ぶ', async () => {
    const sheets = formSheets(sampleOf(1))
    expect(sheets.map(({ name }) => name)).toEqual(['様式1', 'リスク', '別表', 'この様式について'])
    const xml = strFromU8(unzipSync(await workbookOf(sheets))['xl/worksheets/sheet3.xml']!)
    expect(xml).toContain('<formula1>&quot;満たす,満たさない,該当しない・不要&quot;</formula1>')
    expect(xml).not.toMatch(/<f[ >]/)
  })
})

describe('form コマンド', () => {
  const command = commands.find(({ name }) => name === 'form')!
  const folder = temporaryFolder()
  const form = async (...args: string[]): Promise<number> => run(readArguments(args, command))

  test('xlsx と html を書く', async () => {
    const [sheet, page] = [join(folder, '様式5.xlsx'), join(folder, '様式5.html')]
    expect(await form('様式5', samples[4]![1], '--format', 'xlsx', '--out', sheet)).toBe(0)
    expect(await form('form5', samples[4]![1], '--entry', '1', '--out', page)).toBe(0)
    expect((await readExcelFile(sheet)).map(({ sheet }) => sheet)).toEqual(['様式5', 'この様式について'])
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/)
  })

  test.each<[args: string[], says: string]>([
    [['8'], '様式ではありません。'],
    [['1', '--format', 'xlsx'], '--out'],
    [['1', join(folder, 'ない.yml')], '見つかりません'],
    [['1', '--attachment'], 'ファイルが必要です。'],
    [['5', samples[4]![1], '--attachment'], '様式1と様式2でだけ'],
    [['1', samples[0]![1], '--entry', '1'], '様式4〜7でだけ'],
    [['5', samples[4]![1], '--entry', '9'], '3 までと、next です。'],
    [['5', samples[0]![1], '--entry', '０'], '1 までと、next です。'],
    [['5', samples[1]![1], '--entry', '1'], 'next（これから書く票）だけです。'],
  ])('%j は、一文で断る', async (args, says) => {
    await expect(form(...args)).rejects.toThrow(says)
  })

  test('読めないファイルからは、何も書かない', async () => {
    const [broken, out] = [join(folder, 'broken.yml'), join(folder, 'broken.html')]
    writeFileSync(broken, 'a: [')
    expect(await form('1', broken, '--out', out)).toBe(1)
    expect(existsSync(out)).toBe(false)
  })
})
