import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { form7 } from '../policies/tables.ts'
import { parseSource } from '../src/source/document.ts'
import { replaceText } from './record/store.ts'
import { type Said, said } from './testing/command.ts'

const video = 'services/koho/youtube.yml'
const booking = 'services/bunka/shisetsu-yoyaku.yml'
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shinsa-record-'))
  cpSync('services', join(folder, 'services'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
const valueIn = (file: string) => parseSource(file, read(file)).value as Record<string, unknown[]>
const run = (name: string, ...args: string[]): Promise<Said> => said(folder, name, ...args, '--as-of', '2026-12-01')

/** A command that must not write, and what it says instead. */
async function refused(status: number, ...args: [string, ...string[]]): Promise<Said> {
  const before = read(video) + read(booking)
  const outcome = await run(...args)
  expect(outcome.status).toBe(status)
  expect(read(video) + read(booking)).toBe(before)
  expect(readdirSync(join(folder, 'services/koho')).filter((name) => name.startsWith('.'))).toEqual([])
  return outcome
}

describe('check', () => {
  test('オプションの答えは、ファイルの答えと --all に優先する', async () => {
    const answers = {
      items: [
        { id: 'f7-02', result: '一部実施', note: '来月に行う。' },
        { id: 'f7-03', result: 'no', note: '未定' },
      ],
    }
    writeFileSync(join(folder, '答え.yml'), JSON.stringify({ ...answers, by: '係長', confirmed: 'R8.12.3' }))
    const before = read(video)
    const options = [
      '--from',
      '答え.yml',
      '--all',
      'yes',
      '--by',
      '主査',
      '--f7-03',
      '該当なし',
      '--f7-04.evidence',
      '#1, 別紙',
    ]
    const { status, stdout, stderr } = await run('check', '様式7', video, ...options)
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: `${video} に様式7の点検（2026-12-01・令和8年12月1日）を書き加えました。\n`,
      stderr: '',
    })
    const entry = valueIn(video).checks?.at(-1)
    expect(entry).toMatchObject({ form: 7, date: '2026-12-01', by: '主査', confirmed: '2026-12-03' })
    expect((entry as { items: unknown[] }).items.slice(0, 4)).toEqual([
      { id: 'f7-01', result: 'yes' },
      { id: 'f7-02', result: 'partial', note: '来月に行う。' },
      { id: 'f7-03', result: 'n/a', note: '未定' },
      { id: 'f7-04', result: 'yes', evidence: '#1, 別紙' },
    ])
    const added = read(video).replace(/ {2}- form: 7 [^\n]*\n {4}date: 2026-12-01\n(?: {4,}[^\n]*\n)*/, '')
    expect(added).toBe(before)
  })

  test('足りない答えは、どのオプションかを示して断る', async () => {
    const { stdout, stderr } = await refused(2, 'check', '7', video, '--f7-01', 'yes', '--f7-02', 'no')
    expect(stdout).toBe('')
    expect(stderr).toContain(`あと${form7.items.length}件の答えが必要`)
    expect(stderr).toMatch(/--f7-03 .*yes（実施済み）、partial（一部実施）、no（未実施）、n\/a（該当なし）/)
    expect(stderr).toMatch(/--f7-02\.note +f7-02 の理由と今後の予定/)
    expect(stderr).toMatch(/--by +点検者（職名）/)
    const json = await refused(2, 'check', '7', video, '--all', 'yes', '--format', 'json')
    expect(JSON.parse(json.stdout)).toEqual({
      version: 1,
      missing: [{ flag: '--by', label: '点検者（職名）', choices: [] }],
    })
  })

  test.each([
    [['8', video], '「8」は点検の様式ではありません。'],
    [['7', video, '--f7-99', 'yes'], '--f7-99 は様式7の項目ではありません。'],
    [['7', video, '--f4-01', 'yes'], '様式7の項目はf7-01からf7-11までです。'],
    [['7', video, '--f7-01', 'ok'], '--f7-01: 「ok」という選択肢はありません。'],
    [['7', video, '--date', '2026-02-30'], '--date: 「2026-02-30」は日付として読めません。'],
    [['7', video, '--date', 'R8.12.2'], '点検日（2026-12-02・令和8年12月2日）は、まだ来ていない日です。'],
    [['7', video, '--by', ' '], '--by: '],
    [['7', 'services/none.yml', '--all', 'yes'], '見つかりません。'],
    [['7', 'services', '--all', 'yes'], 'フォルダです。'],
    [['7', '-', '--all', 'yes'], '標準入力には書き加えられません。'],
    [['7', video, '--from', 'none.yml'], 'none.yml を開けません'],
  ])('%j は使い方の誤りである', async (args, says) => {
    const { stdout, stderr } = await refused(2, 'check', ...args)
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: expect.stringContaining(says) })
  })

  test('--all の誤りは、一度だけ言う', async () => {
    const { stderr } = await refused(2, 'check', '7', video, '--all', 'はい')
    expect(stderr).toMatch(/^--all: 「はい」という選択肢はありません。[^\n]*\n$/)
  })

  test.each([
    [{ form: 4 }, '様式4の答えのため'],
    [{ items: { 'f7-01': 'yes' } }, 'の形の一覧を書いてください。'],
    [{ items: [{ id: 'f7-77' }] }, '「f7-77」 は様式7の項目ではありません。'],
    [{ items: [{ id: 'f7-01', answer: 'yes' }] }, 'answer という項目はありません。'],
    [{ itemz: [] }, 'itemz という項目はありません。'],
    [['yes'], '「項目名: 値」の形で'],
  ])('答えのファイル %j は読めない', async (answers, says) => {
    writeFileSync(join(folder, '答え.yml'), JSON.stringify(answers))
    const { stderr } = await refused(2, 'check', '7', video, '--from', '答え.yml')
    expect(stderr).toContain(says)
  })

  test('新しい要修正をもたらす記録は、指摘を示して書かない', async () => {
    const early = ['--all', 'yes', '--by', '主査', '--date', '2020-01-01'] as const
    const { stdout, stderr } = await refused(1, 'check', '7', video, ...early)
    expect(stdout).toBe('')
    expect(stderr).toContain('14-monitoring/check-order')
    const json = await refused(1, 'check', '7', video, ...early, '--format', 'json')
    expect(JSON.parse(json.stdout)).toMatchObject({
      version: 1,
      file: video,
      written: null,
      diagnostics: [{ rule: '14-monitoring/check-order', verdict: 'violation' }],
    })
  })

  test('前からある要修正は、記録を妨げない', async () => {
    writeFileSync(join(folder, video), read(video).replace(/^ {2}pricing: .*\n/m, '  pricing: 有料\n'))
    expect((await run('check', '7', video, '--all', 'yes', '--by', '主査')).status).toBe(0)
  })

  test('使わない様式で点検すれば、書いたうえで助言する', async () => {
    const { status, stderr } = await run('check', '4', video, '--all', 'yes', '--by', '主査')
    expect(status).toBe(0)
    expect(stderr).toContain('14-monitoring/right-form')
  })

  test.each([
    ['読めない', (text: string) => `${text}\n]`],
    ['同じ項目が二度ある', (text: string) => `${text}\nchecks: []\n`],
  ])('%sファイルには書かない', async (_, spoilt) => {
    writeFileSync(join(folder, video), spoilt(read(video)))
    const { stdout, stderr } = await refused(1, 'check', '7', video, '--all', 'yes', '--by', '主査')
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: expect.stringContaining('要修正 yaml') })
  })

  test('様式6は終了の前に書け、まだ終わっていないことを示す', async () => {
    const { status, stderr } = await run('check', '6', booking, '--all', 'yes', '--by', '主査')
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('続けて terminate で') })
  })
})

