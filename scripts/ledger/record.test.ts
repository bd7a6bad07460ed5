import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PullRequest } from '../../fake-github/world/state.ts'
import { approvalCheck, gateCheck } from '../../src/gate/check-names.ts'
import { permissionOf } from '../../src/ledger/permission.ts'
import type { LedgerRecord } from '../../src/ledger/record.ts'
import { checkWitnesses, witnessesIn, witnessOf } from '../../src/ledger/witness.ts'
import { witnessLabel } from '../../src/ledger/witness-notice.ts'
import { life, lifeFile } from '../../src/testing/life.ts'
import {
  ledgerOf,
  type Office,
  openOffice,
  passGate,
  permit,
  propose,
  proposeStep,
  recordNow,
} from '../testing/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await recordNow(office)
})
afterEach(() => office.github.close())

const records = (): LedgerRecord[] => {
  const { chain, faults } = ledgerOf(office)
  expect(faults).toEqual([])
  return chain.map(({ record }) => record)
}
const last = (): LedgerRecord => records().at(-1)!
const decisions = (pull: PullRequest): string[] =>
  office.world
    .comments(pull)
    .filter(({ app }) => app?.id === office.ledger.id)
    .map(({ body }) => body)
const issuesUnder = (isWanted: (labels: ReadonlySet<string>) => boolean) =>
  office.world
    .issues()
    .filter(({ labels }) => isWanted(labels))
    .map(({ title, state, labels }) => ({ title, state, labels: [...labels] }))
/** But for the one in which the newest record is told month by month. */
const issues = () => issuesUnder((labels) => !labels.has(witnessLabel))
const monthly = (): string[] =>
  office.world
    .issues()
    .filter(({ labels }) => labels.has(witnessLabel))
    .flatMap((issue) => office.world.comments(issue).map(({ body }) => body))

describe('a proper merge', () => {
  test('is recorded with everything that proves it, and the pull request is told', async () => {
    const { jiro, hanako, gate, world } = office
    const pull = proposeStep(office, 0)
    const commit = permit(office, pull)
    expect(await recordNow(office)).toMatchObject({ written: 1, waiting: 0 })
    expect(last()).toMatchObject({
      seq: 1,
      id: 'D-2026-000001',
      kind: 'permission',
      transition: 'new',
      main: { parent: world.commitOf(commit).parents[0], commit },
      pr: { number: pull.number, author: { user: 'hanako', userId: hanako.id }, head: pull.headSha, mergedBy: 'jiro' },
      files: [{ path: lifeFile, outcome: 'application', form: 1 }],
      approvals: [{ user: 'jiro', userId: jiro.id, commit: pull.headSha }],
      team: { slug: 'joho-seisaku' },
      checks: [
        { name: gateCheck, appId: gate.id, externalId: 'digest' },
        { name: approvalCheck, appId: gate.id },
      ],
      ruleSuite: { result: 'pass' },
    })
    expect(last().reasons).toBeUndefined()
    const [told] = decisions(pull)
    expect(told).toContain('## 許可 ` D-2026-000001 `')
    expect(told).toContain(`- \` ${lifeFile} \` 新規 様式1`)
    expect(told).toContain('次にすること\n\n- 令和8年7月1日（2026-07-01） 様式4（導入・構築）の点検\n')
    expect(told?.match(/様式5（運用・保守）の点検/g)).toHaveLength(1)
    expect(checkWitnesses(witnessesIn(told!), ledgerOf(office).chain)).toEqual([])
    expect(witnessesIn(told!)).toHaveLength(1)
  })

  test('of the engine needs two of its own team, and is a change', async () => {
    const { world, saburo, shiro } = office
    const pull = propose(office, 'engine', { 'src/x.ts': 'export {}\n' })
    world.review(pull, { by: saburo })
    world.review(pull, { by: shiro })
    passGate(office, pull)
    world.merge(pull, { by: shiro })
    await recordNow(office)
    expect(last()).toMatchObject({ kind: 'change', transition: null, team: { slug: 'kiban' } })
  })

  test('is recorded once, however often and however late the workflow runs', async () => {
    const pulls = [0, 1, 2].map((step) => {
      const pull = proposeStep(office, step)
      permit(office, pull)
      return pull
    })
    office.world.advance({ days: 2 })
    expect(await recordNow(office)).toMatchObject({ written: 3 })
    const tip = office.world.tip('ledger')
    expect(await recordNow(office)).toMatchObject({ written: 0 })
    expect(office.world.tip('ledger')).toBe(tip)
    expect(records().map(({ kind, transition }) => `${kind} ${transition}`)).toEqual([
      'genesis null',
      'permission new',
      'permission check',
      'permission check',
    ])
    for (const pull of pulls) expect(decisions(pull)).toHaveLength(1)
    expect(issues()).toEqual([])
  })
})

