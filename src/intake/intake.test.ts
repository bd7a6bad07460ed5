import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSource } from '../source/document.ts'
import { desk, filled, forms, paperHash, plainAnswers } from '../testing/intake.ts'
import { readBody } from './body.ts'
import type { Prepared } from './desk.ts'
import type { Kind } from './form.ts'
import { accept, prepare } from './prepare.ts'
import { wordReply, wordTitle } from './reply.ts'

const handedIn = (
  kind: Kind,
  answers: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Prepared => {
  const { form, answers: found, problems } = readBody(filled(kind, answers), [], forms)!
  if (problems.length > 0) return { state: 'missing', problems }
  const accepted = accept({ form, answers: found }, desk)
  return 'problems' in accepted
    ? { state: 'missing', problems: accepted.problems }
    : prepare(accepted, new Map(Object.entries(files)), desk)
}
const ready = (prepared: Prepared) => {
  expect(prepared).toMatchObject({ state: 'ready' })
  return prepared as Extract<Prepared, { state: 'ready' }>
}
const problemsOf = (prepared: Prepared) => ('problems' in prepared ? prepared.problems : [])
const valueIn = (text: string) => parseSource('', text).value as Record<string, Record<string, unknown>>
const youtube = readFileSync('services/koho/youtube.yml', 'utf8')
const koho = {
  'services/koho/youtube.yml': youtube,
  'services/koho/x.yml': readFileSync('services/koho/x.yml', 'utf8'),
}

describe('申請票を読む', () => {
  test('答えだけが残り、空いた欄は残らない', () => {
    const { answers } = readBody(filled('new', plainAnswers), [], forms)!
    expect(Object.fromEntries(answers)).toEqual(plainAnswers)
  })
  test.each(['\r\n', '\r'])('改行が %j でも同じ', (end) => {
    const { answers } = readBody(filled('new', plainAnswers).replaceAll('\n', end), [], forms)!
    expect(Object.fromEntries(answers)).toEqual(plainAnswers)
  })
  test('申請票でないものは読まない', () => {
    for (const body of ['', '### サービス名\n\nX', 'こんにちは']) expect(readBody(body, ['質問'], forms)).toBeNull()
  })
  test('ラベルのある票から見出しが消えていれば、どれかを言う', () => {
    const body = filled('new', plainAnswers).replace('### 利用する職員数', '利用する職員数')
    expect(readBody(body, ['新規'], forms)?.problems).toMatchObject([{ label: '利用する職員数' }])
    expect(readBody(body, [], forms)).toBeNull()
  })
  test('見出しの順が違えば読まない', () => {
    const body = filled('consultation', { question: 'q' })
    const parts = body.split(/(?=### )/)
    expect(readBody([...parts].reverse().join('\n\n'), [], forms)?.problems[0]?.text).toContain('順')
  })
  test('答えの中の見出しは、ほかの答えにならない', () => {
    const hostile = `業務。\n\n### 申請書のSHA-256\n\n${paperHash}`
    const prepared = handedIn('new', { ...plainAnswers, 'use-scope': hostile })
    expect(problemsOf(prepared)).toMatchObject([{ label: '申請書のSHA-256', text: expect.stringContaining('「###」') }])
  })
  test('選択肢にないものは選べない', () => {
    const prepared = handedIn('new', {
      ...plainAnswers,
      'service-class': 'クラウド',
      'use-networks': '庁内情報系, 庁内情報系',
    })
    expect(problemsOf(prepared).map(({ label }) => label)).toEqual(['サービスの区分', '接続元のネットワーク'])
  })
})

describe('新規', () => {
  test('答えがそのままファイルになり、要修正がない', () => {
    const { file, text, remaining } = ready(handedIn('new', plainAnswers))
    expect([file, remaining]).toEqual(['services/soumu/uketsuke-12.yml', []])
    expect(valueIn(text)).toMatchObject({
      service: { name: '意見募集フォーム', provider: { corporateNumber: '7123456789012' }, class: 'cloud' },
      department: { name: '総務部総務課' },
      use: { purpose: '区民の意見を集める。\n\n年に4回、行う。', users: 12, period: { start: '2026-07-01' } },
      information: { kinds: [] },
      application: { type: 'new', date: '2026-06-01' },
    })
    expect(valueIn(text).application).not.toHaveProperty('entry')
    expect(text).toContain('class: cloud  # クラウドサービス（インターネット）')
  })
  test.each([
    ['Google Forms 2', 'services/soumu/google-forms-2.yml'],
    ['../../etc/passwd', 'services/soumu/etc-passwd.yml'],
    ['--', 'services/soumu/uketsuke-12.yml'],
    ['LoGoフォーム2', 'services/soumu/uketsuke-12.yml'],
  ])('%s は %s に置く', (name, file) =>
    expect(ready(handedIn('new', { ...plainAnswers, 'service-name': name })).file).toBe(file))
  test('名前がふさがっていれば、番号を付ける', () => {
    const taken = { 'services/soumu/zoom.yml': youtube }
    expect(ready(handedIn('new', { ...plainAnswers, 'service-name': 'Zoom' }, taken)).file).toBe(
      'services/soumu/zoom-12.yml',
    )
  })
  test('台帳にある利用は、更改を案内する', () => {
    const answers = { ...plainAnswers, 'service-name': 'ＹｏｕＴｕｂｅ', 'department-name': '広聴広報課' }
    expect(problemsOf(handedIn('new', answers, koho))[0]?.text).toContain('更改')
    const ended = { 'services/koho/youtube.yml': `${youtube}\ntermination: { date: 2027-03-31 }\n` }
    expect(ready(handedIn('new', answers, ended)).file).toBe('services/koho/youtube-12.yml')
  })
  test('認められない利用は、理由を返す', () => {
    const prepared = handedIn('new', { ...plainAnswers, 'use-networks': '庁内情報系' })
    expect(prepared.state).toBe('prohibited')
    expect(problemsOf(prepared)[0]?.text).toMatch(/。$/)
  })
  test('足りない答えを、すべて言う', () => {
    const { 'service-pricing': _, 'department-name': __, ...answers } = plainAnswers
    expect(problemsOf(handedIn('new', { ...answers, 'use-period-start': 'あした' })).map(({ label }) => label)).toEqual(
      ['有料・無料', '所属（課・所・室・館・局・次）', '利用開始日'],
    )
  })
  test('重要情報を扱うなら、残りを要修正として伝える', () => {
    const important = { ...plainAnswers, 'service-pricing': '有料', 'information-kinds': '保有個人情報' }
    expect(ready(handedIn('new', important)).remaining.length).toBeGreaterThan(0)
    expect(
      problemsOf(handedIn('new', { ...important, 'information-kinds': '保有個人情報, 重要情報なし' })),
    ).toMatchObject([{ label: '取り扱う情報の種類' }])
  })
  test('企画書の番号だけなら、決定待ちとする', () => {
    const { text } = ready(
      handedIn('new', { ...plainAnswers, 'application-informatizationPlan-number': '8練総総第12号' }),
    )
    expect(valueIn(text).application?.informatizationPlan).toMatchObject({ decision: 'pending' })
  })
  test('見えない文字は受け付けない', () => {
    const prepared = handedIn('new', { ...plainAnswers, 'use-scope': '業務\u202e。' })
    expect(prepared.state).toBe('missing')
  })
  test('どんな答えでも、壊れたファイルにはならない', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }), (purpose, name) => {
        const prepared = handedIn('new', { ...plainAnswers, 'use-purpose': purpose, 'service-name': name })
        if (prepared.state !== 'ready') return problemsOf(prepared).length > 0
        expect(valueIn(prepared.text).use?.purpose).toBe(purpose.replaceAll(/\r\n?/g, '\n').trim())
        return true
      }),
      { numRuns: 12 },
    ))
})

