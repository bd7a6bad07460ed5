import { afterEach, expect, test, vi } from 'vitest'
import type { Account, PullRequest } from '../fake-github/world/state.ts'
import { filled, paperHash, plainAnswers } from '../src/testing/intake.ts'
import { life, lifeFile } from '../src/testing/life.ts'
import { answers, questionable, serviceText } from './gate/story.ts'
import { openWard, type Ward } from './ward.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let ward: Ward
afterEach(() => ward.end())

const mistakeIn = (step: number, name: string) => life[step]!.mistakes.find((one) => one.name === name)!
/** Somebody hands in the next step in the life of a use. */
const propose = (step: number, text = life[step]!.text) => ward.open({ [lifeFile]: text }, `step-${step}`)
/** The author pushes another text onto the same branch, and the gate looks at it. */
async function mend(pull: PullRequest, text: string, author: Account = ward.hanako): Promise<void> {
  ward.world.commit(pull.headKey.replace('refs/heads/', ''), { author, files: { [lifeFile]: text } })
  await ward.runHere(pull)
}
/** A reviewer approves what the gate shows, and the gate counts it. */
async function approve(pull: PullRequest, by = ward.jiro, body = answers(ward.keys(pull))): Promise<void> {
  ward.world.review(pull, { by, body })
  await ward.runHere(pull)
}
/** From an application that nothing is wrong with to its record. */
async function permit(pull: PullRequest) {
  await ward.runHere(pull)
  await approve(pull)
  ward.merge(pull)
  return await ward.record()
}

const passed = ['success', 'success']
const waiting = ['success', 'action_required']

test('an application: a violation, mended, approved with answers, merged, recorded, proved', async () => {
  ward = await openWard()
  const { jiro } = ward
  const pull = propose(0, serviceText({ ...questionable, use: { networks: ['mynumber'] } }))
  await ward.runHere(pull)
  expect(ward.checks(pull)).toEqual(['failure', 'action_required'])
  expect(() => ward.merge(pull)).toThrow()

  await mend(pull, serviceText(questionable))
  expect(ward.checks(pull)).toEqual(waiting)
  expect(ward.text(pull)).toContain('解消')
  const keys = ward.keys(pull)
  expect(keys).toHaveLength(1)

  await approve(pull, jiro, answers(keys, '条件付'))
  expect(ward.checks(pull)).toEqual(passed)
  const other = ward.open({ 'services/soumu/other.yml': serviceText(questionable) }, 'other')
  await ward.runHere(other)
  expect(ward.text(other)).toContain('D-2026-000000')
  await approve(other)
  const commit = ward.merge(pull)
  const record = await ward.record()
  expect(record).toMatchObject({
    id: 'D-2026-000001',
    kind: 'permission',
    transition: 'new',
    main: { commit },
    pr: { number: pull.number, author: { user: 'hanako' }, head: pull.headSha, mergedBy: 'jiro' },
    files: [{ path: lifeFile, form: 2 }],
    approvals: [{ user: 'jiro', commit: pull.headSha }],
    judgements: [{ key: keys[0], answer: 'conditional', by: { user: 'jiro' } }],
    ruleSuite: { result: 'pass' },
  })
  // The rules that the reviewer was shown are those that the ledger names.
  expect(ward.text(pull)).toContain(`規則 \` ${record.rules?.digest.slice(0, 12)} \``)
  const [decision] = ward.told(pull)
  expect(decision).toContain('## 許可')
  expect(await ward.ask(['verify'], [decision!])).toMatchObject({ status: 0, records: 2, unrecorded: 0, witnesses: 1 })
  expect(await ward.ask(['show', lifeFile])).toMatchObject({
    state: 'permitted',
    conditions: [{ key: keys[0], answer: 'conditional' }],
  })

  // Another one was approved before main moved on; it has nothing to fear from that.
  ward.merge(other)
  expect(await ward.record()).toMatchObject({ id: 'D-2026-000002', kind: 'permission', transition: 'new' })
})