describe('confirm', () => {
  test('今日の日付で、前の書き方にならって一行だけを加える', async () => {
    const before = read(video)
    const { status, stdout } = await run('confirm', video, '--status', 'ending', '--format', 'json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ version: 1, file: video, written: '/confirmations/2' })
    const line = '  - { date: 2026-12-01, status: ending }  # 終了予定\n'
    expect(read(video).replace(line, '')).toBe(before)
  })

  test('利用状況を尋ねられなければ、足りないと示す', async () => {
    expect((await refused(2, 'confirm', video)).stderr).toContain('--status  利用状況: in-use（利用中）')
  })

  test('まだ来ていない日には、確かめられない', async () => {
    const { stderr } = await refused(2, 'confirm', video, '--status', 'in-use', '--date', 'R81.12.1')
    expect(stderr).toBe('確認日（2099-12-01・令和81年12月1日）は、まだ来ていない日です。行った日を書いてください。\n')
  })

  test('終了済みとするには、終了の記録が要る', async () => {
    expect((await refused(1, 'confirm', video, '--status', '終了済み')).stderr).toContain('14-monitoring/confirmations')
  })
})

describe('terminate', () => {
  test('重要情報を扱う利用では、答えを求める前に様式6が先だと示す', async () => {
    const { stdout, stderr } = await refused(1, 'terminate', booking)
    expect({ stdout, stderr }).toEqual({
      stdout: '',
      stderr: `重要情報を扱う利用を終える前に、様式6の点検が必要です。先に check 6 ${booking} で点検を記録してください。\n`,
    })
  })

  test('足りない答えを示し、情報の扱いは備考だけでもよい', async () => {
    const { stderr } = await refused(2, 'terminate', video)
    for (const flag of ['--date', '--reason', '--data.exported', '--data.deleted', '保存なし'])
      expect(stderr).toContain(flag)
    writeFileSync(join(folder, '答え.yml'), 'date: R9.3.31\nreason: 業務の終了\ndata: { note: 保存なし }\n')
    const before = read(video)
    const { status, stdout } = await run(
      'terminate',
      video,
      '--from',
      '答え.yml',
      '--date',
      '2027-03-30',
      '--format',
      'json',
    )
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ version: 1, file: video, written: '/termination' })
    const block = `
termination:
  date: 2027-03-30
  reason: work-ended  # 業務の終了
  data:
    note: 保存なし
`
    expect(read(video)).toBe(`${before.replace(/\n$/, '')}\n${block}`)
    expect((await refused(1, 'terminate', video, '--date', '2027-03-31')).stderr).toContain('もう記録されています。')
    const after = await refused(1, 'terminate', video, '--format', 'json')
    expect(JSON.parse(after.stdout)).toEqual({ version: 1, file: video, written: null, diagnostics: [] })
  })

  test('答えのファイルの知らない項目と、日付の順の誤りを断る', async () => {
    writeFileSync(join(folder, '答え.yml'), 'data: { deletd: true }\n')
    expect((await refused(2, 'terminate', video, '--from', '答え.yml')).stderr).toContain(
      'もしかして data.deleted ですか。',
    )
    const early = ['--date', '2001-01-01', '--reason', 'other', '--data.note', '保存なし'] as const
    expect((await refused(1, 'terminate', video, ...early)).stderr).toContain('09-procedure/termination-date')
  })
})

