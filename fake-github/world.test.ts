import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createState } from './world/create.ts'
import { createWorld } from './world/world.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fake-github-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim()
const start = () =>
  createWorld(createState({ files: { 'services/koho/a.yml': 'name: あ\n', 'README.md': '# 台帳\n' } }))

test('real git reads what the world holds, and finds the same ids', () => {
  const world = start()
  const hanako = world.user('hanako')
  const head = world.commit('change', {
    author: hanako,
    coAuthors: [world.user('taro')],
    message: 'Rename\n\nbecause',
    files: {
      'services/koho/a.yml': null,
      'services/koho/b.yml': 'name: あ\n',
      link: { mode: '120000', content: 'README.md' },
    },
  })
  const pull = world.openPullRequest({ author: hanako, head: 'change' })
  const merged = world.merge(pull, { by: world.user('jiro') })
  world.exportTo(folder)
  expect(git('fsck', '--strict')).toBe('')
  expect(git('rev-parse', 'main')).toBe(merged)
  expect(git('rev-parse', 'refs/pull/1/head')).toBe(head)
  expect(git('log', '-1', '--format=%an %cn', 'main')).toBe('hanako GitHub')
  expect(git('diff', '--name-status', '-M', 'main~1', 'main').split('\n')).toEqual([
    'A\tlink',
    'R100\tservices/koho/a.yml\tservices/koho/b.yml',
  ])
  expect(world.changes(pull).map(({ status, path }) => `${status} ${path}`)).toEqual([
    'added link',
    'renamed services/koho/b.yml',
  ])
})

test('rules keep a merge from happening until they are met, and a bypass is remembered', () => {
  const world = start()
  const [hanako, jiro, gate] = [world.user('hanako'), world.user('jiro'), world.app('gate')]
  world.protectMain({ checks: [{ name: '審査/policy-gate', app: gate }] })
  world.commit('change', { author: hanako, files: { 'a.yml': '1' } })
  const pull = world.openPullRequest({ author: hanako, head: 'change' })
  expect(() => world.merge(pull, { by: jiro })).toThrow('pull_request\n- required_status_checks')
  world.review(pull, { by: jiro })
  // Of the same name, but not from the App the rule names
  world.checkRun({
    app: world.app('github-actions'),
    sha: pull.headSha,
    name: '審査/policy-gate',
    conclusion: 'success',
  })
  expect(() => world.merge(pull, { by: jiro })).toThrow('required_status_checks')
  world.checkRun({ app: gate, sha: pull.headSha, name: '審査/policy-gate', conclusion: 'success' })
  world.merge(pull, { by: jiro })
  expect(world.ruleSuites().map(({ result }) => result)).toEqual(['fail', 'fail', 'pass'])
  expect(() => world.commit('main', { author: hanako, files: { 'a.yml': '2' } })).toThrow('rule violations')
  world.commit('main', { author: hanako, files: { 'a.yml': '2' }, rules: 'bypass' })
  expect(world.ruleSuites().at(-1)?.result).toBe('bypass')
})

test('a push dismisses approvals only when it changes what the pull request says', () => {
  const world = start()
  const [hanako, jiro] = [world.user('hanako'), world.user('jiro')]
  world.protectMain()
  world.commit('change', { author: hanako, files: { 'a.yml': '1' } })
  const pull = world.openPullRequest({ author: hanako, head: 'change' })
  const review = world.review(pull, { by: jiro })
  world.commit('main', { author: hanako, files: { 'b.yml': '1' }, rules: 'off' })
  world.updateBranch(pull, { by: hanako })
  expect(review.state).toBe('APPROVED')
  expect(review.commit).not.toBe(pull.headSha)
  world.commit('change', { author: hanako, files: { 'a.yml': '2' } })
  expect(review.state).toBe('DISMISSED')
  expect(pull.timeline.at(-1)).toMatchObject({ type: 'ReviewDismissedEvent', previousState: 'APPROVED' })
})

test('the clock moves by itself, so that nothing happens at once', () => {
  const world = start()
  const before = world.now
  world.advance({ days: 365 })
  const one = world.issue({ by: world.user('hanako'), title: '一' })
  const other = world.issue({ by: world.user('hanako'), title: '二' })
  expect(before < one.createdAt && one.createdAt < other.createdAt).toBe(true)
  expect(one.createdAt.slice(0, 4)).toBe('2027')
})
