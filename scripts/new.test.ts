import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { readArguments } from './arguments.ts'
import { commands } from './commands.ts'
import { bundle } from './generate/bundle.ts'
import { writeNew } from './new/store.ts'
import { run } from './new.ts'
import { UsageError } from './usage.ts'

// Bundled once, as it is committed: it starts in a fraction of the time.
const built = mkdtempSync(join(tmpdir(), 'shinsa-'))
const command = [join(built, 'dist/shinsa.js')]
beforeAll(async () => {
  const files = { ...(await bundle()), 'package.json': '{ "type": "module" }' }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(built, file)), { recursive: true })
    writeFileSync(join(built, file), text)
  }
}, 60_000)
afterAll(() => rmSync(built, { recursive: true }))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-'))
  mkdirSync(join(folder, 'services'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function shinsa(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: '',
  })
  return { status, stdout, stderr }
}
const create = (...args: string[]) => shinsa('new', '--as-of', '2026-04-01', ...args)
const flags = (answers: Record<string, string>): string[] =>
  Object.entries(answers).flatMap(([name, value]) => [`--${name}`, value])
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')

const person = {
  department: 'soumu',
  'department.manager': '総務課長',
  'use.purpose': '目的',
  'use.scope': '範囲',
  'information.description': '内容',
}
const free = {
  ...person,
  'service.name': '例示サービス',
  'service.provider.name': '株式会社例示',
  'service.class': 'クラウドサービス',
  'service.category': 'other',
  'service.pricing': '無料',
  'service.arrangedByItSection': 'いいえ',
  'use.networks': 'internet',
  'use.governedBy': 'none',
  'use.exemption': 'none',
  'use.standardCompliantSystem': 'false',
  'use.generativeAi': 'いいえ',
  'information.kinds': '',
  'information.publishedWithConsent': 'いいえ',
  'use.period.start': '令和８年７月１日',
  'application.type': '新規',
  'contract.form': 'terms',
  'risks.accepted': 'はい',
  id: 'rei',
}

test('無料で重要情報のない利用を、オプションだけで書き、点検を通る', () => {
  const { status, stdout, stderr } = create(...flags(free))
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'services/soumu/rei.yml\n' })
  expect(stderr).toContain('判定は「利用申請が必要」（様式2）です。')
  const text = read('services/soumu/rei.yml')
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../schemas/service.schema.json')
  expect(text).toContain('  class: cloud  # クラウドサービス（インターネット）\n')
  expect(text).toContain('    start: 2026-07-01\n')
  expect(text.match(/accepted: true/g)).toHaveLength(12)
  expect(shinsa('validate').status).toBe(0)
  expect(readdirSync(join(folder, 'services/soumu'))).toEqual(['rei.yml'])
  const again = create(...flags(free))
  expect(again).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('すでにあるため') })
  expect(read('services/soumu/rei.yml')).toBe(text)
})

test('書く先がなければ、標準出力に書く', () => {
  const { id: _, ...rest } = free
  const { status, stdout } = create(...flags(rest))
  expect(status).toBe(0)
  expect(stdout).toMatch(/^# yaml-language-server/)
  expect(readdirSync(join(folder, 'services'))).toEqual([])
})

const paid = `
service: { name: 施設予約, provider: { name: 株式会社例示 }, category: business-system, class: cloud, pricing: paid, arrangedByItSection: false }
department: { name: 総務課, manager: 総務課長 }
use: { purpose: 予約, scope: 予約, networks: [internet], governedBy: null, exemption: null, standardCompliantSystem: false, generativeAi: false, period: { start: 2026-07-01 } }
information: { kinds: [personal, special-care], description: 氏名, safetyMeasures: 措置, publishedWithConsent: false }
contract: { form: agreement, serviceLevel: 仕様書, responsibilities: 仕様書 }
application: { type: new, informatizationPlan: { decision: pending } }
conditions: [{ id: sensitive-care, reason: 必要なため, date: 2026-05-20 }]
criteria: [{ number: 3, result: unmet, reason: 代わりの対策がある }]
`

test('有料で要配慮個人情報を扱う利用を、ファイルとオプションから書く', () => {
  writeFileSync(join(folder, 'answers.yml'), paid)
  const args = [
    '--from',
    'answers.yml',
    '--department',
    '総務課',
    '--id',
    'yoyaku',
    '--risks.accepted',
    'はい',
    '--criteria.result',
    '満たす',
    '--criteria.1.evidence',
    'ISMAP',
  ]
  const { status, stderr } = create(...args)
  expect(status).toBe(0)
  expect(stderr).toContain('（様式1と情報化企画書）')
  const text = read('services/soumu/yoyaku.yml')
  expect(text).toContain('  name: 総務部総務課\n')
  expect(text).toContain('  - number: 1  # No.1 保存・処理の所在\n    result: met  # 満たす\n    evidence: ISMAP\n')
  expect(text).toContain(
    '  - number: 3  # No.3 国外からの運用・保守\n    result: unmet  # 満たさない\n    reason: 代わりの対策がある\n',
  )
  expect(shinsa('validate').status).toBe(0)
  expect(JSON.parse(shinsa('assess', '--format', 'json').stdout).services[0]).toMatchObject({
    conditions: ['sensitive-care'],
    application: { form: 1 },
  })
})

test('直すところがあれば書かずに示し、書きかけとしてなら書く', () => {
  const wrong = { ...free, 'use.period.end': 'R8.6.30' }
  const refused = create(...flags(wrong))
  expect(refused).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('09-procedure/use-period') })
  expect(readdirSync(join(folder, 'services'))).toEqual([])
  expect(create(...flags(wrong), '--draft').status).toBe(0)
  expect(shinsa('validate').status).toBe(1)
})

