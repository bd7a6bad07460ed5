import { verifyApproval } from '../../src/gate/approval.ts'
import { approvalCheck, gateCheck } from '../../src/gate/check-names.ts'
import { anonymous, attribute } from '../../src/gate/commits.ts'
import type { Conversation, Evidence, MergeEvidence, Teams } from '../../src/gate/evidence.ts'
import { canonical, sha256Of } from '../../src/ledger/canonical.ts'
import { type Judged, type Proof, userOf } from '../../src/ledger/draft.ts'
import { type Client, GitHubFault } from '../github/client.ts'
import { listAppCommits } from '../github/commits.ts'
import { readConversation } from '../github/conversation.ts'
import {
  findMerged,
  findSuite,
  listBlobs,
  listMembers,
  listRuns,
  type MergedPull,
  type Run,
  readSignature,
} from '../github/merges.ts'
import { isMember } from '../github/teams.ts'
import type { Step } from './main-line.ts'
import type { Settings } from './settings.ts'

/** GitHub may be late with what it knows of a merge; after an hour nothing more comes. */
const patience = 3600
/** `now` in seconds. */
export const isYoung = ({ time }: Step, now: number): boolean => now - time < patience

export type Members = { policy: readonly number[]; engine: readonly number[] }

export const readMembers = async (client: Client, { teams }: Settings): Promise<Members> => ({
  policy: await listMembers(client, teams.policy),
  engine: await listMembers(client, teams.engine),
})

/** What GitHub knows of a merge; null where it is too early to say. `now` in seconds. */
export async function proofOf(
  client: Client,
  settings: Settings,
  step: Step,
  judged: Judged,
  members: Members,
  now: number,
): Promise<Proof | null> {
  const { isSigned, message } = await readSignature(client, step.commit)
  const pull = await findMerged(client, step.commit, message)
  if (pull === null)
    return isYoung(step, now) ? null : { approval: null, pr: null, team: null, checks: [], ruleSuite: null }
  const ruleSuite = await findSuite(client, step.commit)
  if (ruleSuite === null && isYoung(step, now)) return null
  const conversation = await readConversation(client, pull.number)
  const runs = await listRuns(client, pull.head)
  const merge = await mergeEvidence(client, pull, { step, judged, runs, isSigned, suite: ruleSuite?.result ?? null })
  const evidence: Evidence = {
    conversation,
    teams: await teamsOf(client, settings, conversation, members),
    subject: judged.subject,
    touchesPolicy: judged.touchesPolicy,
    // Equal content is asked the same; that it is equal is compared file by file.
    open: judged.judgements.map((judgement) => ({
      ...judgement,
      section: '',
      line: 1,
      question: '',
      remedy: null,
      facts: [],
    })),
    earlier: [],
    entered: await enteredBy(client, settings, pull, conversation),
    merge: { ...merge, gateAppId: settings.gateAppId },
  }
  return {
    approval: verifyApproval(evidence, 'post'),
    pr: {
      number: pull.number,
      author: userOf(pull.author),
      head: pull.head,
      mergedAt: pull.mergedAt,
      mergedBy: pull.mergedBy,
    },
    team: recordedTeam(settings, judged, members),
    checks: recordedChecks(runs, pull, settings),
    ruleSuite,
  }
}

type Found = { step: Step; judged: Judged; runs: readonly Run[]; isSigned: boolean; suite: string | null }

async function mergeEvidence(
  client: Client,
  pull: MergedPull,
  { step, judged, runs, isSigned, suite }: Found,
): Promise<Omit<MergeEvidence, 'gateAppId'>> {
  const approved = await listBlobs(client, pull.number, pull.changedFiles)
  const merged = new Map(step.files.map(({ path, blob }) => [path, blob]))
  return {
    checks: runs,
    suite,
    isSigned,
    files: approved.map(({ path, blob }) => ({ path, approved: blob, merged: merged.get(path) ?? null })),
    paths: [...merged.keys()],
    violations: judged.violations,
    keys: judged.judgements.map(({ key }) => key),
  }
}

/** Each person is asked for by name as well: a list that is cut short would make a stranger of a member. */
async function teamsOf(
  client: Client,
  { teams }: Settings,
  { reviews, dismissals }: Conversation,
  members: Members,
): Promise<Teams> {
  const people = new Map<number, string>()
  for (const actor of [...reviews.rows.map(({ author }) => author), ...dismissals.map(({ by }) => by)])
    if (actor?.type === 'User' && actor.id !== null) people.set(actor.id, actor.login)
  for (const [id, login] of people)
    for (const name of ['policy', 'engine'] as const)
      if ((await isMember(client, teams[name], login)) !== members[name].includes(id))
        throw new GitHubFault('チームの読み取り', null, `two answers differ about ${login}`)
  return members
}

/** People who typed in what somebody else applies for. */
async function enteredBy(
  client: Client,
  { botIds }: Settings,
  { number }: MergedPull,
  { commits }: Conversation,
): Promise<number[]> {
  if (anonymous(commits.rows).length === 0) return []
  const byApp = await listAppCommits(client, number, commits.total)
  return attribute(commits.rows, byApp, new Set(botIds)).entered
}

function recordedTeam({ teams }: Settings, { subject }: Judged, members: Members): Proof['team'] {
  const name = subject === 'other' ? 'engine' : 'policy'
  return { slug: teams[name], memberIdsSha256: membersDigest(members[name]) }
}
export const membersDigest = (ids: readonly number[]): string => sha256Of(canonical(ids))

/** Those that let it pass: of our App, finished in time. */
const recordedChecks = (runs: readonly Run[], { mergedAt }: MergedPull, { gateAppId }: Settings): Proof['checks'] =>
  [gateCheck, approvalCheck].flatMap((wanted) => {
    const own = runs.filter(({ name, appId, completedAt }) => {
      const isInTime = completedAt !== null && completedAt <= mergedAt
      return name === wanted && appId === gateAppId && isInTime
    })
    const [last] = own.sort((a, b) => b.id - a.id)
    return last === undefined ? [] : [{ name: wanted, id: last.id, appId: gateAppId, externalId: last.externalId }]
  })
