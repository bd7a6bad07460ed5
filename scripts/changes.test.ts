import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Diagnostic } from '../src/diagnostic.ts'
import { blameless, differing } from '../src/testing/blameless.ts'
import type { Difference } from '../src/testing/cases.ts'
import { shinsa, type TestRepository, temporaryFolder, testRepository } from './testing/repository.ts'

const textOf = (difference: Difference = {}): string => stringify(differing(blameless, difference))
const file = 'services/soumu/iken.yml'

const disposals: (() => void)[] = []
afterEach(() => {
  for (const dispose of disposals.splice(0)) dispose()
})

/** One use, and a branch on which something happens to it. */
function begun(...options: string[]): TestRepository {
  const repository = testRepository(undefined, ...options)
  disposals.push(repository.dispose)
  repository.write(file, textOf())
  repository.commit('新規')
  repository.git('switch', '--quiet', '-c', 'work')
  return repository
}

type Answer = { status: number; complaint: string; files: number; changes: unknown[]; diagnostics: Diagnostic[] }
async function judge(folder: string, base: string, ...paths: string[]): Promise<Answer> {
  const { status, output, complaint } = await shinsa(folder, 'validate', ...paths, '--base', base, '--format', 'json')
  return { status, complaint, ...(output === '' ? {} : JSON.parse(output)) }
}
const places = ({ diagnostics }: Answer) =>
  diagnostics.map(({ file, pointer, rule, verdict }) => ({ file, pointer, rule, verdict }))

test('変わっていなければ、変更はない', async () => {
  const answer = await judge(begun().folder, 'main')
  expect(answer).toMatchObject({ status: 0, files: 1, changes: [], diagnostics: [] })
})

test('--base がなければ、変更を言わない', async () => {
  const { output } = await shinsa(begun().folder, 'validate', '--format', 'json')
  expect(Object.keys(JSON.parse(output))).toEqual(['version', 'files', 'summary', 'diagnostics'])
})

test('コミットしていない変更も見る', async () => {
  const repository = begun()
  repository.write(file, textOf({ department: { contact: '内線 5678' } }))
  const answer = await judge(repository.folder, 'main')
  expect(answer).toMatchObject({ status: 0, changes: [{ file, transition: 'correction' }] })
  expect(places(answer)).toEqual([
    { file, pointer: '/department/contact', rule: '09-procedure/correction', verdict: 'judgement' },
  ])
})

test('元に戻した変更はない', async () => {
  const repository = begun()
  repository.write(file, textOf({ service: { plan: '上位' } }))
  repository.commit('プランを変える')
  repository.write(file, textOf())
  repository.commit('元に戻す')
  expect(await judge(repository.folder, 'main')).toMatchObject({ status: 0, changes: [] })
})

test('比べる相手は、分かれたところの版', async () => {
  const repository = begun()
  repository.write('services/koho/eizo.yml', textOf())
  repository.commit('別の利用')
  repository.git('switch', '--quiet', 'main')
  repository.write(file, textOf({ service: { plan: '上位' } }))
  repository.commit('本流が進む')
  repository.git('switch', '--quiet', 'work')
  expect((await judge(repository.folder, 'main')).changes).toEqual([
    { file: 'services/koho/eizo.yml', transition: 'new' },
  ])
})

test('注釈や書き方だけの変更は、判断のいらない訂正', async () => {
  const repository = begun()
  repository.write(file, `# 注釈\n${JSON.stringify(differing(blameless, {}), null, 2)}\n`)
  const answer = await judge(repository.folder, 'main')
  expect(answer).toMatchObject({ status: 0, changes: [{ file, transition: 'correction' }], diagnostics: [] })
})

test('改行の違いは変更ではない', async () => {
  const repository = begun()
  repository.write(file, textOf().replaceAll('\n', '\r\n'))
  expect(await judge(repository.folder, 'main')).toMatchObject({ status: 0, changes: [] })
})