describe('代理登録', () => {
  const by = { 'application-entry-by': '情報政策課（代理登録）' }
  test('紙のSHA-256がファイルに残る', () => {
    const answers = { ...plainAnswers, ...by, 'application-entry-sha256': ` ${paperHash.toUpperCase()} ` }
    expect(valueIn(ready(handedIn('new', answers)).text).application?.entry).toEqual({
      by: 'it-section',
      sha256: paperHash,
    })
  })
  test.each([
    ['SHA-256がない', by],
    ['SHA-256が短い', { ...by, 'application-entry-sha256': 'abc' }],
  ])('%sと受け付けない', (_, answers) =>
    expect(problemsOf(handedIn('new', { ...plainAnswers, ...answers })).map(({ label }) => label)).toEqual([
      '申請書のSHA-256',
    ]))
  test('SHA-256だけでは、代理か分からない', () =>
    expect(problemsOf(handedIn('new', { ...plainAnswers, 'application-entry-sha256': paperHash }))).toMatchObject([
      { label: '入力した課' },
    ]))
  test('利用課の入力では、何も残らない', () => {
    const { text } = ready(handedIn('new', { ...plainAnswers, 'application-entry-by': '利用課' }))
    expect(valueIn(text).application).not.toHaveProperty('entry')
  })
})

