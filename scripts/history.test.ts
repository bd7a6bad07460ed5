import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { life, lifeFile } from '../src/testing/life.ts'
import { openRepository } from './git.ts'
import { historiesBelow } from './history.ts'
import { shinsa, type TestRepository, temporaryFolder, testRepository } from './testing/repository.ts'

let repository: TestRepository
beforeAll(() => {
  repository = testRepository()
  for (const [year, { name, text }] of life.slice(0, 5).entries()) {
    repository.write(lifeFile, text)
    // Late in the evening by the world's clock is the next day in Tokyo.
    repository.commit(name, `${2026 + year}-03-31T16:00:00Z`)
  }
  repository.write('services/koho/eizo.yml', life[0]!.text)
  repository.commit('別の利用')
})
afterAll(() => repository.dispose())

const told = async (...args: string[]) => {
  const { status, output } = await shinsa(repository.folder, 'history', ...args, '--format', 'json')
  expect(status).toBe(0)
  return JSON.parse(output)
}

test('いつ、だれが、何を', async () => {
  const { version, file, history } = await told(lifeFile)
  expect([version, file]).toEqual([1, lifeFile])
  expect(history.map(({ date, transition }: Record<string, string>) => `${date} ${transition}`)).toEqual([
    '2026-04-01 new',
    '2027-04-01 check',
    '2028-04-01 check',
    '2029-04-01 check',
    '2030-04-01 renewal',
  ])
  expect(history[0]).toMatchObject({
    author: '総務 花子',
    commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    changes: [],
  })
  expect(history[4].changes).toContainEqual({
    pointer: '/information/kinds',
    label: '取り扱う情報 › 取り扱う情報の種類',
    before: ['personal'],
    after: ['personal', 'special-care'],
  })
})

test('端末では言葉で', async () => {
  const { output } = await shinsa(repository.folder, 'history', lifeFile)
  expect(output).toMatch(
    new RegExp(`^${lifeFile} の変更: 5件\n  2026-04-01 令和8年4月1日（水）  新規  総務 花子（[0-9a-f]{8}）\n`),
  )
  expect(output).toContain('      点検の記録: 追加\n')
  expect(output).toContain('種類: 保有個人情報 → 保有個人情報、要配慮個人情報\n')
  expect(output).toContain('申請区分: 新規 → 更改\n')
  expect(output).toMatch(/ {6}ほか\d件\n/)
})

test('履歴が途中までしかなければ、初めて現れたとは言わない', async () => {
  const folder = temporaryFolder()
  try {
    const clone = (depth: number): void => {
      rmSync(folder, { recursive: true, force: true })
      execFileSync('git', ['clone', '--quiet', `--depth=${depth}`, `file://${repository.folder}`, folder])
    }
    clone(3)
    const { status, complaint } = await shinsa(folder, 'history', lifeFile)
    expect(status).toBe(2)
    expect(complaint).toContain('git fetch --unshallow')
    // What came later than the beginning of the copy is known from its own beginning.
    expect((await shinsa(folder, 'history', 'services/koho/eizo.yml')).status).toBe(0)
    clone(1)
    expect((await shinsa(folder, 'history', 'services/koho/eizo.yml')).status).toBe(2)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('消えたファイルと、その続き', async () => {
  repository.remove('services/koho/eizo.yml')
  repository.commit('消す')
  const { history } = await told('services/koho/eizo.yml')
  expect(history.map(({ transition }: { transition: string }) => transition)).toEqual(['new', 'removal'])
  repository.write('services/koho/eizo.yml', 'service: [')
  repository.commit('壊れたまま戻す')
  expect((await told('services/koho/eizo.yml')).history).toMatchObject([{}, {}, { transition: 'new', changes: [] }])
})

test('枝の変更は一度だけ、合わせるときに書いたことも並ぶ', async () => {
  repository.git('switch', '--quiet', '-c', 'work')
  repository.write(lifeFile, `# 枝\n${life[4]!.text}`)
  repository.commit('枝で直す')
  repository.git('switch', '--quiet', 'main')
  repository.commit('本流が進む')
  repository.git('merge', '--quiet', '--no-ff', '-m', '合わせる', 'work')
  const { history } = await told(lifeFile)
  expect(history).toHaveLength(6)
  expect(history[5]).toMatchObject({ transition: 'correction', changes: [] })

  repository.git('switch', '--quiet', 'work')
  repository.write(lifeFile, `# もう一度\n${life[4]!.text}`)
  repository.commit('枝で直す')
  repository.git('switch', '--quiet', 'main')
  repository.write(lifeFile, `# 本流\n${life[4]!.text}`)
  repository.commit('本流でも直す')
  expect(() => repository.git('merge', '--quiet', 'work')).toThrow()
  repository.write(lifeFile, life[5]!.text)
  repository.commit('合わせて更改する')
  const merged = (await told(lifeFile)).history
  expect(merged).toHaveLength(9)
  expect(merged[8]).toMatchObject({ transition: 'renewal' })
})

test.each([
  ['記録のないファイル', 'services/koho/nai.yml', '記録が git にありません'],
  ['リポジトリの外', temporaryFolder(), 'リポジトリではありません'],
])('%s', async (_, path, complaint) => {
  const answer = await shinsa(repository.folder, 'history', path)
  expect(answer.status).toBe(2)
  expect(answer.complaint).toContain(complaint)
})

test('すべてのファイルを一度に読んでも、ひとつずつ読むのと同じ', async () => {
  repository.git('switch', '--quiet', '-c', 'aside')
  repository.write(lifeFile, `# 採らない\n${life[5]!.text}`)
  repository.write('services/koho/eizo.yml', life[1]!.text)
  repository.commit('枝で2つを直す')
  repository.git('switch', '--quiet', 'main')
  repository.commit('本流が進む')
  repository.git('merge', '--quiet', '--no-ff', '--no-commit', 'aside')
  repository.git('checkout', '--quiet', 'main', '--', lifeFile)
  repository.commit('1つだけ採る')

  const all = historiesBelow(openRepository(repository.folder), 'services')
  expect([...all.keys()].sort()).toEqual([lifeFile, 'services/koho/eizo.yml'].sort())
  for (const [file, history] of all) expect(history).toEqual((await told(file)).history)
  expect(all.get(lifeFile)).toHaveLength(9)
})