test('sha256 のリポジトリでも比べられる', async () => {
  const repository = begun('--object-format=sha256')
  expect(await judge(repository.folder, 'main')).toMatchObject({ status: 0, changes: [] })
  repository.write(file, textOf({ contract: { end: '2028-03-31' } }))
  expect(await judge(repository.folder, 'main')).toMatchObject({ status: 0, changes: [{ transition: 'correction' }] })
})

describe('消す・移す', () => {
  const removal = { file, pointer: '', rule: '09-procedure/removal', verdict: 'violation' }

  test('最後の利用を消す', async () => {
    const repository = begun()
    repository.remove(file)
    const answer = await judge(repository.folder, 'main')
    expect(answer).toMatchObject({ status: 1, files: 0, changes: [{ file, transition: 'removal' }] })
    expect(answer.diagnostics).toMatchObject([
      { ...removal, line: 1, column: 1, endLine: 1, endColumn: 1, section: '9' },
    ])
  })

  test('消えたファイルを名指しする', async () => {
    const repository = begun()
    repository.remove(file)
    expect(places(await judge(repository.folder, 'main', file))).toEqual([removal])
    expect(places(await judge(repository.folder, 'main', 'services/soumu'))).toEqual([removal])
  })

  test('どこにもないファイルを名指しする', async () => {
    const repository = begun()
    expect((await judge(repository.folder, 'main', 'services/soumu/nai.yml')).status).toBe(2)
  })

  test.each([
    ['そのまま移す', {}],
    ['直して移す', { department: { name: '区民部 戸籍課' } }],
    ['記録のある利用を移す', { checks: [{ form: 7, date: '2027-07-01', items: [] }] }],
  ])('%s', async (_, difference) => {
    const repository = begun()
    repository.remove(file)
    repository.write('services/koseki/iken.yml', textOf(difference))
    const answer = await judge(repository.folder, 'main')
    expect(answer.changes).toEqual([
      { file: 'services/koseki/iken.yml', transition: 'new' },
      { file, transition: 'removal' },
    ])
    expect(places(answer).filter(({ rule }) => !rule.endsWith('checklist'))).toEqual([removal])
  })

  test('端末でも、消えたファイルを示す', async () => {
    const repository = begun()
    repository.remove(file)
    const { output } = await shinsa(repository.folder, 'validate', '--base', 'main')
    expect(output).toContain(`変更のあったファイル\n  削除  ${file}`)
  })
})

test('二つの変更は、ファイルの順に並ぶ', async () => {
  const repository = begun()
  repository.write('services/koho/eizo.yml', textOf({ application: { type: 'renewal', previous: 'R5-0001' } }))
  repository.write(file, textOf({ service: { plan: '上位' } }))
  const answer = await judge(repository.folder, 'main')
  expect(answer.changes).toEqual([
    { file: 'services/koho/eizo.yml', transition: 'new' },
    { file, transition: 'renewal' },
  ])
  expect(places(answer)).toEqual([
    { file: 'services/koho/eizo.yml', pointer: '/application/type', rule: '09-procedure/new', verdict: 'violation' },
    { file, pointer: '/application/type', rule: '09-procedure/renewal', verdict: 'violation' },
  ])
})

