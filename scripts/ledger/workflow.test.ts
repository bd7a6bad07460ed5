import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { createRunner } from '../../fake-github/runner.ts'
import { lifeFile } from '../../src/testing/life.ts'
import { bundle } from '../generate/bundle.ts'
import {
  checkOut,
  ledgerOf,
  type Office,
  openOffice,
  passGate,
  permit,
  propose,
  proposeStep,
  recordNow,
} from '../testing/office.ts'
import { temporaryFolder } from '../testing/repository.ts'

let files: Record<string, string> = {}
beforeAll(async () => {
  const built = await bundle()
  files = { ...Object.fromEntries(Object.entries(built)), 'package.json': '{ "type": "module" }\n' }
}, 60_000)
let office: Office
afterEach(() => office.github.close())

const kinds = (): string[] => ledgerOf(office).chain.map(({ record }) => record.kind)

/** The step of the workflow, as a runner starts it. */
async function runWorkflow(
  given: Record<string, string> = {},
): Promise<{ status: number; output: string; set: string }> {
  const { github, world, gate, ledger } = office
  const [bare, folder] = [temporaryFolder(), temporaryFolder()]
  const runner = createRunner(github, { event: 'push', payload: {} })
  const env = {
    PATH: process.env.PATH ?? '',
    ...runner.env,
    LEDGER_TOKEN: ledger.token,
    LEDGER_APP_ID: String(ledger.id),
    GATE_APP_ID: String(gate.id),
    POLICY_TEAM: 'joho-seisaku',
    ENGINE_TEAM: 'kiban',
    ENTRY_BOT_IDS: '',
    ...given,
  }
  try {
    const cwd = checkOut(office, bare, folder)
    expect(world.tip('main')).toBeTruthy()
    const run = promisify(execFile)(process.execPath, ['dist/shinsa.js', 'ledger', 'record'], { cwd, env })
    const { stdout, stderr, code = 0 } = await run.catch((error) => error)
    return { status: code, output: `${stdout}${stderr}`, set: runner.output() }
  } finally {
    runner.remove()
    for (const one of [bare, folder]) rmSync(one, { recursive: true, force: true })
  }
}

test('the committed bundle records by itself, with nothing installed', async () => {
  office = await openOffice(files)
  expect(await runWorkflow()).toEqual({
    status: 0,
    output: '1件を記録しました。記録を待つ取込みは 0件です。\n',
    set: 'written=1\n',
  })
  permit(office, proposeStep(office, 0))
  expect(await runWorkflow()).toMatchObject({ status: 0, set: 'written=1\n' })
  expect(await runWorkflow()).toMatchObject({ status: 0, set: 'written=0\n' })
  expect(kinds()).toEqual(['genesis', 'permission'])
}, 60_000)

test('what is missing, or refused, is said in one sentence', async () => {
  office = await openOffice(files)
  expect(await runWorkflow({ LEDGER_APP_ID: '' })).toMatchObject({
    status: 2,
    output: '環境変数 LEDGER_APP_ID がありません。決定簿への記録は、ワークフローの中で動きます。\n',
  })
  const refused = await runWorkflow({ LEDGER_TOKEN: 'revoked' })
  expect(refused.status).toBe(2)
  expect(refused.output).toMatch(/^決定簿への記録を終えられませんでした（.*401.*）。次の実行がやり直します。\n$/)
  expect(kinds()).toEqual([])
}, 60_000)

test('a merge is judged by the bundle of its first parent, however late', async () => {
  office = await openOffice(files)
  await recordNow(office)
  permit(office, proposeStep(office, 0))
  const replace = (branch: string, text: string) => {
    const { world, saburo, shiro } = office
    const pull = propose(office, branch, { 'dist/shinsa.js': text })
    for (const by of [saburo, shiro]) world.review(pull, { by })
    passGate(office, pull)
    world.merge(pull, { by: shiro })
  }
  replace('broken', 'process.exit(3)\n')
  expect(await recordNow(office)).toMatchObject({ written: 2 })
  expect(kinds()).toEqual(['genesis', 'permission', 'change'])

  // By a bundle that cannot judge: no permission can be proved, and that is said once it is no passing trouble.
  permit(office, proposeStep(office, 1))
  replace('mended', files['dist/shinsa.js']!)
  expect(await recordNow(office)).toMatchObject({ written: 0, waiting: 2 })
  office.world.advance({ hours: 1 })
  expect(await recordNow(office)).toMatchObject({ written: 2, waiting: 0 })
  expect(kinds()).toEqual(['genesis', 'permission', 'change', 'irregular', 'change'])
  expect(ledgerOf(office).chain[3]!.record.reasons).toEqual([
    '取込みのときの審査のプログラムでは、確かめられませんでした。',
  ])
  expect(ledgerOf(office).chain[1]!.record.files).toMatchObject([{ path: lifeFile, outcome: 'application', form: 1 }])
}, 60_000)
