import { answersIn, reviewsIn } from '../../src/gate/reviews.ts'
import { isRecorded, type Rejection, rejectionDraft, userOf } from '../../src/ledger/draft.ts'
import { rejectedLabel } from '../../src/ledger/notice.ts'
import type { Draft, LedgerRecord } from '../../src/ledger/record.ts'
import { type Client, call, listAll } from '../github/client.ts'
import { readConversation } from '../github/conversation.ts'
import { listBlobs } from '../github/merges.ts'
import { type Pull, readPull } from '../github/pull.ts'
import { type Members, membersDigest } from './proof.ts'
import type { Settings } from './settings.ts'

/** Records of the pull requests that 情報政策課 has closed as 却下 and that the ledger does not have yet. */
export async function rejectionDrafts(
  client: Client,
  settings: Settings,
  members: Members,
  records: readonly LedgerRecord[],
  recordedAt: string,
): Promise<Draft[]> {
  const drafts: Draft[] = []
  for (const { number, closedAt } of await listRejected(client)) {
    if (isRecorded(number, closedAt, records)) continue
    const closedBy = await readCloser(client, number)
    // A label is no decision: anybody who may write here can set one.
    if (closedBy === null || !members.policy.includes(closedBy.id)) continue
    const pull = await readPull(client, number)
    if (pull.isOpen) continue
    const rejection = await readRejection(client, pull, { closedAt, closedBy: userOf(closedBy) }, members)
    drafts.push(rejectionDraft({ ...rejection, team: teamOf(settings, members) }, recordedAt))
  }
  return drafts
}

const teamOf = ({ teams }: Settings, members: Members): Rejection['team'] => ({
  slug: teams.policy,
  memberIdsSha256: membersDigest(members.policy),
})

async function listRejected(client: Client): Promise<{ number: number; closedAt: string }[]> {
  const { octokit, owner, repo } = client
  const rows = await listAll(client, '却下の一覧の読み取り', (page) =>
    octokit.rest.issues.listForRepo({ owner, repo, labels: rejectedLabel, state: 'closed', ...page }),
  )
  return rows
    .flatMap(({ number, pull_request: pull, closed_at: closedAt }) =>
      pull === undefined || (pull.merged_at ?? null) !== null || closedAt === null ? [] : [{ number, closedAt }],
    )
    .sort((a, b) => (a.closedAt < b.closedAt ? -1 : 1))
}

async function readCloser(client: Client, number: number): Promise<{ login: string; id: number } | null> {
  const { octokit, owner, repo } = client
  const { data } = await call(client, '却下の読み取り', (request) =>
    octokit.rest.issues.get({ owner, repo, issue_number: number, request }),
  )
  const by = data.closed_by ?? null
  return by === null ? null : { login: by.login, id: by.id }
}

type Closing = { closedAt: string; closedBy: { user: string; userId: number } }

async function readRejection(
  client: Client,
  pull: Pull,
  closing: Closing,
  members: Members,
): Promise<Omit<Rejection, 'team'>> {
  const conversation = await readConversation(client, pull.number)
  const answers = reviewsIn(conversation)
    .filter(({ by }) => members.policy.includes(by.id))
    .flatMap(answersIn)
  return {
    pr: {
      number: pull.number,
      author: userOf(pull.author),
      head: pull.head,
      mergedAt: null,
      mergedBy: null,
      ...closing,
    },
    files: await listBlobs(client, pull.number, pull.changedFiles),
    // What the keys asked lies in a content that nobody keeps: the reasons stand for themselves.
    judgements: answers
      .filter(({ verdict }) => verdict === 'refuse')
      .map(({ key, reason, by }) => ({ key, rule: '', pointer: '', answer: 'refuse', reason, by: userOf(by) })),
  }
}