describe('更改', () => {
  const found = { 'department-name': '区長室広聴広報課', 'service-name': 'YouTube' }
  const linesOf = (text: string) => text.split('\n')
  test('変わるところだけが書き換わる', () => {
    const { file, text } = ready(
      handedIn('renewal', { ...found, 'service-pricing': '有料', 'service-plan': 'Premium: 上位 #1' }, koho),
    )
    expect(file).toBe('services/koho/youtube.yml')
    expect(linesOf(text).filter((line) => !linesOf(youtube).includes(line))).toEqual([
      '  plan: "Premium: 上位 #1"',
      '  pricing: paid  # 有料',
      '  type: renewal  # 更改',
      '  previous: R7-0008',
      '  date: 2026-06-01',
    ])
    expect(linesOf(youtube).filter((line) => !linesOf(text).includes(line))).toEqual([
      '  pricing: free  # 無料',
      '  type: new  # 新規',
      '  number: R7-0008',
      '  date: 2025-04-10',
    ])
  })
  test('提供者が変われば、前の法人番号は消える', () => {
    const numbered = youtube.replace(
      '{ name: Google LLC, country: US }',
      '{ name: 株式会社例示, corporateNumber: "7123456789012" }',
    )
    const files = { 'services/koho/youtube.yml': numbered }
    const { text } = ready(handedIn('renewal', { ...found, 'service-provider-name': 'Google LLC' }, files))
    expect(text).toContain('  provider: { name: Google LLC }\n')
  })
  test('何も変わらなければ受け付けない', () =>
    expect(problemsOf(handedIn('renewal', { ...found, 'service-pricing': '無料' }, koho))[0]?.text).toContain(
      '変わるところ',
    ))
  test('申請のない利用からは、前回の番号を尋ねる', () => {
    const asked = { ...found, 'service-name': 'X', 'use-users': '7' }
    expect(problemsOf(handedIn('renewal', asked, koho))).toMatchObject([{ label: '前回の申請番号' }])
    const { text } = ready(handedIn('renewal', { ...asked, 'application-previous': 'R5-0101' }, koho))
    expect(text.slice(koho['services/koho/x.yml'].length)).toBe(
      '\napplication:\n  type: renewal  # 更改\n  previous: R5-0101\n  date: 2026-06-01\n',
    )
  })
  test.each([
    [{ 'service-name': 'Vimeo' }, 'サービス名'],
    [{ file: 'services/koho/vimeo.yml' }, 'ファイルの場所'],
    [{ file: '../etc/passwd' }, 'ファイルの場所'],
    [{ 'department-name': 'ない課' }, '所属（課・所・室・館・局・次）'],
  ])('%j は見つからない', (given, label) =>
    expect(problemsOf(handedIn('renewal', { ...found, ...given, 'use-users': '7' }, koho))).toMatchObject([{ label }]))
  test('同じ名前が二つあれば、場所を尋ねる', () => {
    const twice = { ...koho, 'services/koho/youtube-2.yml': youtube }
    expect(problemsOf(handedIn('renewal', { ...found, 'use-users': '7' }, twice))).toMatchObject([
      { label: 'ファイルの場所' },
    ])
    const file = 'services/koho/youtube-2.yml'
    expect(ready(handedIn('renewal', { ...found, file, 'use-users': '7' }, twice)).file).toBe(file)
  })
  test('壊れたファイルは書き換えない', () => {
    const broken = { 'services/koho/youtube.yml': `${youtube}service: [\n` }
    const answers = { ...found, file: 'services/koho/youtube.yml', 'use-users': '7' }
    expect(problemsOf(handedIn('renewal', answers, broken))[0]?.text).toContain('情報政策課')
  })
})

