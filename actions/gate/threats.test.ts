import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { verifyApproval } from '../../src/gate/approval.ts'
import type { Evidence } from '../../src/gate/evidence.ts'
import { openWard } from '../ward.ts'
import { answers, file, questionable, type Story, serviceText, startStory } from './story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const video = 'services/koho/video.yml'
const operationsOf = (requests: readonly { operation: string }[]): string[] =>
  requests.map(({ operation }) => operation)

// Named by the rows of the threat model.
describe('row 1: a text that is more than data', () => {
  test.each([
    ['a tag that makes code', `x: !!js/function 'function () {}'\n`, '型の指定'],
    ['a merge key', 'x: { <<: { a: 1 } }\n', 'ほかの項目を取り込む'],
    ['a key of every object', '__proto__: { polluted: true }\n', '__proto__'],
    ['the maker of every object', 'constructor: { prototype: { polluted: true } }\n', 'constructor'],
    ['a second document', '---\na: 1\n', '二つ以上の文書'],
  ])('%s', async (_, text, says) => {
    const pull = story.open({ [file]: serviceText() + text })
    await story.runHere(pull)
    expect(story.checks(pull)[0]).toBe('failure')
    expect(story.text(pull)).toContain(says)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

test('row 2: a bomb beside ten honest files: it is refused, they are judged', async () => {
  const honest = [...Array(10).keys()].map((number) => [`services/soumu/use-${number}.yml`, serviceText()] as const)
  const laughs = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghi'].map((key, index) => `${key}: &${key} [${`*${'abcdefghi'[index]}, `.repeat(9)}]`).join('\n')}\n`
  const bombs = { 'services/soumu/z-deep.yml': '['.repeat(30_000), 'services/soumu/z-laughs.yml': laughs }
  const pull = story.open({ ...Object.fromEntries(honest), ...bombs })
  await story.run(pull)
  expect(story.checks(pull)).toEqual(['failure', 'action_required'])
  const failed = story.world.check(pull, '審査/policy-gate')?.annotations as {
    path: string
    annotation_level: string
  }[]
  const refused = new Set(failed.filter((one) => one.annotation_level === 'failure').map(({ path }) => path))
  expect([...refused].sort()).toEqual(Object.keys(bombs).sort())
  // For what they are, and not because they happen to be broken as well.
  expect(story.text(pull)).toContain('入れ子が12段を超えています。')
  expect(story.text(pull)).toContain('値の使い回しのための名前')
})

describe('row 3: too much', () => {
  test('a huge file is not fetched', async () => {
    const pull = story.open({ [file]: `${serviceText()}# ${'あ'.repeat(200_000)}` })
    const start = story.github.requests.length
    await story.runHere(pull)
    expect(story.checks(pull)[0]).toBe('failure')
    expect(operationsOf(story.github.requests.slice(start))).not.toContain('git/get-blob')
  })
  test('thousands of files are not listed', async () => {
    const many = Object.fromEntries(
      [...Array(3001).keys()].map((number) => [`services/soumu/use-${number}.yml`, 'a: 1']),
    )
    const pull = story.open(many)
    const start = story.github.requests.length
    await story.runHere(pull)
    expect(story.checks(pull)[0]).toBe('failure')
    expect(operationsOf(story.github.requests.slice(start))).not.toContain('pulls/list-files')
  })
  test('a list that is shorter than it should be', async () => {
    const pull = story.open({ [file]: serviceText(), [video]: serviceText({ use: { users: 1 } }) })
    story.github.faults.add({ operation: 'pulls/list-files', kind: 'truncated' })
    expect(await story.runHere(pull)).not.toBeNull()
    expect(story.checks(pull)).toEqual(['failure', 'failure'])
  })
})

test.each([
  ['a link', '120000', '../../src/a.ts'],
  ['a program', '100755', serviceText()],
  ['a submodule', '160000', 'a'.repeat(40)],
] as const)('row 4: %s is no application', async (_, mode, content) => {
  const pull = story.open({ [file]: { mode, content } })
  const start = story.github.requests.length
  await story.runHere(pull)
  expect(story.checks(pull)[0]).toBe('failure')
  expect(operationsOf(story.github.requests.slice(start))).not.toContain('git/get-blob')
})

test.each([
  'services/koho/Video.yml',
  'services/koho/video.yaml',
  'services/koho%2fx.yml',
  'Services/koho/x.yml',
  'services/koho/a/b.yml',
])('row 5: %s is no place for an application', async (path) => {
  const pull = story.open({ [path]: serviceText() })
  await story.runHere(pull)
  expect(story.checks(pull)[0]).toBe('failure')
})

describe('row 6: what nobody sees', () => {
  test.each([
    ['an override of direction', '\u202e'],
    ['a space without width', '\u200b'],
    ['an isolate', '\u2066'],
    ['a control', '\u0007'],
  ])('%s', async (_, character) => {
    const pull = story.open({ [file]: serviceText({ use: { purpose: `区民の${character}意見を集める。` } }) })
    await story.runHere(pull)
    expect(story.checks(pull)[0]).toBe('failure')
    expect(story.text(pull)).not.toContain(character)
  })
  test('a name that looks like another one is told in code points', async () => {
    const pull = story.open({ [file]: serviceText({ service: { name: '例示サーヒ\u3099ス' } }) })
    await story.runHere(pull)
    expect(story.text(pull)).toContain('表記だけが違い')
  })
})

test('row 7: a workflow in the same pull request', async () => {
  const pull = story.open({ [file]: serviceText(), '.github/workflows/policy-gate.yml': 'on: push\n' })
  story.world.review(pull, { by: story.jiro })
  await story.runHere(pull)
  expect(story.checks(pull)[0]).toBe('failure')
})

test('row 8: a green check of somebody else is none of ours', async () => {
  const { world } = story
  const pull = story.open({ [file]: serviceText() })
  const actions = world.app('github-actions')
  for (const name of ['審査/policy-gate', '審査/承認'])
    world.checkRun({ app: actions, sha: pull.headSha, name, conclusion: 'success' })
  await story.runHere(pull)
  const own = world.state.checkRuns.filter(({ app }) => app === story.app)
  expect(own.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ['審査/policy-gate', 'success'],
    ['審査/承認', 'action_required'],
  ])
})

test('row 8: with green checks of somebody else nothing can be merged', async () => {
  const ward = await openWard()
  try {
    const { world, jiro } = ward
    const pull = ward.open({ [file]: serviceText() })
    world.review(pull, { by: jiro })
    const actions = world.app('github-actions')
    for (const name of ['審査/policy-gate', '審査/承認'])
      world.checkRun({ app: actions, sha: pull.headSha, name, conclusion: 'success' })
    expect(() => ward.merge(pull)).toThrow('required_status_checks')
    await ward.runHere(pull)
    expect(() => ward.merge(pull)).not.toThrow()
  } finally {
    await ward.end()
  }
})

test('row 9: a push after the approval', async () => {
  const { world, hanako, jiro } = story
  const pull = story.open({ [file]: serviceText() })
  world.review(pull, { by: jiro })
  await story.runHere(pull)
  expect(story.checks(pull)).toEqual(['success', 'success'])
  world.commit('change', { author: hanako, files: { [file]: serviceText({ use: { users: 500 } }) } })
  await story.runHere(pull)
  expect(story.checks(pull)).toEqual(['success', 'action_required'])
})

describe('row 10: a reviewer who has written it', () => {
  test('as a second author', async () => {
    const { world, hanako, jiro } = story
    world.commit('change', { author: hanako, coAuthors: [jiro], files: { [file]: serviceText() } })
    const pull = world.openPullRequest({ author: hanako, head: 'change' })
    world.review(pull, { by: jiro })
    await story.runHere(pull)
    expect(story.checks(pull)).toEqual(['success', 'action_required'])
  })
  test('by the button that updates the branch', async () => {
    const { world, jiro, saburo } = story
    const pull = story.open({ [file]: serviceText() })
    world.commit('main', { author: saburo, files: { 'docs/a.md': '' }, rules: 'off' })
    world.updateBranch(pull, { by: jiro })
    world.review(pull, { by: jiro })
    await story.runHere(pull)
    expect(story.checks(pull)).toEqual(['success', 'action_required'])
  })
  test('under a name without an account', async () => {
    const { world, hanako, jiro } = story
    const somebody = { name: 'somebody', email: 'somebody@example.com' }
    world.commit('change', { author: somebody, committer: hanako, files: { [file]: serviceText() } })
    const pull = world.openPullRequest({ author: hanako, head: 'change' })
    world.review(pull, { by: jiro })
    await story.runHere(pull)
    expect(story.checks(pull)[0]).toBe('failure')
  })
  test('under the name of our App, without its signature', async () => {
    const { world, hanako, bot } = story
    const forged = { name: 'shinsa-desk[bot]', email: `${bot.bot.id}+shinsa-desk[bot]@users.noreply.github.com` }
    world.commit('change', {
      author: forged,
      committer: hanako,
      message: 'x\n\nEntered-By: 1',
      files: { [file]: serviceText() },
    })
    const pull = world.openPullRequest({ author: hanako, head: 'change' })
    await story.runHere(pull)
    expect(story.checks(pull)[0]).toBe('failure')
  })
})

test.each(['bypass', 'fail', null])('row 11: a merge that did not pass the rules (%s)', (suite) => {
  const conversation: Evidence['conversation'] = {
    isOpen: false,
    mergedAt: '2026-04-02T00:00:00Z',
    baseRef: 'main',
    head: 'h',
    author: { type: 'User', login: 'hanako', id: 1 },
    commits: { total: 0, rows: [] },
    reviews: { total: 0, rows: [] },
    dismissals: [],
  }
  const merge = { gateAppId: 1, checks: [], suite, isSigned: true, files: [], paths: [], violations: 0, keys: [] }
  const evidence: Evidence = {
    conversation,
    merge,
    teams: { policy: [], engine: [] },
    subject: 'services',
    touchesPolicy: false,
    open: [],
    earlier: [],
    entered: [],
  }
  expect(verifyApproval(evidence, 'post').reasons.join()).toContain('ブランチの規則')
})

test.each([
  ['without backticks', '](https://evil.example) @all #1 <!-- shinsa:gate --> ![x](https://evil.example/x.png) 承認'],
  ['with backticks', '](https://evil.example) @all #1 <!-- shinsa:gate --> ![x](https://evil.example/x.png) `承認`'],
])('row 12: words that want to be ours, %s', async (_, name) => {
  const pull = story.open({ [file]: serviceText({ service: { name } }) })
  await story.runHere(pull)
  const text = story.text(pull)
  expect(text).toContain('evil.example')
  // A span of code ends on its own line, with the same run of backticks.
  const plain = text.replace(/(?<!`)(`+) [^\n]*? \1(?!`)/g, '')
  expect(plain).not.toMatch(/evil\.example|@all|#1 /)
  expect(plain.match(/<!-- shinsa:gate -->/g)).toHaveLength(1)
})

test('row 13: a comment with our marker that is not ours', async () => {
  const { world, hanako, app } = story
  const pull = story.open({ [file]: serviceText() })
  const spoof = world.comment(pull, { by: hanako, body: '<!-- shinsa:gate -->\n承認されました' })
  const other = world.comment(pull, { by: hanako, app: world.app('other'), body: '<!-- shinsa:gate -->\nx' })
  await story.runHere(pull)
  // Behind ours as well: it is neither taken for ours nor overwritten.
  const later = world.comment(pull, { by: hanako, body: '<!-- shinsa:gate -->\nあとから' })
  world.commit('change', { author: hanako, files: { [file]: serviceText({ use: { users: 500 } }) } })
  await story.runHere(pull)
  expect(later.body).toBe('<!-- shinsa:gate -->\nあとから')
  expect([spoof.body, other.body]).toEqual(['<!-- shinsa:gate -->\n承認されました', '<!-- shinsa:gate -->\nx'])
  expect(world.comments(pull).filter((comment) => comment.app === app)).toHaveLength(1)
})

test('row 14: a token that expires on the way', async () => {
  const { github, world, jiro } = story
  const pull = story.open({ [file]: serviceText() })
  world.review(pull, { by: jiro })
  github.faults.add({ operation: 'git/get-blob', kind: 'slow', milliseconds: 300 })
  const running = story.runHere(pull)
  await vi.waitFor(() => expect(operationsOf(github.requests)).toContain('git/get-blob'), 30_000)
  world.revokeToken(story.app.token)
  expect((await running)?.title).toContain('401')
  expect(story.checks(pull)).toEqual(['in_progress', 'in_progress'])
})

describe('row 16: a use cannot be ended by taking its file away', () => {
  const rename = { [video]: null, 'services/koho/movie.yml': serviceText() }
  const edited = { [video]: null, 'services/koho/movie.yml': serviceText({ use: { users: 3 } }) }
  test.each([
    ['deleted', { [video]: null }],
    ['renamed', rename],
    ['renamed and edited', edited],
  ])('%s', async (_, files) => {
    const pull = story.open(files)
    story.world.review(pull, { by: story.jiro })
    await story.runHere(pull)
    expect(story.checks(pull)[0]).toBe('failure')
    expect(story.text(pull)).toContain('消すことも')
  })
})

test('row 17: a file that is renamed out of services/', async () => {
  const pull = story.open({ [video]: null, 'docs/video.yml': serviceText() })
  expect(story.world.changes(pull)).toHaveLength(1)
  await story.runHere(pull)
  expect(story.checks(pull)[0]).toBe('failure')
  expect(story.text(pull)).toContain('分けてください')
})

describe('row 18: an old run that is started again', () => {
  test('for an earlier head', async () => {
    const { github, world, hanako } = story
    const pull = story.open({ [file]: serviceText() })
    const payload = github.payloads.pullRequest(pull, 'opened')
    world.commit('change', { author: hanako, files: { [file]: serviceText({ use: { users: 3 } }) } })
    const { status, requests } = await story.run(pull, { payload })
    expect([status, requests.filter(({ writes }) => writes)]).toEqual([0, []])
  })
  test('with the rules of an earlier main', async () => {
    const { world, saburo } = story
    const pull = story.open({ [file]: serviceText() })
    const sha = world.tip('main')
    world.commit('main', { author: saburo, files: { 'policies/a.yml': 'a: 2\n' }, rules: 'off' })
    const { status, requests } = await story.run(pull, { sha })
    expect([status, requests.filter(({ writes }) => writes)]).toEqual([0, []])
  })
})

describe('row 19: two at once', () => {
  test('two pull requests on one file: the first one goes on', async () => {
    const first = story.open({ [video]: serviceText({ department: { contact: '内線 1' } }) }, 'one')
    const second = story.open({ [video]: serviceText({ department: { contact: '内線 2' } }) }, 'two')
    for (const pull of [first, second]) await story.runHere(pull)
    expect([story.checks(first)[0], story.checks(second)[0]]).toEqual(['success', 'failure'])
    expect(story.text(second)).toContain('先に開かれています')
  })
  test('two files that say the same of one service: the second is told', async () => {
    const { world, saburo } = story
    const pull = story.open({ [file]: serviceText({ service: { name: '例示サ-ビス' } }) })
    await story.runHere(pull)
    expect(story.text(pull)).toContain('表記だけが違い')
    world.commit('main', {
      author: saburo,
      files: { 'services/soumu/other.yml': serviceText({ service: { name: '別' } }) },
      rules: 'off',
    })
    await story.runHere(pull)
    expect(story.checks(pull)[0]).toBe('success')
  })
  test('main changes the file in the meantime', async () => {
    const { world, saburo, jiro } = story
    const pull = story.open({ [video]: serviceText({ use: { users: 3 } }) })
    world.review(pull, { by: jiro })
    world.commit('main', { author: saburo, files: { [video]: serviceText({ use: { users: 4 } }) }, rules: 'off' })
    await story.runHere(pull)
    expect(story.checks(pull)[0]).toBe('failure')
    expect(story.text(pull)).toContain('古い版です。')
  })
  test.each(['main', 'change'])('%s moves between reading and publishing: nothing is published', async (branch) => {
    const { github, world, hanako } = story
    const pull = story.open({ [file]: serviceText() })
    const head = pull.headSha
    github.faults.add({ operation: 'git/get-blob', kind: 'slow', milliseconds: 300 })
    const running = story.runHere(pull)
    await vi.waitFor(() => expect(operationsOf(github.requests)).toContain('git/get-blob'), 30_000)
    world.commit(branch, { author: hanako, files: { 'services/soumu/third.yml': serviceText() }, rules: 'off' })
    expect(await running).toBeNull()
    expect(world.check(head, '審査/承認')?.status).toBe('in_progress')
    expect(story.comments(pull)).toEqual([])
  })
})

test('row 20: GitHub is out of order (every call of the gate: faults.test.ts)', async () => {
  const pull = story.open({ [file]: serviceText() })
  await story.runHere(pull)
  story.github.faults.add({ operation: 'graphql', kind: 'retry-after', call: 1 })
  expect(await story.runHere(pull)).toBeNull()
  story.github.faults.clear()
  story.github.faults.add({ operation: 'graphql', kind: 503 })
  const start = story.github.requests.length
  expect((await story.runHere(pull))?.title).toContain('503')
  const tries = story.github.requests.slice(start).filter(({ operation }) => operation === 'graphql')
  expect(tries.length).toBeLessThanOrEqual(2 * 4)
  expect(story.checks(pull)).toEqual(['failure', 'failure'])
})

test('row 22: a request for changes that the one who applies takes away', async () => {
  const { world, hanako, jiro } = story
  const chief = world.user('chief')
  world.team('joho-seisaku', [chief])
  const pull = story.open({ [file]: serviceText() })
  const no = world.review(pull, { by: chief, state: 'CHANGES_REQUESTED', body: '目的が分かりません。' })
  world.review(pull, { by: jiro })
  await story.runHere(pull)
  expect(story.checks(pull)[1]).toBe('failure')
  world.dismiss(pull, no, { by: hanako })
  await story.runHere(pull)
  expect(story.checks(pull)[1]).toBe('failure')
  expect(story.text(pull)).toContain('取り下げ')
})

test('row 23: a flood of /再審査 changes nothing', async () => {
  const { github, world, hanako } = story
  const pull = story.open({ [file]: serviceText(questionable) })
  await story.run(pull)
  const comments = [...Array(50).keys()].map(() => world.comment(pull, { by: hanako, body: '/再審査' }))
  const { requests } = await story.run(pull, {
    event: 'issue_comment',
    payload: github.payloads.issueComment(comments.at(-1)!),
  })
  expect(requests.filter(({ writes }) => writes)).toEqual([])
})

test('row 25: the base is changed after the check has passed', async () => {
  const { world, hanako, jiro } = story
  const pull = story.open({ [file]: serviceText() })
  world.review(pull, { by: jiro })
  await story.runHere(pull)
  expect(story.checks(pull)).toEqual(['success', 'success'])
  const { externalId } = world.check(pull, '審査/policy-gate')!
  world.commit('other', { author: hanako, files: { 'docs/a.md': '' } })
  world.editPullRequest(pull, { base: 'other' })
  await story.runHere(pull)
  expect(story.checks(pull)[0]).toBe('failure')
  expect(world.check(pull, '審査/policy-gate')?.externalId).not.toBe(externalId)
  world.editPullRequest(pull, { base: 'main' })
  await story.runHere(pull)
  expect(story.checks(pull)).toEqual(['success', 'success'])
})

test('row 26: somebody else puts an answer into the mouth of the reviewer', async () => {
  const { world, hanako, jiro } = story
  const pull = story.open({ [file]: serviceText(questionable) })
  await story.runHere(pull)
  const review = world.review(pull, { by: jiro, body: '確かめます。' })
  world.editReview(review, { by: hanako, body: answers(story.keys(pull)) })
  await story.runHere(pull)
  expect(story.checks(pull)).toEqual(['success', 'failure'])
  expect(story.text(pull)).toContain('書き換えられています')
})