test('a renewal that raises the class: as a new application it is refused, as a renewal it is asked about and permitted', async () => {
  ward = await openWard({ [lifeFile]: life[3]!.text })
  const pull = propose(4, mistakeIn(4, '新規の申請のままにする').text)
  await ward.runHere(pull)
  expect(ward.checks(pull)).toEqual(['failure', 'action_required'])
  expect(ward.text(pull)).toContain('更改の申請になっていません。')

  await mend(pull, life[4]!.text)
  expect(ward.checks(pull)).toEqual(waiting)
  expect(ward.text(pull)).toContain('取り扱う情報が増える：要配慮個人情報')
  const keys = ward.keys(pull)
  await approve(pull, ward.jiro, answers(keys))
  expect(ward.checks(pull)).toEqual(passed)
  ward.merge(pull)
  expect(await ward.record()).toMatchObject({
    kind: 'permission',
    transition: 'renewal',
    files: [{ path: lifeFile, outcome: 'application', form: 1 }],
    judgements: [{ key: keys[0], answer: 'accept' }],
  })
  expect(ward.told(pull)[0]).toContain('更改')
  expect(await ward.ask(['verify'])).toMatchObject({ status: 0, records: 2, irregular: [] })
  expect(await ward.ask(['show', lifeFile])).toMatchObject({ state: 'permitted' })
})

test('a use ends: only with what became of its information, and then the ledger says so', async () => {
  ward = await openWard({ [lifeFile]: life[4]!.text })
  expect(await permit(propose(5))).toMatchObject({ kind: 'permission', transition: 'renewal' })

  const pull = propose(6, mistakeIn(6, '情報の取扱いを書かない').text)
  await ward.runHere(pull)
  expect(ward.checks(pull)).toEqual(['failure', 'action_required'])
  await mend(pull, life[6]!.text)
  await approve(pull)
  expect(ward.checks(pull)).toEqual(passed)
  ward.merge(pull)
  expect(await ward.record()).toMatchObject({ kind: 'permission', transition: 'termination' })
  expect(ward.told(pull)[0]).toContain('終了')
  expect(await ward.ask(['verify'], ward.told(pull))).toMatchObject({ status: 0, records: 3 })
  expect(await ward.ask(['show', lifeFile])).toMatchObject({ state: 'ended' })
})

test('代理登録: 情報政策課 types in a paper; who did so may not approve it, a colleague may', async () => {
  ward = await openWard()
  const { world, jiro, goro } = ward
  const paper = { 'application-entry-by': '情報政策課（代理登録）', 'application-entry-sha256': paperHash }
  const enter = async (name: string) => {
    const body = filled('new', { ...plainAnswers, ...paper, 'service-name': name })
    const issue = world.issue({ by: jiro, title: '［新規］', body })
    expect(await ward.tell(issue)).toBe('ready')
    return { issue, pull: world.pullRequests().at(-1)! }
  }
  const { issue, pull } = await enter('意見募集フォーム')
  const file = `services/soumu/uketsuke-${issue.number}.yml`
  expect(world.file(pull.headSha, file)).toContain(`sha256: ${paperHash}`)
  await ward.runHere(pull)

  await approve(pull, jiro)
  expect(ward.checks(pull)).toEqual(waiting)
  expect(ward.text(pull)).toContain('代わりに入力した人')
  expect(() => ward.merge(pull)).toThrow()

  await approve(pull, goro)
  expect(ward.checks(pull)).toEqual(passed)
  ward.merge(pull)
  expect(await ward.record()).toMatchObject({
    kind: 'permission',
    transition: 'new',
    pr: { author: { user: ward.bot.bot.login } },
    files: [{ path: file }],
    approvals: [{ user: 'goro' }],
  })

  // Whoever merges their own entry past the rules has no permission either.
  const { pull: own } = await enter('予約の受付')
  world.review(own, { by: jiro })
  world.mergeByBypass(own, { by: jiro })
  const irregular = await ward.record()
  expect(irregular).toMatchObject({ kind: 'irregular', approvals: [] })
  expect(irregular.reasons).toContain('jiro さんは代わりに入力した人のため、承認に数えません。')
  expect(await ward.ask(['verify'])).toMatchObject({ status: 0, irregular: [{ id: irregular.id }] })
})

