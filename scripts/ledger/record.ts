import { appendAll } from '../../src/ledger/chain.ts'
import { genesisDraft, type Judged, mergeDraft } from '../../src/ledger/draft.ts'
import type { Draft, Written } from '../../src/ledger/record.ts'
import { verifyChain } from '../../src/ledger/verify.ts'
import type { Repository } from '../git.ts'
import { headOf } from '../git.ts'
import { type Client, GitHubFault } from '../github/client.ts'
import { BrokenLedger, type Ledger, readLedger } from '../github/ledger-branch.ts'
import { writeRecords } from '../github/ledger-writer.ts'
import { compareCommits } from '../github/merges.ts'
import { announceDecisions, announceEdits, announceIrregular } from './announce.ts'
import { dutiesOf } from './duties.ts'
import { contentDigest } from './judge.ts'
import { type Step, stepsTo } from './main-line.ts'
import { isYoung, type Members, proofOf, readMembers } from './proof.ts'
import { rejectionDrafts } from './rejections.ts'
import type { Settings } from './settings.ts'
import { announceMismatch, attest } from './witnesses.ts'

export type Run = {
  client: Client
  settings: Settings
  /** main as the workflow has checked it out. */
  repository: Repository
  judge(step: Step): Judged
  /** Milliseconds since 1970. */
  now: number
}
type Grown = { written: number; waiting: number; chain: Written[] }
/** `mismatches`: where the ledger is not what was told of it; Japanese sentences. */
export type Recorded = Grown & { mismatches: readonly string[] }

const attempts = 5
/** More would outlive the token; the next run goes on. */
const mostSteps = 50

/** Brings the ledger up to main. It may run twice, late or beside another one, and ends in the same state. */
export async function record(run: Run): Promise<Recorded> {
  const { client, settings, now } = run
  const appId = settings.ledgerAppId
  const recorded = await bringUp(run).catch(async (error: unknown) => {
    if (error instanceof BrokenLedger) await announceMismatch(client, error.faults, appId)
    throw error
  })
  const { chain } = recorded
  await announceIrregular(client, chain, appId)
  await announceDecisions(client, chain, appId, (one) => dutiesOf(run.repository, one))
  await announceEdits(client, chain, appId, new Date(now).getUTCHours())
  return { ...recorded, mismatches: await attest(client, chain, appId, japanTime(now).slice(0, 7)) }
}

async function bringUp(run: Run): Promise<Grown> {
  const { client, repository } = run
  const known = new Map<string, Knowledge>()
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const ledger = await readLedger(client, repository)
    const { chain, waiting } = await grown(run, ledger, known)
    const added = chain.slice(ledger.chain.length)
    if (added.length === 0) return { written: 0, waiting, chain }
    const { faults } = verifyChain(chain)
    if (faults.length > 0) throw new Error(`what was to be written is no ledger: ${faults[0]}`)
    if (await writeRecords(client, repository, ledger, added)) return { written: added.length, waiting, chain }
  }
  throw new GitHubFault('決定簿への書き込み', 422, 'somebody else was always faster, or it is not allowed')
}

/** What was found out of a merge: it stays true when the ledger has moved. */
type Knowledge = { judged: Judged; proof: NonNullable<Awaited<ReturnType<typeof proofOf>>> }

/** The chain with everything behind it that can be recorded now, and how many merges must wait. */
async function grown(
  run: Run,
  { chain }: Ledger,
  known: Map<string, Knowledge>,
): Promise<{ chain: Written[]; waiting: number }> {
  const { client, settings, repository } = run
  const at = japanTime(run.now)
  const head = headOf(repository)
  if (chain.length === 0) {
    const settingsDigest = contentDigest(repository, head, ['settings'])
    return { chain: appendAll([], [genesisDraft(head, settingsDigest, at)]), waiting: 0 }
  }
  const members = await readMembers(client, settings)
  const steps = await stepsBehind(run, chain, head)
  let all = chain
  let recorded = 0
  for (const step of steps.slice(0, mostSteps)) {
    const found = known.get(step.commit) ?? (await look(run, step, members))
    // In their order: what comes later may cure what comes before.
    if (found === null) break
    known.set(step.commit, found)
    const records = all.map(({ record }) => record)
    all = appendAll(all, [mergeDraft(step, found.judged, found.proof, records, at)])
    recorded += 1
  }
  const rejected: Draft[] = await rejectionDrafts(
    client,
    settings,
    members,
    all.map(({ record }) => record),
    at,
  )
  return { chain: appendAll(all, rejected), waiting: steps.length - recorded }
}

async function look(run: Run, step: Step, members: Members): Promise<Knowledge | null> {
  const judged = run.judge(step)
  // It may have been the fault of this run.
  if (judged.doubt !== undefined && isYoung(step, run.now / 1000)) return null
  const proof = await proofOf(run.client, run.settings, step, judged, members, run.now / 1000)
  return proof === null ? null : { judged, proof }
}

/** Merges that no record has; none where the ledger is already ahead of what was checked out. */
async function stepsBehind({ client, repository }: Run, chain: readonly Written[], head: string): Promise<Step[]> {
  const last = chain.findLast(({ record }) => record.main !== null)!.record.main!.commit
  const steps = stepsTo(repository, head)
  const index = steps.findIndex(({ commit }) => commit === last)
  if (index >= 0) return steps.slice(index + 1)
  const status = await compareCommits(client, last, head)
  if (status === 'behind') return []
  throw new GitHubFault('main の読み取り', null, 'main does not have the commit that was recorded last')
}

/** 2026-07-01T09:00:00+09:00 */
const japanTime = (now: number): string =>
  `${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'medium' })
    .format(new Date(now))
    .replace(' ', 'T')}+09:00`
