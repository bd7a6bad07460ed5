import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '../../fake-github/faults.ts'
import type { PullRequest } from '../../fake-github/world/state.ts'
import { irregularLabel } from '../../src/ledger/notice.ts'
import { witnessLabel } from '../../src/ledger/witness-notice.ts'
import { life, lifeFile } from '../../src/testing/life.ts'
import { checkOut, ledgerOf, type Office, openOffice, permit, propose, recordNow } from '../testing/office.ts'
import { temporaryFolder } from '../testing/repository.ts'

type Kind = Pick<Fault, 'kind' | 'done' | 'milliseconds' | 'drop'>
const kinds: Kind[] = [
  ...([401, 403, 404, 409, 422, 500] as const).map((kind) => ({ kind })),
  { kind: 500, done: true },
  { kind: 'timeout', milliseconds: 5 },
  { kind: 'malformed' },
]
/** As long as the client goes on asking. */
const repetitions = 4
const patience = 1000

/** One run with faults; whether they struck, and whether the run came to its end all the same. */
async function runWith(
  office: Office,
  folder: string,
  all: readonly Fault[],
): Promise<{ struck: boolean; ended: boolean }> {
  const { faults } = office.github
  for (const fault of all) faults.add(fault)
  try {
    await recordNow(office, { folder, patience })
    return { struck: faults.struck() > 0, ended: true }
  } catch {
    return { struck: true, ended: false }
  } finally {
    faults.clear()
  }
}

describe('row 14, row 20: a fault at every call of the ledger', () => {
  let office: Office
  const folders: string[] = []
  const checkedOut = (): string => {
    const [bare, folder] = [temporaryFolder(), temporaryFolder()]
    folders.push(bare, folder)
    return checkOut(office, bare, folder)
  }
  let count = 0
  /** A permitted merge, one that nobody permitted, and a refusal. */
  const happen = (): string => {
    count += 1
    const { world, jiro } = office
    permit(office, propose(office, `good-${count}`, { [`services/koho/good-${count}.yml`]: life[0]!.text }))
    world.mergeByBypass(propose(office, `bad-${count}`, { [`services/koho/bad-${count}.yml`]: life[0]!.text }), {
      by: jiro,
    })
    const refused = propose(office, `refused-${count}`, { [lifeFile]: life[0]!.text })
    world.editIssue(refused.issue, { labels: ['却下'] }, jiro)
    world.close(refused, { by: jiro })
    return checkedOut()
  }
  beforeAll(async () => {
    office = await openOffice()
    await recordNow(office)
  })
  afterAll(async () => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    await office.github.close()
  })

  const look = (): string[] => {
    const { chain, faults } = ledgerOf(office)
    expect(faults).toEqual([])
    return chain.map(
      ({ record: { kind, files } }) => `${kind} ${files.map(({ path }) => path.replace(/-\d+/, '')).join()}`,
    )
  }
  const good = 'permission services/koho/good.yml'
  const bad = 'irregular services/koho/bad.yml'
  const refused = `rejected ${lifeFile}`

  /** Whatever was said twice, nothing is missing, and nothing is wrong. */
  const healed = async (): Promise<{ told: number[]; opened: number; witnesses: number[] }> => {
    await recordNow(office)
    const all = look()
    expect(all).toHaveLength(1 + 3 * count)
    for (const wanted of [good, bad, refused]) expect(all.filter((line) => line === wanted)).toHaveLength(count)
    const own = (pull: PullRequest) => office.world.comments(pull).filter(({ app }) => app?.id === office.ledger.id)
    const under = (label: string) => office.world.issues().filter(({ labels }) => labels.has(label))
    return {
      told: office.world.pullRequests().map((pull) => own(pull).length),
      opened: under(irregularLabel).length,
      witnesses: under(witnessLabel).map((issue) => office.world.comments(issue).length),
    }
  }
  const recordedRightly = () => {
    for (const line of look()) expect(['genesis ', good, bad, refused]).toContain(line)
  }

  test.each(
    kinds,
  )('$kind (done: $done): nothing is recorded wrongly or by half, and the next run heals', async (kind) => {
    let folder = happen()
    let calls = 0
    for (let call = 1; call < 300; call += 1) {
      const armed = Array.from({ length: repetitions }, (_, index) => ({ ...kind, operation: '*', call: call + index }))
      const { struck, ended } = await runWith(office, folder, armed)
      recordedRightly()
      if (!struck) break
      calls = call
      if (ended) folder = happen()
    }
    expect(calls).toBeGreaterThan(25)
    const { told, opened, witnesses } = await healed()
    expect([new Set(told), opened, witnesses]).toEqual([new Set([1]), count, [1]])
  }, 300_000)

  test('slow answers are waited for', async () => {
    const folder = happen()
    const slow = { operation: '*', kind: 'slow', milliseconds: 10 } as const
    expect(await runWith(office, folder, [slow])).toEqual({ struck: true, ended: true })
    const tip = office.world.tip('ledger')
    await healed()
    expect(office.world.tip('ledger')).toBe(tip)
  }, 60_000)

  test.each([
    'graphql',
    'git/get-tree',
    'repos/list-pull-requests-associated-with-commit',
    'repos/get-repo-rule-suites',
    'pulls/list-files',
    'pulls/list-reviews',
    'checks/list-for-ref',
    'teams/list-members-in-org',
    'issues/list-for-repo',
    'issues/list-comments',
    'issues/list-comments-for-repo',
  ])('a list that is cut short (%s) makes nothing wrong', async (operation) => {
    const folder = happen()
    // What was fetched before somebody else wrote is not the ledger any more: the rest is read from GitHub.
    if (operation === 'git/get-tree') await recordNow(office)
    const { struck } = await runWith(office, folder, [{ operation, kind: 'truncated', drop: 1 }])
    expect(struck).toBe(true)
    recordedRightly()
    // Better said twice than never.
    const { told, opened, witnesses } = await healed()
    expect(Math.min(...told, ...witnesses)).toBeGreaterThan(0)
    expect(opened).toBeGreaterThanOrEqual(count)
  }, 60_000)
})