describe('a merge without a permission', () => {
  const bypass = async (step: number, prepare: (pull: PullRequest) => void = () => undefined) => {
    const pull = proposeStep(office, step)
    prepare(pull)
    office.world.mergeByBypass(pull, { by: office.jiro })
    await recordNow(office)
    return pull
  }

  test('row 11 bypass: is irregular, with an issue, until a later proper one cures it', async () => {
    permit(office, proposeStep(office, 0))
    await recordNow(office)
    const pull = await bypass(1)
    expect(last()).toMatchObject({ kind: 'irregular', approvals: [] })
    expect(last().reasons).toContain('情報政策課の承認がまだありません。')
    expect(permissionOf(lifeFile, records())).toMatchObject({ state: 'unconfirmed', inForce: { seq: 1 } })
    expect(issues()).toEqual([{ title: '許可未確認: D-2026-000002', state: 'open', labels: ['許可未確認'] }])
    expect(decisions(pull)[0]).toContain('## 許可未確認')
    await recordNow(office)
    expect(issues()).toHaveLength(1)

    permit(office, proposeStep(office, 2))
    await recordNow(office)
    expect(last()).toMatchObject({ kind: 'permission', cures: [2] })
    expect(permissionOf(lifeFile, records()).state).toBe('permitted')
    expect(issues()).toMatchObject([{ state: 'closed' }])
  })

  test('row 11 rules switched off: no rule suite makes it irregular, but only after an hour', async () => {
    const { world, jiro } = office
    const pull = proposeStep(office, 0)
    world.review(pull, { by: jiro })
    passGate(office, pull)
    world.merge(pull, { by: jiro, rules: 'off' })
    expect(await recordNow(office)).toMatchObject({ written: 0, waiting: 1 })
    world.advance({ hours: 1 })
    expect(await recordNow(office)).toMatchObject({ written: 1, waiting: 0 })
    expect(last().reasons).toEqual(['ブランチの規則の検査の記録が見つかりません。'])
  })

  test('row 8 forged check: a green check of another App counts for nothing', async () => {
    const forged = (pull: PullRequest) => {
      const { world, jiro } = office
      world.review(pull, { by: jiro })
      for (const name of [gateCheck, approvalCheck])
        world.checkRun({ app: world.app('github-actions'), sha: pull.headSha, name, conclusion: 'success' })
    }
    await bypass(0, forged)
    expect(last()).toMatchObject({ kind: 'irregular', checks: [] })
    expect(last().reasons).toContain(`取り込みの時点で、検査「${gateCheck}」が成功していません。`)
  })

  test('a push past every pull request is irregular', async () => {
    const { world, hanako } = office
    world.commit('main', { author: hanako, files: { [lifeFile]: life[0]!.text }, rules: 'bypass' })
    expect(await recordNow(office)).toMatchObject({ waiting: 1 })
    world.advance({ hours: 2 })
    await recordNow(office)
    expect(last()).toMatchObject({
      kind: 'irregular',
      pr: null,
      reasons: ['プルリクエストを通らずに取り込まれています。'],
    })
  })

  test('a merge of a violation, of a mixed pull request, or without a signature is irregular', async () => {
    const { world, jiro } = office
    permit(office, propose(office, 'bad', { [lifeFile]: life[0]!.text.replace('accepted: true', 'accepted: false') }))
    await recordNow(office)
    expect(last().reasons).toEqual(['取り込まれた内容に、要修正が1件あります。'])
    permit(office, propose(office, 'mixed', { 'services/koho/a.yml': life[0]!.text, 'src/x.ts': '' }))
    await recordNow(office)
    expect(last().reasons?.[0]).toBe('申請のファイルと、ほかのファイルが一緒に取り込まれています。')
    const pull = propose(office, 'unsigned', { 'services/koho/b.yml': life[0]!.text })
    world.review(pull, { by: jiro })
    passGate(office, pull)
    world.merge(pull, { by: jiro, signed: false })
    await recordNow(office)
    expect(last().reasons).toContain('取り込みのコミットに、確かめられる署名がありません。')
  })
})

