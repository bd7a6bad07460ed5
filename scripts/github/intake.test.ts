import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import type { FaultKind } from '../../fake-github/faults.ts'
import { type FakeGitHub, type FakeGitHubOptions, startFakeGitHub } from '../../fake-github/start.ts'
import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import { departments } from '../../policies/tables.ts'
import { attribute } from '../../src/gate/commits.ts'
import { flawOf } from '../../src/gate/reviews.ts'
import { intakeMarker } from '../../src/intake/reply.ts'
import { filled, forms, paperHash, plainAnswers } from '../../src/testing/intake.ts'
import { connectTo } from './client.ts'
import { listAppCommits } from './commits.ts'
import { type Received, receive } from './intake.ts'

const youtube = readFileSync('services/koho/youtube.yml', 'utf8')
const place = 'services/koho/youtube.yml'
const ending = filled('termination', {
  'department-name': '区長室広聴広報課',
  'service-name': 'YouTube',
  'termination-date': '令和9年3月31日',
  'termination-reason': '業務の終了',
})

let github: FakeGitHub
afterEach(() => github.close())

async function start(options: FakeGitHubOptions = {}) {
  github = await startFakeGitHub({ files: { [place]: youtube, 'README.md': '# x\n' }, ...options })
  const { world } = github
  const app = world.app('shinsa-intake', {
    permissions: { contents: 'write', pull_requests: 'write', issues: 'write', metadata: 'read' },
  })
  const client = connectTo({
    token: app.token,
    repository: 'example-city/shinsa',
    apiUrl: github.url,
    patience: 300,
    pause: 1,
  })
  const desk = { policies, sheets, departments: departments.departments }
  const run = (number: number): Promise<Received> => receive(client, { number, appId: app.id, forms, desk })
  const hanako = world.user('hanako')
  return { world, app, client, run, hanako }
}
type World = FakeGitHub['world']
const branchOf = (number: number) => `shinsa/issue-${number}`
const ownComments = (world: World, number: number) =>
  world.comments(world.state.issues.get(number)!).filter(({ body }) => body.startsWith(intakeMarker))

test('申請票が、一つの申請になる', async () => {
  const { world, run, hanako, app } = await start()
  const { number } = world.issue({ by: hanako, title: '［新規］', body: filled('new', plainAnswers) })
  expect(await run(number)).toBe('ready')
  const [pull] = world.pullRequests()
  expect(pull).toMatchObject({ headKey: `refs/heads/${branchOf(number)}`, baseRef: 'main' })
  expect(pull?.issue.title).toBe('［新規］ 意見募集フォーム（総務部総務課）')
  expect(pull?.issue.author).toBe(app.bot)
  expect(world.changes(pull!)).toHaveLength(1)
  expect(world.file(branchOf(number), `services/soumu/uketsuke-${number}.yml`)).toContain('class: cloud')
  expect([...world.state.issues.get(number)!.labels]).toEqual(['新規'])
  expect(ownComments(world, number)[0]?.body).toContain(`申請の画面: #${pull?.number}`)
  const writes = () => github.requests.filter((request) => request.writes).length
  const before = writes()
  expect(await run(number)).toBe('ready')
  expect(writes()).toBe(before)
}, 60_000)

test('直した票は、同じ申請に重なる', async () => {
  const { world, run, hanako } = await start()
  const issue = world.issue({ by: hanako, title: 'x', labels: ['終了'], body: ending.replace('令和9年', '令和九年') })
  expect(await run(issue.number)).toBe('missing')
  expect(world.pullRequests()).toEqual([])
  expect(ownComments(world, issue.number)[0]?.body).toContain('利用終了日')
  world.editIssue(issue, { body: ending }, hanako)
  expect(await run(issue.number)).toBe('ready')
  world.editIssue(issue, { body: ending.replace('業務の終了', '試行の終了') }, hanako)
  world.commit('main', { author: hanako, files: { [place]: youtube.replace('広報係', '広聴係') } })
  expect(await run(issue.number)).toBe('ready')
  const [pull, ...others] = world.pullRequests()
  expect(others).toEqual([])
  expect(ownComments(world, issue.number)).toHaveLength(1)
  expect(world.file(branchOf(issue.number), place)).toMatch(/広聴係[\s\S]*reason: trial-ended/)
  expect(world.changes(pull!)).toHaveLength(1)
  const missing = filled('termination', { 'service-name': 'YouTube' })
  world.editIssue(issue, { body: missing }, hanako)
  expect(await run(issue.number)).toBe('missing')
  expect(ownComments(world, issue.number)[0]?.body).toContain(`（#${pull?.number}）は、そのままです`)
})

test('書いた人は、だれも承認できない', async () => {
  const { world, run, hanako, app, client } = await start()
  const jiro = world.user('jiro')
  const entry = { 'application-entry-by': '情報政策課（代理登録）', 'application-entry-sha256': paperHash }
  const answers = { ...plainAnswers, ...entry }
  const issue = world.issue({ by: hanako, title: 'x', body: filled('new', answers) })
  world.editIssue(issue, { body: filled('new', { ...answers, 'use-users': '13' }) }, jiro)
  expect(await run(issue.number)).toBe('ready')
  const [pull] = world.pullRequests()
  const file = world.file(branchOf(issue.number), `services/soumu/uketsuke-${issue.number}.yml`)
  expect(file).toContain(`sha256: ${paperHash}`)
  expect(file).toContain('by: it-section')
  const commits = await listAppCommits(client, pull!.number, 2)
  const byGraph = commits.map(({ oid }) => ({ oid, authors: [null], authorCount: 1, committer: null }))
  const { blockers, entered } = attribute(byGraph, commits, new Set([app.bot.id]))
  expect({ blockers, entered: entered.sort() }).toEqual({ blockers: [], entered: [hanako.id, jiro.id].sort() })
  const evidence = {
    entered,
    conversation: { author: null, commits: { total: 0, rows: [] }, mergedAt: null, head: 'a' },
  }
  const flaw = (by: { login: string; id: number }) =>
    flawOf({ by, commit: 'a', edited: null } as never, evidence as never)
  expect(flaw(jiro)).toContain('代わりに入力した人')
  expect(flaw(world.user('saburo'))).toBeNull()
}, 60_000)

