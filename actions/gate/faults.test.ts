import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { FaultKind } from '../../fake-github/faults.ts'
import type { PullRequest } from '../../fake-github/world/state.ts'
import { entryTrailer } from '../../src/gate/commits.ts'
import { answers, file, questionable, type Story, serviceText, startStory } from './story.ts'

/** A pull request whose run makes every call that the gate knows. */
async function everyCall(story: Story): Promise<PullRequest> {
  const { world, hanako, jiro, bot } = story
  world.commit('ledger', {
    author: hanako,
    files: { 'records/2026/000001.json': '{"id":"D-2026-000001"}' },
    from: 'main',
  })
  // Another file on main, so that the merge base is not its tip.
  world.commit('change', { author: hanako, files: { [file]: serviceText(questionable) } })
  world.commit('change', {
    author: { name: 'shinsa-desk[bot]', email: `${bot.bot.id}+shinsa-desk[bot]@users.noreply.github.com` },
    files: { [file]: serviceText({ ...questionable, department: { contact: '内線 1' } }) },
    message: `新規\n\n${entryTrailer(hanako.id)}`,
    web: true,
  })
  const pull = world.openPullRequest({ author: hanako, head: 'change' })
  await story.runHere(pull)
  world.review(pull, { by: jiro, body: answers(['00000000']) })
  world.commit('change', { author: hanako, files: { [file]: serviceText({ ...questionable, use: { users: 3 } }) } })
  world.commit('main', { author: hanako, files: { 'docs/a.md': 'あ' }, rules: 'off' })
  await story.runHere(pull)
  world.review(pull, { by: jiro, body: answers(story.keys(pull)) })
  return pull
}

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let story: Story
let pull: PullRequest
beforeAll(async () => {
  story = await startStory()
  pull = await everyCall(story)
})
afterAll(() => story.end())
afterEach(() => story.github.faults.clear())

const refusals = [401, 403, 404, 409, 422, 500, 'rate-limit'] as const
const kinds: readonly FaultKind[] = [...refusals, 'timeout', 'malformed', 'truncated', 'graphql-errors']
/** Every call of the gate; what a fault of this kind cannot spoil, or what the gate gets over. */
const operations: readonly [string, readonly FaultKind[]][] = [
  ['pulls/get', []],
  ['git/get-ref', []],
  ['checks/list-for-ref', []],
  ['repos/compare-commits-with-basehead', ['truncated']],
  ['issues/list-comments', []],
  // A branch that is not named in the list is not there: then nothing is told of the ledger.
  ['git/list-matching-refs', ['truncated']],
  ['graphql', []],
  ['pulls/list-files', []],
  ['git/get-commit', []],
  ['git/get-tree', []],
  ['git/get-blob', []],
  ['pulls/list-commits', []],
  ['teams/get-membership-for-user-in-org', []],
  // Another comment is written where ours may not be edited.
  ['issues/update-comment', [403, 404, 'rate-limit']],
  ['checks/create', []],
  ['checks/update', []],
]
const lists = new Set([
  'checks/list-for-ref',
  'issues/list-comments',
  'graphql',
  'pulls/list-files',
  'git/get-tree',
  'pulls/list-commits',
])
const canSpoil = (operation: string, kind: FaultKind): boolean => {
  if (kind === 'graphql-errors') return operation === 'graphql'
  return kind !== 'truncated' || lists.has(operation)
}

/** Everything passes; then somebody spoils our comment, so that there is something to write. */
async function passAndSpoil(): Promise<void> {
  await story.runHere(pull)
  expect(story.checks(pull)).toEqual(['success', 'success'])
  story.world.editComment(story.comments(pull).at(-1)!, { body: '<!-- shinsa:gate -->\nx' })
}

test('these are all the calls', async () => {
  const start = story.github.requests.length
  await passAndSpoil()
  expect(await story.runHere(pull)).toBeNull()
  const called = new Set(story.github.requests.slice(start).map(({ operation }) => operation))
  expect(operations.map(([operation]) => operation).filter((operation) => !called.has(operation))).toEqual([])
  expect([...called].filter((operation) => !operations.some(([known]) => known === operation))).toEqual([])
})

