import { afterEach, expect, test } from 'vitest'
import { type FakeGitHub, startFakeGitHub } from '../../fake-github/start.ts'
import type { DepartmentIssue } from '../../src/notices/issue.ts'
import { connectTo } from './client.ts'
import { keepIssues, type Wanted } from './department-issues.ts'

let github: FakeGitHub
afterEach(() => github.close())

const prefix = '<!-- shinsa:deadlines '
const issue = (slug: string, ...tasks: string[]): DepartmentIssue => {
  const marker = `${prefix}${slug} -->`
  const lines = tasks.length === 0 ? ['なし'] : tasks.map((task) => `- [ ] ${task}`)
  return {
    marker,
    title: `期限: ${slug}`,
    labels: ['期限'],
    body: `${[marker, ...lines].join('\n')}\n`,
    isOpen: tasks.length > 0,
  }
}
const finished: Wanted['finished'] = (marker) => issue(marker.slice(prefix.length).replace(' -->', ''))

async function start(patience = 10_000) {
  github = await startFakeGitHub({ files: { a: '1' } })
  const { world } = github
  const { token } = world.app('github-actions')
  const client = connectTo({ token, repository: 'example-city/shinsa', apiUrl: github.url, patience, pause: 1 })
  const keep = (issues: DepartmentIssue[], more: Partial<Wanted> = {}) =>
    keepIssues(client, { prefix, issues, finished: finished!, mayOpen: true, ...more })
  const writes = () => github.requests.filter((request) => request.writes).length
  const seen = () => world.issues().map(({ number, state, body }) => ({ number, state, body }))
  return { world, keep, writes, seen }
}

test('初めは開き、二度目は何も書かない', async () => {
  const { keep, writes, seen, world } = await start()
  expect(await keep([issue('koho', 'a'), issue('zeimu', 'b'), issue('soumu')])).toEqual({
    opened: 2,
    updated: 0,
    closed: 0,
  })
  expect(world.issues().map(({ title, labels }) => [title, ...labels])).toEqual([
    ['期限: koho', '期限'],
    ['期限: zeimu', '期限'],
  ])
  const [before, shown] = [writes(), seen()]
  expect(await keep([issue('koho', 'a'), issue('zeimu', 'b'), issue('soumu')])).toEqual({
    opened: 0,
    updated: 0,
    closed: 0,
  })
  expect(writes()).toBe(before)
  expect(seen()).toEqual(shown)
})

test('変われば書き換え、なくなれば閉じ、また来れば同じ票が開く', async () => {
  const { keep, seen, writes } = await start()
  await keep([issue('koho', 'a')])
  expect(await keep([issue('koho', 'a', 'b')])).toEqual({ opened: 0, updated: 1, closed: 0 })
  expect(await keep([])).toEqual({ opened: 0, updated: 0, closed: 1 })
  expect(seen()).toMatchObject([{ state: 'closed', body: issue('koho').body }])
  const before = writes()
  await keep([issue('koho')])
  expect(writes()).toBe(before)
  expect(await keep([issue('koho', 'c')])).toEqual({ opened: 1, updated: 0, closed: 0 })
  expect(seen()).toMatchObject([{ state: 'open', body: issue('koho', 'c').body }])
})

test('人の付けた印と、ブラウザの改行は、書き換えの理由にならない', async () => {
  const { keep, world, seen, writes } = await start()
  await keep([issue('koho', 'a', 'b')])
  const [ours] = world.issues()
  world.editIssue(
    ours!,
    { body: ours!.body.replace('- [ ] a', '- [x] a').replaceAll('\n', '\r\n') },
    world.user('hanako'),
  )
  const before = writes()
  await keep([issue('koho', 'a', 'b')])
  expect(writes()).toBe(before)
  await keep([issue('koho', 'a', 'c')])
  expect(seen()[0]?.body).toContain('- [x] a\n- [ ] c')
})

test('ほかの人の票と、ほかの票には触れない', async () => {
  const { keep, world, seen } = await start()
  world.issue({ by: world.user('hanako'), title: '期限: koho', body: issue('koho', 'x').body })
  await keep([issue('koho', 'a')])
  await keep([])
  expect(seen().map(({ state }) => state)).toEqual(['open', 'closed'])
})

test('二つあれば、新しい方を閉じる', async () => {
  const { keep, world, seen } = await start()
  await keep([issue('koho', 'a')])
  const { bot } = world.app('github-actions')
  world.issue({ by: bot, title: '期限: koho', body: issue('koho', 'a').body })
  expect(await keep([issue('koho', 'a')])).toEqual({ opened: 0, updated: 0, closed: 1 })
  expect(seen().map(({ state }) => state)).toEqual(['open', 'closed'])
})

test('開いてよいと言われなければ、開かない', async () => {
  const { keep, writes } = await start()
  await keep([issue('koho', 'a')], { mayOpen: false })
  expect(writes()).toBe(0)
})

test('もう調査しない票は、文面を残して閉じる', async () => {
  const { keep, seen } = await start()
  await keep([issue('koho', 'a')])
  const { body } = seen()[0]!
  const { finished: _, ...wanted } = { finished, prefix, issues: [], mayOpen: true }
  const client = connectTo({
    token: github.world.app('github-actions').token,
    repository: 'example-city/shinsa',
    apiUrl: github.url,
    patience: 10_000,
    pause: 1,
  })
  expect(await keepIssues(client, wanted)).toEqual({ opened: 0, updated: 0, closed: 1 })
  expect(seen()).toMatchObject([{ state: 'closed', body }])
})

const departments = () => [issue('koho', 'a'), issue('soumu', 'b'), issue('zeimu', 'c')]
test.each([
  { operation: 'issues/create', kind: 500 as const, call: 2, done: true },
  { operation: 'issues/create', kind: 500 as const, call: 1, done: false },
  { operation: 'issues/create', kind: 'timeout' as const, call: 1, done: true },
  { operation: 'issues/create', kind: 'secondary-limit' as const, call: 3, done: false },
  { operation: 'issues/list-for-repo', kind: 422 as const, call: 1, done: false },
])('障害のあとのやり直し: $operation $kind（済んだ: $done）', async (fault) => {
  const { keep, seen } = await start(fault.kind === 'timeout' ? 1500 : undefined)
  github.faults.add(fault)
  await expect(keep(departments())).rejects.toThrow()
  // One section's fault keeps no other from being told
  if (fault.operation === 'issues/create') expect(seen().length).toBeGreaterThanOrEqual(2)
  await keep(departments())
  expect(
    seen()
      .map(({ state, body }) => [state, body.split('\n')[0]])
      .sort(),
  ).toEqual(departments().map(({ marker }) => ['open', marker]))
})
