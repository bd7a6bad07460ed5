import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readSheets } from './sheets.ts'

const folder = mkdtempSync(join(tmpdir(), 'shinsa-sheets-'))
afterAll(() => rmSync(folder, { recursive: true }))
const kept = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const complaint = (file: string): Promise<string> =>
  readSheets(file).then(
    () => '',
    (error: Error) => `${error.name === 'Error' ? '' : error.name}${error.message.replace(`${folder}/`, '')}`,
  )
const text = (value: string, rest: object = {}) => ({ value, type: String, ...rest })

describe('xlsx', () => {
  test('結合、改行、数、日付、式に見える文字をそのまま読む', async () => {
    const bytes = await writeExcelFile([
      {
        sheet: '台帳&一覧',
        data: [
          [text('区分', { rowSpan: 2 }), text('=HYPERLINK("x")'), { value: 3, type: Number }],
          [null, text('上\n下'), { value: new Date(Date.UTC(2026, 3, 1)), type: Date, format: 'yyyy-mm-dd' }],
        ],
      },
    ] as Parameters<typeof writeExcelFile>[0]).toBuffer()
    expect(await readSheets(kept('a.xlsx', bytes))).toEqual([
      {
        name: '台帳&一覧',
        cells: [
          ['区分', '=HYPERLINK("x")', 3],
          [null, '上\n下', { day: '2026-04-01' }],
        ],
        merges: [{ top: 0, left: 0, bottom: 1, right: 0 }],
      },
    ])
  })

  test.each([
    '[$-411]ge.m.d',
    '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@',
    'ggge"年"m"月"',
  ])('和暦の書式 %s の日付を、数ではなく日付として読む', async (format) => {
    const number = { value: 46_113, type: Number }
    const bytes = await writeExcelFile([
      { sheet: 'a', data: [[number, { ...number, format }, { value: 2.5, type: Number, format: '0.0E+0' }]] },
    ] as Parameters<typeof writeExcelFile>[0]).toBuffer()
    expect((await readSheets(kept('era.xlsx', bytes)))[0]?.cells).toEqual([[46_113, { day: '2026-04-01' }, 2.5]])
  })

  const parts = (sheet: string) => ({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
  })

  test('展開すると大きくなるものは、展開しない', async () => {
    const bomb = zipSync({ ...parts(''), 'xl/big.xml': new Uint8Array(51 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await complaint(kept('bomb.xlsx', bomb))).toBe('bomb.xlsx は展開すると50MBを超えるため、読みません。')
  })

  test('目録の大きさが偽りなら、その大きさまでしか展開しない', async () => {
    const bomb = Buffer.from(zipSync({ ...parts(''), 'xl/big.xml': new Uint8Array(51 * 1024 * 1024) }))
    bomb.writeUInt32LE(10, bomb.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
    expect(await complaint(kept('lie.xlsx', bomb))).toContain('lie.xlsx は壊れているため、読めません。')
  })

  test('遠くに1つだけあるセル', async () => {
    const far = zipSync(parts('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    expect(await complaint(kept('far.xlsx', far))).toContain('表の範囲が広すぎる')
  })

  test.each([
    ['old.xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), '古い形式（.xls）'],
    [
      'locked.xlsx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'パスワードで暗号化',
    ],
    ['text.xlsx', 'ただの文', 'Excelブック（.xlsx）ではない'],
    ['empty.xlsx', '', 'Excelブック（.xlsx）ではない'],
    ['other.xlsx', zipSync({ 'a.txt': strToU8('a') }), 'Excelブック（.xlsx）ではない'],
    ['broken.xlsx', 'PK\x03\x04xxxx', '壊れている'],
    ['quote.csv', 'a,b\nc,=d("e")\nf,g', 'quote.csv は2行目でcsvとして読めなくなります。'],
    ['open.csv', 'a,"b\nc', 'そこまでの引用符（"）の組を確かめてください。'],
    ['bytes.csv', Buffer.from([0x41, 0xff, 0xfe, 0x00]), '文字を読めません'],
    ['none.xlsx/x', null, '開けません'],
  ])('%s', async (name, bytes, words) => {
    const said = await complaint(bytes === null ? join(folder, 'nothing.xlsx') : kept(name, bytes))
    expect(said).toContain(words)
    expect(said).toMatch(/。$/)
    expect(said).not.toContain('\n')
  })
})

describe('csv', () => {
  const shiftJis = Buffer.from('No.,\x96\xbc\x8f\xcc\n1,"\x83A\n\x83C"\n', 'latin1')
  test('Shift_JIS', async () => {
    expect((await readSheets(kept('s.csv', shiftJis)))[0]?.cells).toEqual([
      ['No.', '名称'],
      ['1', 'ア\nイ'],
    ])
  })
  test('BOMのあるUTF-8', async () => {
    expect((await readSheets(kept('u.csv', '\ufeffNo.,名称\r\n1,=1+1\r\n')))[0]?.cells).toEqual([
      ['No.', '名称'],
      ['1', '=1+1'],
    ])
  })
})
