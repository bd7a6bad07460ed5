import { createRequire } from 'node:module'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { JsonObject } from '../../fake-github/json.ts'
import type { Difference } from '../../src/testing/cases.ts'
import { answers, file, questionable, type Story, serviceText, startStory } from './story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

test('open → violation → mended → approved with answers', async () => {
  const { world, hanako, jiro } = story
  const pull = story.open({ [file]: serviceText({ ...questionable, use: { networks: ['mynumber'] } }) })
  expect((await story.run(pull)).status).toBe(0)
  expect(story.checks(pull)).toEqual(['failure', 'action_required'])
  expect(world.check(pull, '審査/policy-gate')?.annotations[0]).toMatchObject({
    path: file,
    annotation_level: 'failure',
  })
  expect(story.text(pull)).toContain('要修正')

  world.commit('change', { author: hanako, files: { [file]: serviceText(questionable) } })
  await story.runHere(pull)
  expect(story.checks(pull)).toEqual(['success', 'action_required'])
  expect(story.text(pull)).toContain('解消')
  const keys = story.keys(pull)
  expect(keys).toHaveLength(1)

  world.review(pull, { by: jiro, body: 'よいと思います。' })
  await story.runHere(pull)
  expect(story.checks(pull)).toEqual(['success', 'action_required'])
  world.review(pull, { by: jiro, body: answers(keys) })
  const { summary, output } = await story.run(pull)
  expect(story.checks(pull)).toEqual(['success', 'success'])
  expect(story.comments(pull)).toHaveLength(1)
  expect(world.check(pull, '審査/承認')?.detailsUrl).toContain(`/pull/${pull.number}#issuecomment-`)
  expect(summary).toContain('自動点検')
  expect(output).not.toContain(story.app.token)
})

test('not approved: a reviewer says no', async () => {
  const { world, jiro } = story
  const pull = story.open({ [file]: serviceText(questionable) })
  await story.run(pull)
  world.review(pull, { by: jiro, body: answers(story.keys(pull), '不可'), state: 'CHANGES_REQUESTED' })
  await story.run(pull)
  expect(story.checks(pull)).toEqual(['success', 'failure'])
})

test('a push that leaves the judged facts alone keeps the key, and the answer to be read; one that changes them does not', async () => {
  const { world, hanako, jiro } = story
  const pull = story.open({ [file]: serviceText(questionable) })
  await story.runHere(pull)
  const before = story.keys(pull)
  world.review(pull, { by: jiro, body: answers(before) })
  await story.runHere(pull)
  expect(story.checks(pull)).toEqual(['success', 'success'])

  world.commit('change', { author: hanako, files: { [file]: serviceText({ ...questionable, use: { users: 99 } }) } })
  await story.runHere(pull)
  expect(story.checks(pull)).toEqual(['success', 'action_required'])
  expect(story.keys(pull)).toEqual(before)

  const other = { ...questionable, information: { kinds: ['critical'] }, service: { pricing: 'free' } } as const
  world.commit('change', { author: hanako, files: { [file]: serviceText(other) } })
  await story.run(pull)
  expect(story.keys(pull)).not.toContain(before[0])
  expect(story.text(pull)).toContain('失効')
})

test.each([
  ['without its blocks', '{}\n'],
  ['that is no mapping', '- 名前\n'],
  ['that is one word', 'サービス\n'],
])('a file %s is told what it lacks, and nothing is out of order', async (_, text) => {
  const pull = story.open({ [file]: text })
  expect(await story.runHere(pull)).toBeNull()
  expect(story.checks(pull)).toEqual(['failure', 'action_required'])
  expect(story.text(pull)).toContain('### 要修正（')
})

test('a stale branch has to be updated', async () => {
  const { world, hanako, saburo } = story
  const path = 'services/koho/video.yml'
  const pull = story.open({ [path]: serviceText({ department: { contact: '内線 1' } }) })
  world.commit('main', {
    author: saburo,
    files: { [path]: serviceText({ department: { contact: '内線 2' } }) },
    rules: 'off',
  })
  await story.run(pull)
  expect(story.checks(pull)[0]).toBe('failure')
  expect(story.text(pull)).toContain('古い版です。')
  expect(story.text(pull)).toContain('ブランチを更新してください')
  void hanako
})

test('applications and other files do not go together', async () => {
  const pull = story.open({ [file]: serviceText(), 'src/a.ts': 'x' })
  const { requests } = await story.run(pull)
  expect(story.checks(pull)[0]).toBe('failure')
  expect(requests.map(({ operation }) => operation)).not.toContain('git/get-blob')
})

