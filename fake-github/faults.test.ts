import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from './client.ts'
import type { FaultKind } from './faults.ts'
import { type FakeGitHub, startFakeGitHub } from './start.ts'

const repo = { owner: 'example-city', repo: 'shinsa' }
let github: FakeGitHub
let client: Awaited<ReturnType<typeof connect>>
beforeEach(async () => {
  github = await startFakeGitHub({ files: { a: '1' } })
  client = await connect(github, github.world.app('shinsa-gate').token)
})
afterEach(() => github.close())

const readRef = () => client.rest.git.getRef({ ...repo, ref: 'heads/main' })
const refusals: [FaultKind, number][] = [
  [401, 401],
  [403, 403],
  ['retry-after', 403],
  ['secondary-limit', 403],
  ['rate-limit', 403],
  [404, 404],
  [409, 409],
  [422, 422],
  [500, 500],
  [502, 502],
]

test.each(refusals)('%s at the second call only', async (kind, status) => {
  github.faults.add({ operation: 'git/get-ref', call: 2, kind })
  await readRef()
  await expect(readRef()).rejects.toMatchObject({ status })
  await readRef()
  expect(github.faults.struck()).toBe(1)
  expect(github.requests.map((request) => request.status)).toEqual([200, status, 200])
})

test('limits say when to come back, or that nothing is left', async () => {
  github.faults.add({ operation: 'git/get-ref', call: 1, kind: 'retry-after' })
  await expect(readRef()).rejects.toMatchObject({ response: { headers: { 'retry-after': '1' } } })
  github.faults.add({ operation: 'git/get-ref', call: 1, kind: 'rate-limit' })
  await expect(readRef()).rejects.toMatchObject({ response: { headers: { 'x-ratelimit-remaining': '0' } } })
})

test('a timeout breaks the connection after a while; a slow answer comes', async () => {
  github.faults.add({ operation: '*', call: 1, kind: 'timeout', milliseconds: 20 })
  github.faults.add({ operation: '*', call: 2, kind: 'slow', milliseconds: 20 })
  await expect(readRef()).rejects.toMatchObject({ status: 500 })
  expect((await readRef()).status).toBe(200)
})

describe('whether the work was done', () => {
  const create = () => client.rest.git.createRef({ ...repo, ref: 'refs/heads/x', sha: github.world.tip('main') })

  test('a refusal leaves the world as it was', async () => {
    github.faults.add({ operation: 'git/create-ref', call: 1, kind: 502 })
    await expect(create()).rejects.toMatchObject({ status: 502 })
    expect(github.world.hasBranch('x')).toBe(false)
    await create()
  })

  test('an answer may be lost after the work', async () => {
    github.faults.add({ operation: 'git/create-ref', call: 1, kind: 502, done: true })
    await expect(create()).rejects.toMatchObject({ status: 502 })
    expect(github.world.hasBranch('x')).toBe(true)
    await expect(create()).rejects.toThrow('already exists')
  })
})

test('a truncated list keeps its counts', async () => {
  const { world } = github
  const hanako = world.user('hanako')
  world.commit('change', { author: hanako, files: { b: '1', c: '1' } })
  const pull = world.openPullRequest({ author: hanako, head: 'change' })
  world.review(pull, { by: world.user('jiro') })
  const pull_number = pull.number
  for (const operation of ['pulls/list-files', 'git/get-tree', 'checks/list-for-ref', 'graphql'])
    github.faults.add({ operation, kind: 'truncated' })
  const files = await client.rest.pulls.listFiles({ ...repo, pull_number })
  expect([files.data.length, (await client.rest.pulls.get({ ...repo, pull_number })).data.changed_files]).toEqual([
    1, 2,
  ])
  const tree = await client.rest.git.getTree({ ...repo, tree_sha: pull.headSha })
  expect([tree.data.truncated, tree.data.tree.length]).toEqual([true, 2])
  const query =
    '{ repository(owner:"example-city",name:"shinsa") { pullRequest(number:1) { reviews(first:9) { totalCount nodes { state } } } } }'
  expect(await client.graphql(query)).toMatchObject({
    repository: { pullRequest: { reviews: { totalCount: 1, nodes: [] } } },
  })
})

test('half an answer is no JSON', async () => {
  github.faults.add({ operation: 'git/get-ref', kind: 'malformed' })
  const answer = await readRef().then(
    ({ data }) => data as unknown,
    () => 'refused',
  )
  expect(typeof answer).toBe('string')
})

test('GraphQL may answer 200 with errors and nothing else', async () => {
  github.faults.add({ operation: 'graphql', call: 1, kind: 'graphql-errors' })
  await expect(client.graphql('{ viewer { login } }')).rejects.toThrow('Something went wrong')
  expect(await client.graphql('{ rateLimit { limit } }')).toEqual({ rateLimit: { limit: 5000 } })
})