describe.each(operations)('%s', (operation, harmless) => {
  test.each(kinds.filter((kind) => canSpoil(operation, kind)))('%s: nothing passes', async (kind) => {
    const { github } = story
    if (operation.includes('update')) await passAndSpoil()
    github.faults.add({ operation, kind, milliseconds: 1 })
    const fault = await story.runHere(pull)
    expect(github.faults.struck()).toBeGreaterThan(0)
    if (!harmless.includes(kind)) expect(story.checks(pull)).not.toEqual(['success', 'success'])
    if (fault !== null) expect(fault.title).toMatch(/GitHub が|誤り/)
  })

  test('one call alone', async () => {
    const { github } = story
    await passAndSpoil()
    const start = github.requests.length
    await story.runHere(pull)
    const calls = github.requests.slice(start).filter((request) => request.operation === operation).length
    for (let call = 1; call <= calls; call += 1) {
      github.faults.clear()
      await passAndSpoil()
      github.faults.add({ operation, kind: 401, call })
      const fault = await story.runHere(pull)
      const [gate, approval] = story.checks(pull)
      expect([call, fault === null, gate === 'success' && approval === 'success']).toEqual([call, false, false])
    }
  })

  test('a later run heals it', async () => {
    expect(await story.runHere(pull)).toBeNull()
    expect(story.checks(pull)).toEqual(['success', 'success'])
  })
})

test('a passing trouble is got over', async () => {
  for (const kind of [429, 500, 502, 'retry-after', 'secondary-limit', 'timeout', 'malformed', 'slow'] as const) {
    story.github.faults.clear()
    for (const [operation] of operations) story.github.faults.add({ operation, kind, call: 1, milliseconds: 1 })
    expect([kind, await story.runHere(pull)]).toEqual([kind, null])
    expect(story.checks(pull)).toEqual(['success', 'success'])
  }
})

test('a slow answer is waited for, one that is too slow is not', async () => {
  story.github.faults.add({ operation: 'graphql', kind: 'slow', milliseconds: 50 })
  expect(await story.runHere(pull)).toBeNull()
  story.github.faults.clear()
  story.github.faults.add({ operation: 'pulls/list-files', kind: 'slow', milliseconds: 1000 })
  expect((await story.runHere(pull, { patience: 700 }))?.title).toContain('変わったファイルの一覧')
  expect(story.checks(pull)).toEqual(['failure', 'failure'])
})

test('an answer that is lost after the work was done leaves one comment and a true result', async () => {
  await passAndSpoil()
  for (const operation of ['issues/update-comment', 'checks/create', 'checks/update'])
    story.github.faults.add({ operation, kind: 502, call: 1, done: true })
  const before = story.comments(pull).length
  await story.runHere(pull)
  expect(story.checks(pull)).toEqual(['success', 'success'])
  expect(story.comments(pull)).toHaveLength(before)
})

test('the first comment whose answer is lost is not written twice', async () => {
  const other = story.open({ 'services/koho/other.yml': serviceText() }, 'other')
  story.github.faults.add({ operation: 'issues/create-comment', kind: 502, done: true })
  expect(await story.runHere(other)).toBeNull()
  expect(story.comments(other)).toHaveLength(1)
  expect(story.checks(other)).toEqual(['success', 'action_required'])
})

test('a comment that cannot be written lets nothing pass', async () => {
  const third = story.open({ 'services/koho/third.yml': serviceText() }, 'third')
  story.github.faults.add({ operation: 'issues/create-comment', kind: 422 })
  expect((await story.runHere(third))?.title).toContain('コメント')
  expect(story.checks(third)).toEqual(['failure', 'failure'])
  story.github.faults.clear()
  expect(await story.runHere(third)).toBeNull()
  expect(story.comments(third)).toHaveLength(1)
})