test('what is no application needs two of the engineers, and 情報政策課 where rules change', async () => {
  const { world, saburo, shiro, jiro } = story
  const engine = story.open({ 'src/a.ts': 'x' }, 'engine')
  world.review(engine, { by: saburo })
  expect(await story.runHere(engine)).toBeNull()
  expect(story.checks(engine)).toEqual(['success', 'action_required'])
  world.review(engine, { by: shiro })
  await story.runHere(engine)
  expect(story.checks(engine)).toEqual(['success', 'success'])

  const rules = story.open({ 'policies/a.yml': 'a: 2\n' }, 'rules')
  world.review(rules, { by: saburo })
  world.review(rules, { by: shiro })
  await story.runHere(rules)
  expect(story.checks(rules)).toEqual(['success', 'action_required'])
  world.review(rules, { by: jiro })
  await story.runHere(rules)
  expect(story.checks(rules)).toEqual(['success', 'success'])
})

test('an import of more than fifty uses that were permitted before is judged as one', async () => {
  const before = { application: { permittedBefore: { date: '2024-04-01', number: 'R6-1' } } }
  const files = (count: number, difference: Difference): Record<string, string> =>
    Object.fromEntries(
      [...Array(count).keys()].map((number) => [`services/soumu/use-${number}.yml`, serviceText(difference)]),
    )
  const imported = story.open(files(60, before), 'import')
  expect(await story.runHere(imported)).toBeNull()
  expect(story.checks(imported)[0]).toBe('success')
  const tooMany = story.open(files(51, {}), 'many')
  await story.runHere(tooMany)
  expect(story.checks(tooMany)[0]).toBe('failure')
})

test('a fork is judged like any other', async () => {
  const { world, hanako } = story
  world.commit('hanako:change', { author: hanako, files: { [file]: serviceText() } })
  const pull = world.openPullRequest({ author: hanako, head: 'hanako:change', title: '新しい利用' })
  await story.run(pull)
  expect(story.checks(pull)).toEqual(['success', 'action_required'])
})

test('a closed pull request is left alone', async () => {
  const { world, hanako } = story
  const pull = story.open({ [file]: serviceText() })
  world.close(pull, { by: hanako })
  const { status, requests } = await story.run(pull)
  expect([status, requests.filter(({ writes }) => writes)]).toEqual([0, []])
})

test('the bell, a comment and a dispatch ask for the same', async () => {
  const { github, world, hanako } = story
  const pull = story.open({ [file]: serviceText() })
  const comment = world.comment(pull, { by: hanako, body: '/再審査' })
  await story.run(pull, { event: 'issue_comment', payload: github.payloads.issueComment(comment) })
  expect(story.checks(pull)).toEqual(['success', 'action_required'])
  const payload = { inputs: { pr: String(pull.number) } }
  expect((await story.run(pull, { event: 'workflow_dispatch', payload })).status).toBe(0)
  expect((await story.run(pull, { event: 'push', inputs: { pr: String(pull.number) } })).status).toBe(0)
})

test('what the runner does not give is said, and nothing passes', async () => {
  const pull = story.open({ [file]: serviceText() })
  for (const inputs of [{ token: '' }, { 'app-id': 'x' }, { 'policy-team': '' }, { pr: 'x' }]) {
    const { status, output, requests } = await story.run(pull, { inputs })
    expect([status, requests.length]).toEqual([1, 0])
    expect(output).toContain('審査できませんでした')
  }
  const { status } = await story.run(pull, { env: { GITHUB_WORKSPACE: '/' } })
  expect([status, story.checks(pull)]).toEqual([1, ['failure', 'failure']])
})

test('a text that takes too long ends the examination, not the gate', async () => {
  const pull = story.open({ [file]: serviceText() })
  const { status } = await story.run(pull, { inputs: { 'examination-seconds': '0.01' } })
  expect([status, story.checks(pull)]).toEqual([1, ['failure', 'failure']])
  expect(story.titles(pull)[0]).toContain('途中で止まりました')
  expect(story.comments(pull)).toHaveLength(1)
})

test('every payload that GitHub shows is handled or ignored', async () => {
  const examples: { name: string; examples: JsonObject[] }[] = createRequire(import.meta.url)(
    '@octokit/webhooks-examples',
  )
  const pull = story.open({ [file]: serviceText() })
  const chosen = ['pull_request', 'pull_request_review', 'issue_comment', 'push', 'merge_group', 'check_run']
  for (const { name, examples: payloads } of examples.filter((one) => chosen.includes(one.name))) {
    const { output, requests } = await story.run(pull, { event: name, payload: payloads[0]! })
    expect([name, requests.length, /Error|at async/.test(output)]).toEqual([name, 0, false])
  }
})

test('one file in a register: how many calls', async () => {
  const pull = story.open({ [file]: serviceText() })
  const { requests } = await story.run(pull)
  expect(requests.length).toBeLessThanOrEqual(22)
})