test('申請の画面で書き足されたものは、上書きしない', async () => {
  const { world, run, hanako } = await start()
  const issue = world.issue({ by: hanako, title: 'x', body: ending })
  await run(issue.number)
  const mended = `${world.file(branchOf(issue.number), place)}# 書き足し\n`
  world.commit(branchOf(issue.number), { author: hanako, files: { [place]: mended } })
  expect(await run(issue.number)).toBe('ready')
  world.editIssue(issue, { body: ending.replace('業務の終了', '試行の終了') }, hanako)
  expect(await run(issue.number)).toBe('edited')
  expect(world.file(branchOf(issue.number), place)).toBe(mended)
  world.close(world.pullRequests()[0]!, { by: hanako })
  expect(await run(issue.number)).toBe('closed')
  expect(world.pullRequests()).toHaveLength(1)
})

test('相談には、ラベルと返事だけ', async () => {
  const { world, run, hanako } = await start()
  const body = filled('consultation', { 'department-name': '総務課', question: '@all 使えますか' })
  const { number } = world.issue({ by: hanako, title: 'x', body })
  expect(await run(number)).toBe('consultation')
  expect([...world.state.issues.get(number)!.labels]).toEqual(['相談'])
  expect(ownComments(world, number)).toHaveLength(1)
  expect([world.pullRequests(), world.hasBranch(branchOf(number))]).toEqual([[], false])
})

describe('申請票でないものには、何もしない', () => {
  const writes = () => github.requests.filter((request) => request.writes)
  test('ふつうの文、閉じた票、申請の画面', async () => {
    const { world, run, hanako } = await start()
    const plain = world.issue({ by: hanako, title: 'x', body: 'こんにちは' })
    const closed = world.issue({ by: hanako, title: 'x', body: ending })
    world.editIssue(closed, { state: 'closed' }, hanako)
    world.commit('b', { author: hanako, files: { a: '1' } })
    const pull = world.openPullRequest({ author: hanako, head: 'b', body: ending })
    for (const { number } of [plain, closed, pull]) expect(await run(number)).toBe('ignored')
    expect(writes()).toEqual([])
  })
  test('公開のリポジトリに来た、知らない人の票', async () => {
    const { world, run } = await start({ private: false })
    const stranger = world.user('mallory', { role: 'read' })
    const { number } = world.issue({ by: stranger, title: 'x', body: ending })
    expect(await run(number)).toBe('ignored')
    expect(writes()).toEqual([])
  })
  test('ほかの人が書いた印は、返事ではない', async () => {
    const { world, run, hanako } = await start()
    const issue = world.issue({ by: hanako, title: 'x', body: ending })
    const spoof = world.comment(issue, { by: hanako, body: `${intakeMarker}\n許可しました` })
    await run(issue.number)
    expect(spoof.body).toContain('許可しました')
    expect(ownComments(world, issue.number)).toHaveLength(2)
  })
})

test('GitHub Enterprise Server の URL でも同じ', async () => {
  const { world, run, hanako } = await start({ enterprise: true })
  const { number } = world.issue({ by: hanako, title: 'x', body: ending })
  expect(await run(number)).toBe('ready')
  expect(world.pullRequests()).toHaveLength(1)
})

type Case = { kind: FaultKind; done?: boolean }
const cases: Case[] = [
  { kind: 404 },
  { kind: 422 },
  { kind: 500, done: true },
  { kind: 'timeout', done: true },
  { kind: 'malformed' },
  { kind: 'truncated' },
]
test.each(cases)('どの呼び出しが失敗しても、やり直せば一つの申請になる: %j', async (fault) => {
  const clean = await start()
  const first = clean.world.issue({ by: clean.hanako, title: 'x', body: ending })
  await clean.run(first.number)
  const calls = github.requests.length
  const expected = clean.world.file(branchOf(first.number), place)
  await github.close()
  expect(calls).toBeGreaterThan(10)
  for (let call = 1; call <= calls; call += 1) {
    const { world, run, hanako } = await start()
    const { number } = world.issue({ by: hanako, title: 'x', body: ending })
    github.faults.add({ operation: '*', call, milliseconds: 400, ...fault })
    const received = await run(number).catch((error: Error) => error.name)
    github.faults.clear()
    // Whatever it said, the second run finds or makes what there should be.
    expect(await run(number), `${call}: ${received}`).toBe('ready')
    expect(world.pullRequests(), `${call}`).toHaveLength(1)
    expect(ownComments(world, number), `${call}`).toHaveLength(1)
    expect(world.commits(world.pullRequests()[0]!), `${call}`).toHaveLength(1)
    expect(world.file(branchOf(number), place)).toBe(expected)
    if (call < calls) await github.close()
  }
}, 120_000)