describe('どこから実行しても同じ', () => {
  test('下のフォルダ', async () => {
    const repository = begun()
    mkdirSync(join(repository.folder, 'docs'))
    repository.write(file, textOf({ contract: { end: '2028-03-31' } }))
    const here = (await judge(join(repository.folder, 'services/soumu'), 'main')).changes
    expect(here).toEqual([{ file: 'iken.yml', transition: 'correction' }])
    const outside = (await judge(join(repository.folder, 'docs'), 'main')).changes
    expect(outside).toEqual([{ file: join(repository.folder, file), transition: 'correction' }])
  })

  test('services が消えた後の、下のフォルダ', async () => {
    const repository = begun()
    mkdirSync(join(repository.folder, 'docs'))
    repository.remove(file)
    expect(await judge(join(repository.folder, 'docs'), 'main')).toMatchObject({
      status: 1,
      changes: [{ transition: 'removal' }],
    })
  })

  test('大きなリポジトリの一部', async () => {
    const repository = testRepository()
    disposals.push(repository.dispose)
    repository.write(`deep/やさしい 審査/${file}`, textOf())
    repository.write('services/elsewhere/x.yml', 'x')
    repository.commit('新規')
    repository.write(`deep/やさしい 審査/${file}`, textOf({ contract: { end: '2028-03-31' } }))
    const answer = await judge(join(repository.folder, 'deep/やさしい 審査'), 'HEAD')
    expect(answer).toMatchObject({ status: 0, changes: [{ file, transition: 'correction' }] })
  })

  test('別の作業フォルダ', async () => {
    const repository = begun()
    const folder = join(temporaryFolder(), 'tree')
    disposals.push(() => rmSync(folder, { recursive: true, force: true }))
    repository.git('worktree', 'add', '--quiet', folder, 'main')
    const tree = testRepository(folder)
    tree.write(file, textOf({ service: { plan: '上位' } }))
    expect((await judge(folder, 'work')).changes).toEqual([{ file, transition: 'renewal' }])
  })

  test('フックの中', async () => {
    const repository = begun()
    repository.write(file, textOf({ contract: { end: '2028-03-31' } }))
    process.env.GIT_DIR = '.git'
    process.env.GIT_INDEX_FILE = '.git/index'
    try {
      expect((await judge(join(repository.folder, 'services'), 'main')).changes).toHaveLength(1)
    } finally {
      delete process.env.GIT_DIR
      delete process.env.GIT_INDEX_FILE
    }
  })
})

test('パスを渡せば、そのファイルの変更だけを見る', async () => {
  const repository = begun()
  repository.write('services/koho/eizo.yml', textOf())
  repository.write(file, textOf({ contract: { end: '2028-03-31' } }))
  expect((await judge(repository.folder, 'main', file)).changes).toEqual([{ file, transition: 'correction' }])
  expect((await judge(repository.folder, 'main', 'services/koho')).changes).toEqual([
    { file: 'services/koho/eizo.yml', transition: 'new' },
  ])
  const elsewhere = join(temporaryFolder(), 'x.yml')
  writeFileSync(elsewhere, textOf())
  disposals.push(() => rmSync(elsewhere, { force: true }))
  expect((await judge(repository.folder, 'main', elsewhere)).changes).toEqual([])
})

test.each([
  '施設 予約.yml',
  '"引用".yml',
  '改\n行.yml',
  '--help.yml',
  ':(top)x.yml',
  '*.yml',
])('名前 %j のファイル', async (name) => {
  const repository = begun()
  const odd = `services/soumu/${name}`
  repository.write(odd, textOf())
  repository.commit('変わった名前')
  repository.write(odd, textOf({ contract: { end: '2028-03-31' } }))
  const { changes, diagnostics } = await judge(repository.folder, 'HEAD')
  expect(changes).toEqual([{ file: odd, transition: 'correction' }])
  expect(diagnostics.filter(({ rule }) => !['file', '02-terms/confusable-name'].includes(rule))).toEqual([])
  const narrow = await judge(repository.folder, 'main', odd.replace('services', './services'))
  expect(narrow.changes).toEqual([{ file: odd, transition: 'new' }])
})

describe('読めないファイル', () => {
  test('読めなくなったファイルは、そのことだけを言う', async () => {
    const repository = begun()
    repository.write(file, 'service: [')
    const answer = await judge(repository.folder, 'main')
    expect(answer).toMatchObject({ status: 1, changes: [{ file, transition: 'correction' }] })
    expect(answer.diagnostics.map(({ rule }) => rule)).toEqual(['yaml'])
  })

  test('読めなかったファイルが読めるようになれば、全体を判断する', async () => {
    const repository = begun()
    repository.write(file, 'service: [')
    repository.commit('壊れた版')
    repository.write(file, textOf())
    const answer = await judge(repository.folder, 'HEAD')
    expect(places(answer)).toEqual([{ file, pointer: '', rule: '09-procedure/correction', verdict: 'judgement' }])
  })
})

