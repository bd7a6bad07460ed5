import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { editService } from '../src/edit/edit.ts'
import type { GridCell } from '../src/sheets/grid.ts'
import { parseSource } from '../src/source/document.ts'
import { readSheets } from './sheets.ts'
import { said } from './testing/command.ts'

const booking = 'services/bunka/shisetsu-yoyaku.yml'
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shinsa-criteria-'))
  cpSync('services', join(folder, 'services'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))
const run = (...args: string[]) => said(folder, 'criteria', ...args)
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')

/** Writes rows as somebody's spreadsheet program would. */
async function kept(name: string, rows: readonly (readonly GridCell[])[]): Promise<void> {
  const data = rows.map((row) =>
    row.map((cell) => {
      if (cell === null) return null
      if (typeof cell === 'object')
        return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
      return { value: cell, type: typeof cell === 'number' ? Number : String }
    }),
  )
  const bytes = await writeExcelFile([{ sheet: '表', data }] as Parameters<typeof writeExcelFile>[0]).toBuffer()
  writeFileSync(join(folder, name), bytes)
}

describe('export と answers', () => {
  test('そのまま返せば、ファイルは1バイトも変わらない', async () => {
    const before = read(booking)
    expect(await run('export', booking, '--out', '別表.xlsx')).toMatchObject({ status: 0, stderr: '' })
    const sheets = await readSheets(join(folder, '別表.xlsx'))
    expect(sheets.map(({ name }) => name)).toEqual(['説明', '選定基準'])
    expect(JSON.stringify(sheets[0]?.cells)).toContain('参考様式（再構成）')
    expect(sheets[1]?.cells).toHaveLength(41)
    expect(await run('answers', booking, '別表.xlsx', '--yes')).toMatchObject({
      status: 0,
      stdout: `${booking} の答えと同じため、変えるところはありません。\n`,
    })
    expect(read(booking)).toBe(before)
  })

  test('数に見える文字も、行の終わりの改行も、そのまま返せば変わらない', async () => {
    const text = read(booking)
    const value = (parseSource(booking, text).value as { criteria: object[] }).criteria[6]
    const odd = { ...value, value: '24', reason: '一行目\n二行目\n', scope: ' 東京 ' }
    writeFileSync(join(folder, booking), editService(text, [{ pointer: '/criteria/6', value: odd }]))
    const before = read(booking)
    await run('export', booking, '--out', '別表.xlsx')
    expect((await run('answers', booking, '別表.xlsx', '--yes')).stdout).toContain('変えるところはありません')
    expect(read(booking)).toBe(before)
  })

  test('書き込まれた答えは、違いを示し、yes のあとに、その行だけに入る', async () => {
    await run('export', booking, '--out', '別表.xlsx')
    const [, sheet] = await readSheets(join(folder, '別表.xlsx'))
    const cells = sheet!.cells.map((row) => [...row])
    const place = (heading: string): number => cells[0]!.indexOf(heading)
    const [third, eighth] = [cells[3]!, cells[8]!]
    third[place('回答')] = '×'
    third[place('満たさない・不要の理由')] = '=HYPERLINK("http://example.com")'
    eighth[place('回答')] = '〇'
    eighth[place('根拠の有効期限')] = '令和９年３月３１日'
    eighth[place('確認した値')] = '60日前'
    await kept('回答.xlsx', [['株式会社例示 御中'], ...cells.map((row) => [...row].reverse())])

    const before = read(booking)
    const asked = await run('answers', booking, '回答.xlsx')
    expect(asked.status).toBe(2)
    expect(asked.stderr).toBe('何も書いていません。よければ --yes を付けて、もう一度実行してください。\n')
    expect(read(booking)).toBe(before)

    const { status, stdout, stderr } = await run('answers', booking, '回答.xlsx', '--yes')
    expect(status).toBe(0)
    expect(stdout).toBe(
      [
        'No.3 国外からの運用・保守 回答: 「満たす」 → 「満たさない」',
        'No.3 国外からの運用・保守 満たさない・不要の理由: （なし） → 「=HYPERLINK("http://example.com")」',
        'No.8 再委託・供給網の管理 根拠の有効期限: （なし） → 「2027-03-31」',
        'No.8 再委託・供給網の管理 確認した値: 「30日前までに通知」 → 「60日前」',
        `${booking} に別表の確認結果（4か所）を書き加えました。`,
        '',
      ].join('\n'),
    )
    expect(stderr).toContain('直すところか判断するところが1件あります')
    const after = read(booking)
    const changed = after.split('\n').filter((line, index) => line !== before.split('\n')[index])
    expect(changed.map((line) => /number: (\d+)/.exec(line)?.[1])).toEqual(['3', '8'])
    const { value } = parseSource(booking, after) as { value: { criteria: Record<string, unknown>[] } }
    expect(value.criteria[2]).toMatchObject({ result: 'unmet', reason: '=HYPERLINK("http://example.com")' })
    expect(value.criteria[7]).toMatchObject({ result: 'met', validUntil: '2027-03-31', value: '60日前' })
  })

  test('読めない答えは、どの行かを言い、何も書かない', async () => {
    const before = read(booking)
    await kept('回答.xlsx', [
      ['番号', '回答', '有効期限'],
      ['１', 'たぶん', null],
      [2, '満たす', '2026-02-30'],
      [99, '満たす', null],
      [4, '満たす', null],
      [4, '満たす', null],
      [5, null, '2027-03-31'],
      ['以上', null, null],
    ])
    const { status, stderr } = await run('answers', booking, '回答.xlsx', '--yes')
    expect(status).toBe(2)
    expect(stderr.match(/^回答\.xlsx の\d行目/gm)).toHaveLength(5)
    expect(stderr).toContain('「2026-02-30」は日付として読めません。')
    expect(read(booking)).toBe(before)
  })

  test('別表の要らない利用と、--out のない export と、知らない名前', async () => {
    const unasked = 'services/koho/youtube.yml'
    const before = read(unasked)
    await run('export', booking, '--out', '別表.xlsx')
    for (const args of [
      ['export', unasked, '--out', 'a.xlsx'],
      ['answers', unasked, '別表.xlsx', '--yes'],
    ])
      expect(await run(...args)).toEqual({
        ...{ status: 2, stdout: '' },
        stderr: `${unasked} の利用は、別表の確認を求められていません。\n`,
      })
    expect(read(unasked)).toBe(before)
    expect((await run('export')).stderr).toContain('--out')
    expect((await run('inport')).stderr).toContain('criteria に「inport」はありません。')
    expect((await run('answers', booking)).stderr).toContain('の形で書いてください。')
  })

  test('全体の表には、条件付きの行もある', async () => {
    await run('export', '--out', '別表.xlsx')
    const [, sheet] = await readSheets(join(folder, '別表.xlsx'))
    expect(sheet!.cells.map(([number]) => number).slice(-4)).toEqual([40, 'X1', 'X2', 'X3'])
  })
})