describe('replaceText', () => {
  test('権限を保ち、ほかで書き換えられたファイルには書かない', () => {
    const file = join(folder, video)
    chmodSync(file, 0o640)
    expect(() => replaceText(file, 'ほかの内容', '')).toThrow('ほかで書き換えられたため')
    replaceText(file, read(video), 'a: 1\n')
    expect(read(video)).toBe('a: 1\n')
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(() => replaceText(join(folder, 'none/a.yml'), '', '')).toThrow('に書けません: 見つかりません。')
  })
})

const command = ['--import', import.meta.resolve('tsx'), resolve('scripts/shinsa.ts')]

test('プロセスとして: 端末がなければ尋ねず、書けば 0、断れば 1 か 2 で終わる', () => {
  const shinsa = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
      cwd: folder,
      encoding: 'utf8',
      input: '',
    })
    return { status, stdout, stderr }
  }
  expect(shinsa('check', '7', video)).toMatchObject({ status: 2, stdout: '' })
  expect(shinsa('terminate', booking)).toMatchObject({ status: 1, stdout: '' })
  expect(shinsa('confirm', video, '--status', 'in-use', '--date', 'R8.12.1', '--as-of', '2026-12-01')).toEqual({
    status: 0,
    stdout: `${video} に利用状況の確認（利用中、2026-12-01・令和8年12月1日）を書き加えました。\n`,
    stderr: '',
  })
}, 60_000)

/** Runs in a terminal of its own, and gives each question its answer as soon as it has come up. */
function ask(args: string, answer: (question: string) => string): Promise<{ status: number; screen: string }> {
  const line = [process.execPath, ...command].map((word) => `'${word}'`).join(' ')
  const child = spawn('script', ['-qefc', `stty cols 200 rows 50; ${line} ${args}`, '/dev/null'], { cwd: folder })
  let screen = ''
  const answered = new Set<string>()
  child.stdout.on('data', (data: Buffer) => {
    screen += data.toString('utf8')
    for (const [question] of screen.matchAll(/(?<=◆\S*\s+)[^\n（]+(?=[\n（])/g)) {
      if (answered.has(question)) continue
      answered.add(question)
      setTimeout(() => child.stdin.write(answer(question)), 100)
    }
  })
  return new Promise((done) => child.on('close', (status) => done({ status: status ?? -1, screen })))
}

describe.runIf(spawnSync('script', ['--version']).status === 0)('端末で', () => {
  test('項目を順に尋ね、前回の答えが初めの答えになっている', async () => {
    const last = valueIn(video).checks?.at(-1) as { by: string; items: unknown[] }
    const { status, screen } = await ask(`check 7 ${video} --as-of 2026-12-01`, () => '\r')
    expect(screen).toContain('前回の点検は')
    expect(screen).toContain(`f7-01（1/${form7.items.length}）`)
    expect(status).toBe(0)
    expect(valueIn(video).checks?.at(-1)).toEqual({ form: 7, date: '2026-12-01', by: last.by, items: last.items })
  }, 60_000)

  test('終了は、答えに応じて尋ねる', async () => {
    const down = '\u001b[B'
    const { status, screen } = await ask(`terminate ${video} --date R9.3.31`, (question) => {
      if (question.includes('終了の理由')) return `${down}\r`
      return question.includes('後継') ? 'R9-0003\r' : '\r'
    })
    expect(screen).not.toContain('消去証明書')
    expect(status).toBe(0)
    expect(valueIn(video).termination).toEqual({
      date: '2027-03-31',
      reason: 'switched',
      successor: 'R9-0003',
      reportedBy: 'form3',
      data: { exported: true, deleted: true },
    })
  }, 60_000)
})