const logo = { ...person, 'use.governedBy': 'none', 'use.networks': '庁内情報系', 'service.pricing': 'paid' }

test('名前から、申請不要のサービスとわかる', () => {
  const { status, stdout, stderr } = create(
    ...flags({ ...logo, 'service.name': 'ロゴフォーム', 'information.kinds': 'none', out: 'services/soumu/logo.yml' }),
  )
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'services/soumu/logo.yml\n' })
  expect(stderr).toContain('判定は「申請不要」です。')
  expect(stderr).toContain('--use.exemption  申請の省略: LoGoフォーム')
  expect(read('services/soumu/logo.yml')).toContain('  exemption: logo-form  # LoGoフォーム\n')
})

test('利用できないものは、理由を示して書かない', () => {
  const { status, stdout, stderr } = create(
    ...flags({ ...logo, 'service.name': 'LoGoチャット', 'information.kinds': 'personal', id: 'chat' }),
    '--draft',
  )
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toContain('「LoGoチャット」で重要情報を扱うことはできません。（ガイドライン 9）')
  expect(readdirSync(join(folder, 'services'))).toEqual([])
})

test('有料の地図は、名前だけでは省略にならない', () => {
  const { stderr } = create('--service.name', 'Google マップ', '--service.pricing', 'paid')
  expect(stderr).toContain('--use.exemption free-map-search-translation を付けます')
  expect(stderr).toMatch(/^ {2}--use\.exemption +申請の省略: none/m)
})

test('答えが足りなければ、要るオプションを尋ねる順に示す', () => {
  const { status, stdout, stderr } = create(
    '--service.class',
    'cloud',
    '--use.networks',
    'internet',
    '--information.kinds',
    'none',
  )
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect([...stderr.matchAll(/^ {2}--(\S+)/gm)].map(([, flag]) => flag)).toEqual([
    'use.governedBy',
    'service.pricing',
    'service.category',
    'service.arrangedByItSection',
    'use.exemption',
    'service.name',
    'service.provider.name',
    'department.name',
    'department.manager',
    'use.purpose',
    'use.scope',
    'information.description',
  ])
  expect(stderr).toMatch(/^ {2}--service\.pricing +有料・無料: free（無料）、paid（有料）$/m)
})

test('足りない答えは、JSONでも示す', () => {
  const { status, stdout } = create(
    '--format',
    'json',
    '--use.governedBy',
    'none',
    '--service.class',
    'cloud',
    '--use.networks',
    'internet',
  )
  expect(status).toBe(2)
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    missing: expect.arrayContaining([
      {
        flag: '--service.pricing',
        pointer: '/service/pricing',
        label: '有料・無料',
        choices: [
          { id: 'free', label: '無料' },
          { id: 'paid', label: '有料' },
        ],
      },
    ]),
  })
})

test('書けたことも、JSONで示す', () => {
  const { status, stdout, stderr } = create(...flags(free), '--format', 'json')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    file: 'services/soumu/rei.yml',
    assessment: { outcome: 'application' },
    diagnostics: [],
  })
})

test.each([
  [['--servce.class', 'cloud'], 'もしかして --service.class ですか。'],
  [['--risks.common-oversigt.accepted', 'はい'], 'もしかして --risks.common-oversight.accepted ですか。'],
  [['--toString.a', 'x'], 'new に --toString.a という指定はありません。'],
  [['--service.class', 'くらうど'], '--service.class: 「くらうど」という選択肢はありません。'],
  [['--use.period.start', '平成32年4月1日'], '令和2年4月1日（2020-04-01）'],
  [['--termination.date', '2026-04-01'], 'new では書けません'],
  [['--risks', 'はい'], "'[{ id: …, … }]' の形の一覧"],
  [['--department', '広報'], '「広報」という課は見つからないか'],
  [['--id', 'x'], '--department で課も'],
  [['--id', 'X', '--department', 'koho'], '--id の「X」は使えません'],
  [['--out', 'services/koho/A.yml'], 'ファイルの置き場所か名前が決まりと違います'],
  [['--from', 'none.yml'], 'none.yml を開けません: 見つかりません。'],
  [['--as-of', 'いつか'], '日付として読めません'],
  [['extra'], '「extra」は余分です'],
])('使い方の誤り %j は、一文で断る', async (args, words) => {
  const made = async (): Promise<number> => run(readArguments(args, commands.find(({ name }) => name === 'new')!))
  const fault = await made().catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(UsageError)
  expect(String(fault)).toContain(words)
})