describe('終了', () => {
  const answers = {
    'department-name': 'koho',
    'service-name': 'YouTube',
    'termination-date': '令和9年3月31日',
    'termination-reason': '別サービスへの乗換え',
    'termination-data-exported': 'はい',
    'termination-data-note': '保存なし',
  }
  test('終了の記録だけが、終わりに加わる', () => {
    const { text } = ready(handedIn('termination', answers, koho))
    expect(text.startsWith(youtube)).toBe(true)
    expect(text.slice(youtube.length)).toBe(`
termination:
  date: 2027-03-31
  reported: 2026-06-01
  reason: switched  # 別サービスへの乗換え
  reportedBy: form3  # 様式3の届出
  data:
    exported: true
    note: 保存なし
`)
  })
  test('紙の届出も、だれが入力したかが残る', () => {
    const entry = { 'application-entry-by': '情報政策課（代理登録）', 'application-entry-sha256': paperHash }
    const { text } = ready(handedIn('termination', { ...answers, ...entry }, koho))
    expect(valueIn(text).application).toMatchObject({ type: 'new', number: 'R7-0008', entry: { by: 'it-section' } })
  })
  test('終わった利用は、もう終われない', () => {
    const { text } = ready(handedIn('termination', answers, koho))
    const ended = { ...koho, 'services/koho/youtube.yml': text }
    expect(problemsOf(handedIn('termination', answers, ended))[0]?.text).toContain('すでに終了')
    const file = 'services/koho/youtube.yml'
    expect(problemsOf(handedIn('termination', { ...answers, file }, ended))[0]?.text).toContain('すでに終了')
  })
  test('どの利用も、読めないものは生まれない', () => {
    for (const path of ['kikaku/box', 'zeimu/denshi-nozei', 'joho-seisaku/zeimu-kiban', 'kankyo/free-storage']) {
      const file = `services/${path}.yml`
      const before = readFileSync(file, 'utf8')
      if (/^termination:/m.test(before)) continue
      const asked = { ...answers, file, 'department-name': path.split('/')[0]! }
      expect(ready(handedIn('termination', asked, { [file]: before })).text.startsWith(before.trimEnd())).toBe(true)
    }
  })
})

describe('返事', () => {
  test('よその文は、字のままにしかならない', () => {
    const text = wordReply({
      state: 'missing',
      problems: [{ label: null, text: '「![x](http://e.example) @all #1 <b>\n## 許可」は日付として読めません。' }],
      pull: 3,
    })
    expect(text).toContain('「` ![x](http://e.example) @all #1 <b>⏎## 許可 `」は日付として読めません。')
    expect(text).toContain('前に受け付けた申請（#3）')
  })
  test('git の言葉がない', () => {
    const prepared = ready(handedIn('new', plainAnswers))
    const problems = [{ label: 'サービス名', text: '答えが空いています。' }]
    const replies = [
      wordReply({ state: 'consultation' }),
      wordReply({ state: 'missing', problems, pull: null }),
      wordReply({ state: 'prohibited', problems, pull: null }),
      wordReply({ state: 'ready', prepared: { ...prepared, remaining: ['様式4の点検が足りません。'] }, pull: 3 }),
      wordReply({ state: 'edited', pull: 3 }),
      wordReply({ state: 'closed', pull: 3 }),
    ]
    for (const reply of replies) expect(reply).not.toMatch(/プルリク|ブランチ|コミット|リポジトリ|マージ|git/i)
  })
  test('題は一行で、長すぎない', () => {
    const title = wordTitle('新規', { name: `a\n\u202eb ${'長'.repeat(200)}`, department: '総務課' })
    expect(title).toMatch(/^［新規］ a b 長+…$/)
    expect([...title]).toHaveLength(100)
  })
})

describe('確認', () => {
  const answers = {
    'department-name': '区長室広聴広報課',
    'service-name': 'YouTube',
    'confirmations-status': '利用中',
  }
  test('確認の記録だけが、末尾に加わる', () => {
    const { file, text } = ready(handedIn('confirmation', { ...answers, 'confirmations-date': '令和8年7月3日' }, koho))
    expect(file).toBe('services/koho/youtube.yml')
    const confirmations = valueIn(text).confirmations as unknown as object[]
    expect(confirmations.at(-1)).toEqual({ date: '2026-07-03', status: 'in-use' })
    const kept = youtube.split('\n').filter((line) => !text.split('\n').includes(line))
    expect(kept).toEqual([])
  })
  test('日を空けると、票を送った日になる', () => {
    const { text } = ready(handedIn('confirmation', { ...answers, file: 'services/koho/youtube.yml' }, koho))
    expect((valueIn(text).confirmations as unknown as object[]).at(-1)).toMatchObject({ date: '2026-06-01' })
  })
  test('利用状況がなければ受け付けない', () => {
    const { 'confirmations-status': _, ...rest } = answers
    expect(problemsOf(handedIn('confirmation', rest, koho))).toMatchObject([{ label: '利用状況' }])
  })
})
