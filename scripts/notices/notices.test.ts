import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FakeGitHub, startFakeGitHub } from '../../fake-github/start.ts'
import { said } from '../testing/command.ts'

let github: FakeGitHub
let folder = ''
beforeEach(async () => {
  github = await startFakeGitHub({ files: { a: '1' } })
  folder = mkdtempSync(join(tmpdir(), 'notices-'))
  for (const department of ['koho', 'joho-kokai'])
    cpSync(`services/${department}`, join(folder, 'services', department), { recursive: true })
  vi.stubEnv('GITHUB_ACTIONS', 'true')
  vi.stubEnv('GITHUB_REPOSITORY', 'example-city/shinsa')
  vi.stubEnv('GITHUB_SERVER_URL', '')
  vi.stubEnv('GITHUB_API_URL', github.url)
  vi.stubEnv('GITHUB_TOKEN', github.world.app('github-actions').token)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
  await github.close()
})
const writes = () => github.requests.filter((request) => request.writes).length
const shown = () => github.world.issues().map(({ title, state }) => `${title} ${state}`)

test('期限の票は課ごとに一つで、二度目は何も書かない', async () => {
  expect(await said(folder, 'deadlines', '--as-of', '2026-12-01')).toEqual({
    status: 0,
    stdout: '開いた票 2件、書き換えた票 0件、閉じた票 0件。\n',
    stderr: '',
  })
  expect(shown().sort()).toEqual(['期限のお知らせ: 区長室広聴広報課 open', '期限のお知らせ: 総務部情報公開課 open'])
  const before = writes()
  await said(folder, 'deadlines', '--as-of', '2026-12-01')
  expect(writes()).toBe(before)
  rmSync(join(folder, 'services/joho-kokai'), { recursive: true })
  await said(folder, 'deadlines', '--as-of', '2026-12-01')
  expect(shown()).toContain('期限のお知らせ: 総務部情報公開課 closed')
})

test('読めないファイルのある課は、票が閉じない', async () => {
  writeFileSync(join(folder, 'services/joho-kokai/broken.yml'), 'a: [')
  await said(folder, 'deadlines', '--as-of', '2024-01-01')
  expect(github.world.issues().at(-1)?.body).toContain('` services/joho-kokai/broken.yml `')
})

test('台帳調査の票は、年度と課ごとに一つで、答えが載れば印が付く', async () => {
  const survey = (day: string, ...more: string[]) => said(folder, 'survey', '--as-of', day, ...more)
  await survey('2028-07-01', '--follow')
  expect(writes()).toBe(0)
  expect((await survey('2028-07-01')).stdout).toMatch(/^開いた票 [12]件、/)
  const [opened] = github.world.issues().filter(({ title }) => title === '台帳調査（令和10年度）: 区長室広聴広報課')
  expect(opened?.body).toContain('issues/new?template=confirmation.yml&file=services%2Fkoho%2Fyoutube.yml')
  const before = writes()
  await survey('2028-07-01')
  expect(writes()).toBe(before)
  await said(
    folder,
    'confirm',
    'services/koho/youtube.yml',
    '--status',
    'in-use',
    '--date',
    '2028-07-03',
    '--as-of',
    '2028-07-03',
  )
  await survey('2028-07-04', '--follow')
  expect(opened?.body).toMatch(/^- \[x\] .*youtube\.yml.* — 利用中（令和10年7月3日に確認）$/m)
  await survey('2029-04-01', '--follow')
  expect(shown().every((line) => line.endsWith('closed'))).toBe(true)
})

test('GitHub Actions の外では、書かずに示す', async () => {
  vi.stubEnv('GITHUB_ACTIONS', '')
  const { stdout } = await said(folder, 'deadlines', '--as-of', '2026-12-01')
  expect(stdout).toContain('# 期限のお知らせ: 区長室広聴広報課\n')
  expect(github.requests).toEqual([])
})

test.each([
  ['GITHUB_REPOSITORY', 'x'],
  ['GITHUB_TOKEN', ''],
])('%s が「%s」なら、一文で断る', async (name, value) => {
  vi.stubEnv(name, value)
  const { status, stderr } = await said(folder, 'deadlines')
  expect(status).toBe(2)
  expect(stderr).toMatch(new RegExp(`^環境変数 ${name} に、[^\\n]*。\\n$`))
})