test('from an issue form to a permission', async () => {
  ward = await openWard()
  const { world, hanako } = ward
  const unclear = filled('new', { ...plainAnswers, 'use-period-start': '来月' })
  const issue = world.issue({ by: hanako, title: '［新規］', body: unclear })
  expect(await ward.tell(issue)).toBe('missing')
  expect(world.pullRequests()).toEqual([])
  world.editIssue(issue, { body: filled('new', plainAnswers) }, hanako)
  expect(await ward.tell(issue)).toBe('ready')
  const [pull] = world.pullRequests() as [PullRequest]
  await ward.runHere(pull)
  expect(ward.checks(pull)).toEqual(waiting)

  // The form is mended once more; what was approved before counts no more.
  await approve(pull)
  expect(ward.checks(pull)).toEqual(passed)
  world.editIssue(issue, { body: filled('new', { ...plainAnswers, 'use-users': '13人' }) }, hanako)
  expect(await ward.tell(issue)).toBe('ready')
  await ward.runHere(pull)
  expect(ward.checks(pull)).toEqual(waiting)
  await approve(pull)
  ward.merge(pull)
  const file = `services/soumu/uketsuke-${issue.number}.yml`
  expect(await ward.record()).toMatchObject({ kind: 'permission', transition: 'new', files: [{ path: file, form: 2 }] })
  expect(world.file('main', file)).toContain('users: 13')
  expect(await ward.ask(['verify'], ward.told(pull))).toMatchObject({ status: 0, records: 2, witnesses: 1 })
  expect(await ward.ask(['show', file])).toMatchObject({ state: 'permitted' })
  expect(await ward.tell(issue)).toBe('closed')
})

test('a merge past the rules is unconfirmed until a later proper one', async () => {
  ward = await openWard()
  const { world, jiro } = ward
  await permit(propose(0))
  const bypassed = propose(1)
  await ward.runHere(bypassed)
  world.mergeByBypass(bypassed, { by: jiro })
  const irregular = await ward.record()
  expect(irregular).toMatchObject({ id: 'D-2026-000002', kind: 'irregular', ruleSuite: { result: 'bypass' } })
  expect(irregular.reasons).toContain('情報政策課の承認がまだありません。')
  expect(ward.told(bypassed)[0]).toContain('## 許可未確認')
  const [issue] = world.issues().filter(({ labels }) => labels.has('許可未確認'))
  expect(issue).toMatchObject({ title: '許可未確認: D-2026-000002', state: 'open' })
  expect(await ward.ask(['verify'])).toMatchObject({ status: 0, irregular: [{ id: 'D-2026-000002' }] })
  expect(await ward.ask(['show', lifeFile])).toMatchObject({ state: 'unconfirmed' })

  expect(await permit(propose(2))).toMatchObject({ kind: 'permission', transition: 'check', cures: [irregular.seq] })
  expect(issue).toMatchObject({ state: 'closed' })
  expect(await ward.ask(['verify'], ward.told(bypassed))).toMatchObject({ status: 0, records: 4, irregular: [] })
  expect(await ward.ask(['show', lifeFile])).toMatchObject({ state: 'permitted' })
})

test('on a GitHub Enterprise Server: the same, by the addresses that its runner gives', async () => {
  ward = await openWard({}, { enterprise: true })
  expect(ward.github.url).toMatch(/\/api\/v3$/)
  const pull = propose(0, serviceText(questionable))
  const server = { env: { GITHUB_SERVER_URL: 'https://ghe.example.lg.jp' } }
  expect(await ward.run(pull, server)).toMatchObject({ status: 0 })
  expect(ward.checks(pull)).toEqual(waiting)
  expect(ward.text(pull)).toContain(`](https://ghe.example.lg.jp/example-city/shinsa/blob/${pull.headSha}/${lifeFile}`)
  expect(ward.text(pull)).not.toContain('github.com')
  ward.world.review(pull, { by: ward.jiro, body: answers(ward.keys(pull)) })
  await ward.run(pull, server)
  expect(ward.checks(pull)).toEqual(passed)
  ward.merge(pull)
  expect(await ward.record()).toMatchObject({ kind: 'permission', transition: 'new', files: [{ path: lifeFile }] })
  expect(await ward.ask(['verify'], ward.told(pull))).toMatchObject({ status: 0, records: 2, witnesses: 1 })
})