test.each(['file/x.yml', 'file/deep/x.yml'])('フォルダのところにファイルがあれば、%s に書けないと言う', (path) => {
  writeFileSync(join(folder, 'file'), '')
  const fault = `${join(folder, path)} に書けません: `
  expect(() => writeNew(join(folder, path), 'x')).toThrow(fault)
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('一覧は、まとめても、1行ずつでも、番号からでも答えられる', () => {
  writeFileSync(join(folder, 'answers.yml'), paid)
  const { stdout } = create(
    '--from',
    'answers.yml',
    '--draft',
    '--use.networks',
    'internet',
    '--use.places',
    'office',
    '--use.places',
    'telework',
    '--risks',
    '[{ id: common-opacity, accepted: true }]',
    '--criteria.0.number',
    '5',
    '--criteria.0.result',
    'met',
    '--service.name',
    '古い名前',
    '--service.name',
    '名前',
  )
  expect(stdout).toContain('  name: 名前\n')
  expect(stdout).toContain('  places: [office, telework]  # 庁内、支給端末によるテレワーク\n')
  expect(stdout).toContain('risks:\n  - id: common-opacity  # 運用が公開されず対策が難しい\n    accepted: true\n')
  expect(stdout).toContain('  - number: 5  # No.5 提供者の実在と責任体制\n    result: met  # 満たす\n')
})

test('壊れたファイルの答えは、行を示して断る', () => {
  writeFileSync(join(folder, 'answers.yml'), 'service:\n  name: "x\n')
  expect(create('--from', 'answers.yml')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^answers\.yml の\d+行目: /),
  })
})

const hasScript = spawnSync('script', ['--version']).status === 0
const keys = { enter: '\r', down: '\u001b[B', space: ' ', stop: '\u0003' }

/** Types each answer when its question has appeared on a pseudo-terminal. */
async function type(dialogue: [question: string, keys: string][]): Promise<{ status: number | null; screen: string }> {
  const line = [process.execPath, ...command, 'new', '--as-of', '2026-04-01'].map((part) => `'${part}'`).join(' ')
  const child = spawn('script', ['-qefc', `stty cols 200 rows 60; ${line}`, '/dev/null'], { cwd: folder })
  let [screen, seen] = ['', 0]
  const rest = [...dialogue]
  child.stdout.on('data', (chunk: Buffer) => {
    screen += chunk.toString()
    const [next] = rest
    if (next === undefined || !screen.slice(seen).includes(next[0])) return
    rest.shift()
    seen = screen.length
    setTimeout(() => child.stdin.write(next[1]), 100)
  })
  const status = await new Promise<number | null>((done) => child.on('close', done))
  return { status, screen }
}

test.skipIf(!hasScript)(
  '端末では尋ね、やめても続きから始められ、終われば点検を通るファイルができる',
  { timeout: 60_000 },
  async () => {
    const first = await type([
      ['サービス名', `ロゴフォーム${keys.enter}`],
      ['この内容で進めますか', keys.enter],
      ['適用されますか', keys.enter],
      ['どのネットワーク', keys.stop],
    ])
    expect(first.status).toBe(130)
    expect(first.screen).toContain('途中でやめました。')
    expect(JSON.parse(read('.shinsa/draft.json'))).toMatchObject({
      service: { name: 'LoGoフォーム' },
      use: { governedBy: null },
    })

    const second = await type([
      ['続きから始めますか', keys.enter],
      ['どのネットワーク', keys.down + keys.space + keys.enter],
      ['どの重要情報', keys.enter],
      ['有料ですか', keys.enter],
      ['所属', `総務課${keys.enter}`],
      ['管理者', `総務課長${keys.enter}`],
      ['利用の目的', `目的${keys.enter}`],
      ['業務の範囲', `範囲${keys.enter}`],
      ['具体的な情報項目', `内容${keys.enter}`],
      ['ファイルの名前', `logo${keys.enter}`],
    ])
    expect(second.screen).toContain('判定は「申請不要」です。')
    expect(second.status).toBe(0)
    expect(read('services/soumu/logo.yml')).toContain('  networks: [lgwan]  # 庁内情報系\n')
    expect(existsSync(join(folder, '.shinsa/draft.json'))).toBe(false)
    expect(shinsa('validate').status).toBe(0)
  },
)