describe('比べられないとき', () => {
  test('git のリポジトリでない', async () => {
    const folder = temporaryFolder()
    disposals.push(() => rmSync(folder, { recursive: true, force: true }))
    mkdirSync(join(folder, 'services'))
    const { status, complaint } = await judge(folder, 'main')
    expect(status).toBe(2)
    expect(complaint).toBe('ここは git のリポジトリではありません。リポジトリの中で実行してください。')
  })

  test('まだコミットがない', async () => {
    const repository = testRepository()
    disposals.push(repository.dispose)
    repository.write(file, textOf())
    expect(await judge(repository.folder, 'main')).toMatchObject({
      status: 2,
      complaint: 'このリポジトリには、まだコミットがありません。',
    })
  })

  test.each(['mani', '-x', '--output=x', 'main:README', '', 'HEAD~99'])('知らない版 %j', async (ref) => {
    const repository = begun()
    const { status, complaint } = await shinsa(repository.folder, 'validate', `--base=${ref}`)
    expect(status).toBe(2)
    expect(complaint).toMatch(ref === '' ? /版を書いてください。$/ : /という版は、git にありません。/)
  })

  test('手もとにない枝には、取り寄せた枝を示す', async () => {
    const repository = begun()
    repository.git('update-ref', 'refs/remotes/origin/topic', 'main')
    expect((await judge(repository.folder, 'topic')).complaint).toContain('もしかして origin/topic ですか。')
    expect((await judge(repository.folder, 'origin/topic')).status).toBe(0)
  })

  test('共通の履歴がない', async () => {
    const repository = begun()
    repository.git('switch', '--quiet', '--orphan', 'other')
    repository.write('services/koho/eizo.yml', textOf())
    repository.commit('別の始まり')
    expect(await judge(repository.folder, 'main')).toMatchObject({
      status: 2,
      complaint: '「main」と今の版には、共通の履歴がありません。',
    })
  })

  test('履歴が途中までしかない', async () => {
    const repository = begun()
    repository.write('a.txt', 'a')
    repository.commit('枝が進む')
    repository.git('switch', '--quiet', 'main')
    repository.write('b.txt', 'b')
    repository.commit('本流が進む')
    const folder = join(temporaryFolder(), 'shallow')
    disposals.push(() => rmSync(folder, { recursive: true, force: true }))
    execFileSync('git', [
      'clone',
      '--quiet',
      '--depth=1',
      '--no-single-branch',
      '-b',
      'work',
      `file://${repository.folder}`,
      folder,
    ])
    const { status, complaint } = await judge(folder, 'origin/main')
    expect(status).toBe(2)
    expect(complaint).toContain('git fetch --unshallow')
    expect(complaint).toContain('fetch-depth')
    execFileSync('git', ['fetch', '--quiet', '--unshallow'], { cwd: folder })
    expect((await judge(folder, 'origin/main')).status).toBe(0)
  })

  test('履歴が途中までしかなく、比べる版そのものがない', async () => {
    const repository = begun()
    repository.write('a.txt', 'a')
    repository.commit('枝が進む')
    const folder = join(temporaryFolder(), 'shallow')
    disposals.push(() => rmSync(folder, { recursive: true, force: true }))
    execFileSync('git', ['clone', '--quiet', '--depth=1', '-b', 'work', `file://${repository.folder}`, folder])
    for (const ref of ['main', 'origin/main', 'HEAD~1']) {
      const { status, complaint } = await judge(folder, ref)
      expect(status).toBe(2)
      expect(complaint).toMatch(/という版は、git にありません。手もとの履歴は途中までしかないので、.*fetch-depth.*。$/)
    }
    expect((await judge(folder, 'HEAD')).status).toBe(0)
  })

  test('比べる版の中身が失われている', async () => {
    const repository = begun()
    const id = repository.git('rev-parse', `main:${file}`)
    rmSync(join(repository.folder, '.git/objects', id.slice(0, 2), id.slice(2)), { force: true })
    repository.write(file, textOf({ contract: { end: '2028-03-31' } }))
    const { status, complaint } = await judge(repository.folder, 'main')
    expect(status).toBe(2)
    expect(complaint).toMatch(/^比べる版の中身が、手もとの git にそろっていません。/)
  })
})
