import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createRunner } from '../fake-github/runner.ts'
import { type FakeGitHub, startFakeGitHub } from '../fake-github/start.ts'
import { filled, plainAnswers } from '../src/testing/intake.ts'
import { bundle } from './generate/bundle.ts'
import { temporaryFolder } from './testing/repository.ts'

/** main as the workflow checks it out: the bundle and the forms, with nothing installed. */
const folder = temporaryFolder()
beforeAll(async () => {
  const files = { ...(await bundle()), 'package.json': '{ "type": "module" }\n' }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  cpSync('.github/ISSUE_TEMPLATE', join(folder, '.github/ISSUE_TEMPLATE'), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let github: FakeGitHub
beforeEach(async () => {
  github = await startFakeGitHub({ files: { 'README.md': '台帳\n' } })
})
afterEach(() => github.close())

/** The step of the workflow, as a runner starts it. */
async function runWorkflow(issue: string, given: Record<string, string> = {}) {
  const { id, token } = github.world.app('shinsa-intake')
  const runner = createRunner(github, { event: 'issues', payload: {} })
  const env = { PATH: process.env.PATH ?? '', ...runner.env, INTAKE_TOKEN: token, INTAKE_APP_ID: String(id), ...given }
  try {
    const run = promisify(execFile)(process.execPath, ['dist/shinsa.js', 'intake', issue], { cwd: folder, env })
    const { stdout, stderr, code = 0 } = await run.catch((error) => error)
    return { status: code as number, output: `${stdout}${stderr}` }
  } finally {
    runner.remove()
  }
}

test('the committed bundle turns a form into an application, once', async () => {
  const { world } = github
  const { number } = world.issue({ by: world.user('hanako'), title: '［新規］', body: filled('new', plainAnswers) })
  for (const _ of ['first', 'again'])
    expect(await runWorkflow(String(number))).toEqual({
      status: 0,
      output: `申請票 #${number}: 申請を受け付けました。\n`,
    })
  expect(world.pullRequests()).toHaveLength(1)
})

test('what is missing, or refused, is said in one sentence', async () => {
  const { world } = github
  const { number } = world.issue({ by: world.user('hanako'), title: 'x', body: filled('new', plainAnswers) })
  expect(await runWorkflow(String(number), { INTAKE_TOKEN: '' })).toEqual({
    status: 2,
    output: '環境変数 INTAKE_TOKEN がありません。\n',
  })
  expect(await runWorkflow('x')).toEqual({ status: 2, output: '申請票の番号 の「x」は番号ではありません。\n' })
  const { status, output } = await runWorkflow(String(number), { INTAKE_TOKEN: 'revoked' })
  expect(status).toBe(2)
  expect(output).toMatch(/^[^\n]*401[^\n]*。\n$/)
  expect(world.pullRequests()).toEqual([])
})
