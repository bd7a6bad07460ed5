import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { commands } from './commands.ts'

const command = ['--import', import.meta.resolve('tsx'), resolve('scripts/shinsa.ts')]
const folder = mkdtempSync(join(tmpdir(), 'shinsa-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Result = { status: number | null; stdout: string; stderr: string }
const run = (args: readonly string[], input = ''): Result => {
  const { NODE_OPTIONS: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    encoding: 'utf8',
    input,
    env,
  })
  return { status, stdout, stderr }
}
const oneSentence = /^[^\n]*。\n$/

describe('wrong usage: one sentence, status 2, nothing on stdout', () => {
  test.each<[args: string[], says: string]>([
    [[], 'コマンドを書いてください'],
    [['valdate'], 'もしかして validate ですか。'],
    [['とんでもない'], '使えるのは validate'],
    [['help', 'asess'], 'もしかして assess ですか。'],
    [['validate', '--formt', 'json'], 'もしかして --format ですか。'],
    [['validate', '--zzzzzzzz'], 'shinsa validate --help'],
    [['assess', '--format', 'jsno'], 'もしかして json ですか。'],
    [['assess', '--format', 'xml'], '使えるのは terminal、json です。'],
    [['assess', '--format'], '--format の後に'],
    [['explain'], 'explain には <知りたいもの> が必要です。'],
    [['explain', '3', '4'], '「4」は余分です。'],
    [['validate', ''], 'validate に空の引数があります。'],
    [['explain', '様式8'], 'もしかして 様式7 ですか。'],
    [['explain', 'xyzxyz', '--format', 'json'], '説明できるのは'],
    [['explain', '3', '--out', join(folder, 'nowhere', 'a.txt')], '書けません'],
    [['explain', '3', '--out', join(folder, 'a'.repeat(300))], '書けません: 名前が長すぎます。'],
  ])('%j', (args, says) => {
    const { status, stdout, stderr } = run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(says)
    expect(stderr).toMatch(oneSentence)
  })

  const absent = join(folder, 'nothing.yml')
  const there = join(folder, 'there.yml')
  const both = [absent, there]
  test.each<string[]>([
    ['validate', ...both],
    ['validate', absent],
    ['validate', '--format', 'github', ...both],
    ['validate', '--format', 'junit', ...both],
    ['assess', ...both],
    ['due', ...both],
    ['register', '--format', 'csv', ...both],
    ['statistics', ...both],
  ])('a path that is not there: %s %s %s', (...args) => {
    writeFileSync(there, 'a: 1\n')
    const { status, stdout, stderr } = run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(oneSentence)
  })

  test.each([
    ['json', 'validate'],
    ['sarif', 'validate'],
    ['json', 'assess'],
  ])('what programs read, %s of %s, holds the files that are there', (format, name) => {
    writeFileSync(there, 'a: 1\n')
    const { status, stdout } = run([name, '--format', format, ...both])
    expect(status).toBe(2)
    expect(JSON.stringify(JSON.parse(stdout))).toContain('there.yml')
  })

  test('--out is written all the same', () => {
    writeFileSync(there, 'a: 1\n')
    const out = join(folder, 'report.txt')
    expect(run(['validate', '--out', out, ...both])).toMatchObject({ status: 2, stdout: '' })
    expect(readFileSync(out, 'utf8')).toContain('1件を点検しました')
  })

  test('--debug adds no stack to what is the user’s fault', () =>
    expect(run(['valdate', '--debug']).stderr).toMatch(oneSentence))
})

describe('help and version', () => {
  test('--version prints the version of the package', () =>
    expect(run(['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' }))

  test.each([['--help'], ['-h'], ['help']])('%s names every command', (word) => {
    const { status, stdout } = run([word])
    expect(status).toBe(0)
    for (const { name, about } of commands)
      expect(stdout.replaceAll(/\s+/g, '')).toContain(name + aboutAfter(name, about))
    expect(stdout).not.toMatch(/Commands:|Options:|boolean|string/)
  })
  const aboutAfter = (name: string, about: string): string => {
    const usage = commands.find((one) => one.name === name)!.operands.usage
    return (usage + about).replaceAll(/\s+/g, '')
  }

  test.each(commands.map(({ name }) => name))('%s --help', (name) => {
    const { status, stdout, stderr } = run([name, '--help'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const option of Object.keys(commands.find((one) => one.name === name)!.options))
      expect(stdout).toContain(`--${option}`)
    expect(stdout).toMatch(/オプション:/)
    expect(stdout).not.toMatch(/Options:|Examples:|\[boolean\]|\[string\]|default:/)
  })
  test('help <command> is the same', () =>
    expect(run(['help', 'assess']).stdout).toBe(run(['assess', '--help']).stdout))
})

describe('assess', () => {
  const prohibited =
    'service: { class: cloud, pricing: free, category: map }\nuse: { networks: [lgwan] }\ninformation: { kinds: [] }\n'

  test('whatever the answer, status 0', () => {
    const { status, stdout, stderr } = run(['assess', '-'], prohibited)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('利用不可')
    expect(stdout).toContain('「接続元のネットワーク」を「個別・インターネット系」にする')
  })

  test('--format json has what the contract says, and nothing besides', () => {
    const { services } = JSON.parse(run(['assess', '-', '--format', 'json'], prohibited).stdout)
    expect(services).toEqual([
      {
        file: '-',
        outcome: 'prohibited',
        because: [{ rule: '03-scope/network-matrix', section: '3' }],
        conditions: [],
      },
    ])
  })

  test.each<[string, string, string[], string]>([
    [
      'written twice',
      'use: { exemption: post, exemption: null }\n',
      ['/use/exemption'],
      '1行目: 項目「exemption」が二度',
    ],
    ['under a mistyped name', 'use: { governdBy: school-policy }\n', ['/use/governedBy'], '1行目: 「governdBy」という'],
    ['with a value that is none', 'use: { generativeAi: yes }\n', ['/use/generativeAi'], '1行目: 「利用の内容'],
    ['in a text that nobody can read', 'use: [\n', [], '1行目: 括弧「[」が'],
  ])('a fact %s is not known, whatever the default, and the answer says so', (_, text, unknown, words) => {
    const whole = `${text}service: { class: cloud, pricing: paid, category: other }\ninformation: { kinds: [personal] }\n`
    const file = text.startsWith('use: [') ? whole : whole.replace('use: {', 'use: { networks: [internet],')
    const [answer] = JSON.parse(run(['assess', '-', '--format', 'json'], file).stdout).services
    expect(answer.outcome).toBe('incomplete')
    expect(answer.missing).toEqual(expect.arrayContaining(unknown))
    expect(run(['assess', '-'], file).stdout).toContain(words)
  })

  test('--ask without a terminal and without paths answers for all of services/', () => {
    const { status, stdout } = run(['assess', '--ask', '--format', 'json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout).services.length).toBeGreaterThan(10)
  })
})

test('explain --out writes a file and prints nothing', () => {
  const file = join(folder, 'section.json')
  expect(run(['explain', '§3', '--format', 'json', '--out', file])).toEqual({ status: 0, stdout: '', stderr: '' })
})

const hasScript = spawnSync('script', ['--version']).status === 0

/** Runs in a terminal of its own and presses the keys, each as soon as a question has come up. */
function ask(args: string, keys: readonly string[]): Promise<{ status: number; screen: string }> {
  const line = [process.execPath, ...command].map((word) => `'${word}'`).join(' ')
  const child = spawn('script', ['-qefc', `stty cols 160 rows 50; ${line} ${args}`, '/dev/null'])
  const left = [...keys]
  let screen = ''
  let seen = 0
  child.stdout.on('data', (data: Buffer) => {
    screen += data.toString('utf8')
    // A question is drawn anew at every key: only the first drawing waits for an answer.
    const questions = new Set(screen.match(/(?<=◆\S*\s+)[^\n（]+/g)).size
    if (questions > seen && left.length > 0) {
      seen = questions
      const pressed = left.shift()!
      setTimeout(() => child.stdin.write(pressed), 100)
    }
  })
  return new Promise((done) => child.on('close', (status) => done({ status: status ?? -1, screen })))
}

describe.runIf(hasScript)('assess --ask in a terminal', () => {
  test('asks until the answer is certain, and prints it', async () => {
    const down = '\u001b[B'
    const { status, screen } = await ask('assess --ask', [`${down}\r`])
    expect(screen).toContain('この利用には')
    expect(screen).toContain('対象外')
    expect(status).toBe(0)
  }, 30_000)

  test('Ctrl-C: one sentence, status 130', async () => {
    const { status, screen } = await ask('assess --ask', ['\u0003'])
    expect(status).toBe(130)
    expect(screen).toContain('質問をやめました。')
    expect(screen).not.toContain('結論')
  }, 30_000)
})

test.runIf(existsSync('/dev/full'))('a disk that is full: one sentence, status 2', () => {
  const full = openSync('/dev/full', 'w')
  const { status, stderr } = spawnSync(process.execPath, [...command, '--version'], { stdio: ['ignore', full, 'pipe'] })
  closeSync(full)
  expect({ status, stderr: String(stderr) }).toEqual({
    status: 2,
    stderr: '結果を書き出せません（ENOSPC）。空き容量と書き先を確かめてください。\n',
  })
})

test('a service file that was asked for is left as it is', () => {
  const file = join(folder, 'use.yml')
  writeFileSync(file, 'service: { class: web }\n')
  expect(run(['assess', '--ask', file]).stdout).toContain('どのネットワークから接続しますか。')
})
