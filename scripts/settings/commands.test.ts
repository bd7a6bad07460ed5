import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FakeGitHub, startFakeGitHub } from '../../fake-github/start.ts'
import { readArguments } from '../arguments.ts'
import { commands } from '../commands.ts'
import { run as drift } from '../settings-drift.ts'
import { run as setup } from '../setup.ts'

let github: FakeGitHub
let printed = ''
beforeEach(async () => {
  github = await startFakeGitHub({ files: { a: '1' }, enterprise: true })
  vi.stubEnv('GITHUB_TOKEN', github.world.tokenOf(github.world.user('kanri', { role: 'admin' })))
  vi.stubEnv('GH_TOKEN', '')
  vi.stubEnv('ISSUES_TOKEN', github.world.app('github-actions').token)
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text
    return true
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await github.close()
})

const given = (name: string, ...words: string[]) =>
  readArguments(words, commands.find((command) => command.name === name)!)
const target = () => ['--repo', 'example-city/shinsa', '--base-url', github.url]
const refusal = async (act: () => Promise<number>): Promise<string> => {
  try {
    await act()
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

test('a plan says what would change, what waits and what is left to people, and changes nothing', async () => {
  expect(await setup(given('setup', ...target()))).toBe(0)
  expect(printed).toMatch(
    /変えること \d+件\n {2}変更 {2}リポジトリの設定\n[\s\S]*まだ変えられないこと \d+件\n[\s\S]*人が手で行うこと \d+件/,
  )
  expect(printed).toContain('まだ何も変えていません。')
  expect(github.requests.filter(({ writes }) => writes)).toEqual([])
})

test('--apply changes it', async () => {
  expect(await setup(given('setup', '--apply', ...target()))).toBe(0)
  expect(printed).toContain('変えました')
  expect(github.world.state.rulesets.map(({ name }) => name)).toEqual(['ledger-forever'])
})

test('the daily check: status 1, an issue, and its text', async () => {
  expect(await drift(given('settings-drift', '--issue', ...target()))).toBe(1)
  expect(printed).toContain('ruleset「ledger-forever」がありません。')
  expect(github.world.issues()[0]?.body).toBe(printed)
})

test.each<[words: string[], says: string]>([
  [['--base-url', 'https://x.example'], '--repo に'],
  [['--repo', 'x'], '--repo に'],
  [['--repo', 'a/b', '--plan', '--apply'], 'どちらか一方'],
  [['--repo', 'a/b', '--base-url', 'http://x.example'], '--base-url には https://'],
  [['--repo', 'a/b', '--org-teams', 'kibann=x'], '--org-teams は kiban=名前,'],
  [['--repo', 'a/b', '--apps', 'gate'], '--apps は gate=名前,'],
])('wrong usage: %j', async (words, says) => {
  const message = await refusal(() => setup(given('setup', ...words)))
  expect(message).toContain(says)
  expect(message).toMatch(/^[^\n]*。$/)
})

test('no token, a token that nobody knows, a repository that is not there, nobody who answers', async () => {
  expect(await refusal(() => setup(given('setup', '--repo', 'a/b', '--base-url', github.url)))).toMatch(
    /（404）。見つかりません。.*。$/,
  )
  vi.stubEnv('GITHUB_TOKEN', 'old')
  expect(await refusal(() => setup(given('setup', ...target())))).toMatch(/（401）。トークンが使えません。/)
  vi.stubEnv('GITHUB_TOKEN', '')
  expect(await refusal(() => setup(given('setup', ...target())))).toMatch(/GITHUB_TOKEN か GH_TOKEN/)
})