describe('nothing that was merged or refused holds up what comes after', () => {
  const good = async (): Promise<void> => {
    permit(office, propose(office, 'good', { 'services/koho/good.yml': life[0]!.text }))
    await recordNow(office)
    expect(last()).toMatchObject({ kind: 'permission', files: [{ path: 'services/koho/good.yml' }] })
  }
  test.each([
    ['a link', '120000', '../x'],
    ['a submodule', '160000', 'a'.repeat(40)],
    ['a program', '100755', life[0]!.text],
  ] as const)('%s', async (_, mode, content) => {
    const { world, hanako, jiro } = office
    world.commit('odd', { author: hanako, files: { 'services/koho/odd.yml': { mode, content } } })
    const pull = world.openPullRequest({ author: hanako, head: 'odd' })
    world.mergeByBypass(pull, { by: jiro })
    await recordNow(office)
    expect(last()).toMatchObject({ kind: 'irregular', files: [{ path: 'services/koho/odd.yml' }] })
    await good()
    // And away again.
    world.commit('away', { author: hanako, files: { 'services/koho/odd.yml': null } })
    world.mergeByBypass(world.openPullRequest({ author: hanako, head: 'away' }), { by: jiro })
    await recordNow(office)
    expect(last()).toMatchObject({ kind: 'irregular' })
  })

  test('more files than GitHub lists', async () => {
    const { world, jiro } = office
    const many = Object.fromEntries([...Array(3001).keys()].map((number) => [`docs/use-${number}.txt`, 'a']))
    const pull = propose(office, 'many', many)
    world.mergeByBypass(pull, { by: jiro })
    await recordNow(office)
    expect(last()).toMatchObject({ kind: 'irregular', pr: { number: pull.number } })
    expect(last().files).toHaveLength(3001)
    await good()
  }, 60_000)
})

test('a refused application leaves a record, if 情報政策課 refused it', async () => {
  const { world, jiro, hanako } = office
  const [pull, own] = [proposeStep(office, 0), propose(office, 'own', { 'services/koho/a.yml': life[0]!.text })]
  world.review(pull, {
    by: jiro,
    state: 'CHANGES_REQUESTED',
    body: '/判断 3f2a91c4 不可 個人情報を扱う必要が認められない。',
  })
  for (const [one, by] of [
    [pull, jiro],
    [own, hanako],
  ] as const) {
    world.editIssue(one.issue, { labels: ['却下'] }, by)
    world.close(one, { by })
  }
  await recordNow(office)
  await recordNow(office)
  expect(records()).toHaveLength(2)
  expect(last()).toMatchObject({
    kind: 'rejected',
    main: null,
    pr: { number: pull.number, head: pull.headSha, mergedAt: null, closedBy: { user: 'jiro' } },
    files: [{ path: lifeFile }],
    judgements: [{ answer: 'refuse', reason: '個人情報を扱う必要が認められない。' }],
  })
  expect(decisions(pull)[0]).toContain('## 却下')
  expect(decisions(own)).toEqual([])
  world.reopen(pull, { by: hanako })
  world.dismiss(pull, pull.reviews[0]!, { by: jiro })
  permit(office, pull)
  await recordNow(office)
  expect(last()).toMatchObject({ kind: 'permission', pr: { number: pull.number } })
})

test('row 21 edited review: the text that was counted is remembered, and an issue tells of the change', async () => {
  const pull = proposeStep(office, 0)
  permit(office, pull, '問題ありません。')
  await recordNow(office)
  expect(issues()).toEqual([])
  office.world.editReview(pull.reviews[0]!, { body: '条件があります。' })
  await recordNow(office)
  await recordNow(office)
  expect(issues()).toMatchObject([{ title: '承認の文面が、決定の後で変わっています: D-2026-000001', state: 'open' }])
  expect(records()).toHaveLength(2)
})

describe('what the ledger was is told outside of it', () => {
  test('once a month, in one issue', async () => {
    expect(monthly().map(witnessesIn)).toEqual([[witnessOf(ledgerOf(office).chain[0]!)]])
    permit(office, proposeStep(office, 0))
    await recordNow(office)
    expect(monthly()).toHaveLength(1)
    office.world.advance({ days: 31 })
    await recordNow(office)
    await recordNow(office)
    expect(monthly().map(witnessesIn)).toEqual([0, 1].map((index) => [witnessOf(ledgerOf(office).chain[index]!)]))
    expect(issuesUnder((labels) => labels.has(witnessLabel))).toHaveLength(1)
    expect(issues()).toEqual([])
  })

  test('row 15 ledger rewritten: what was told is compared with it, and an issue tells of the difference', async () => {
    const { world, jiro } = office
    const before = world.tip('ledger')
    permit(office, proposeStep(office, 0))
    await recordNow(office)
    const told = last()
    // Somebody takes the rules away, and the last record; the next run writes it again, at another time.
    world.state.rulesets.splice(0)
    world.forcePush('ledger', before, { by: jiro })
    world.advance({ minutes: 5 })
    const { mismatches } = await recordNow(office)
    expect(last()).toMatchObject({ id: told.id, kind: 'permission' })
    expect(mismatches).toEqual([`記録 ${told.id} の中身が、控えと違います。`])
    await recordNow(office)
    expect(issues()).toEqual([
      { title: '決定簿が、控えや決まりと合いません', state: 'open', labels: ['決定簿の不一致'] },
    ])
  })

  test('row 15 ledger rewritten: a ledger that is broken is not written on, and an issue says so', async () => {
    const { world, jiro } = office
    permit(office, proposeStep(office, 0))
    world.state.rulesets.splice(0)
    world.commit('ledger', { author: jiro, files: { 'records/2026/000000.json': '{}' }, rules: 'off' })
    const tip = world.tip('ledger')
    await expect(recordNow(office)).rejects.toThrow('the ledger is broken')
    await expect(recordNow(office)).rejects.toThrow('the ledger is broken')
    expect(world.tip('ledger')).toBe(tip)
    expect(issues()).toMatchObject([{ state: 'open', labels: ['決定簿の不一致'] }])
  })

  test('the words of others above a witness, and comments that are not ours, are no witnesses', async () => {
    const { world, hanako, jiro } = office
    const lie = `D-2026-000001 sha256:${'0'.repeat(64)}`
    const pull = proposeStep(office, 0)
    world.comment(pull, { by: hanako, body: lie })
    world.review(pull, { by: jiro, body: `/判断 3f2a91c4 不可 ${lie}`, state: 'CHANGES_REQUESTED' })
    world.editIssue(pull.issue, { labels: ['却下'] }, jiro)
    world.close(pull, { by: jiro })
    await recordNow(office)
    expect(decisions(pull)[0]).toContain('0'.repeat(64))
    expect((await recordNow(office)).mismatches).toEqual([])
  })
})

test('a stranger who writes our marker first keeps nothing from being said', async () => {
  const pull = proposeStep(office, 0)
  office.world.comment(pull, { by: office.hanako, body: '<!-- shinsa:ledger D-2026-000001 -->' })
  permit(office, pull)
  await recordNow(office)
  expect(decisions(pull)).toHaveLength(1)
})

test('a writer that was faster is read again, and nothing is recorded twice', async () => {
  const pull = proposeStep(office, 0)
  permit(office, pull)
  const { requests } = office.github
  const before = requests.length
  const [one, other] = await Promise.all([recordNow(office), recordNow(office)])
  expect(one.written + other.written).toBe(1)
  expect(records()).toHaveLength(2)
  const moves = requests.slice(before).filter(({ operation }) => operation === 'git/update-ref')
  expect(moves.map(({ status }) => status).sort()).toEqual([200, 422])
  expect(decisions(pull).length).toBeLessThanOrEqual(2)
})
