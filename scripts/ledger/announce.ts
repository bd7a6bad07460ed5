import { sha256Of } from '../../src/ledger/canonical.ts'
import { isOpen } from '../../src/ledger/cures.ts'
import {
  curedNotice,
  type Duty,
  decisionNotice,
  editedIssue,
  editedLabel,
  irregularIssue,
  irregularLabel,
} from '../../src/ledger/notice.ts'
import type { LedgerRecord, Written } from '../../src/ledger/record.ts'
import type { Client } from '../github/client.ts'
import { closeIssue, isSaid, issueWith, listOwnIssues, openIssue, readReviewTexts, say } from '../github/notices.ts'

/**
 * Tells what the ledger says and has not told yet. Oldest first, so that what is told of one record was told of all before:
 * a run that broke off is completed by the next.
 */
export async function announceDecisions(
  client: Client,
  chain: readonly Written[],
  appId: number,
  dutiesOf: (record: LedgerRecord) => readonly Duty[],
): Promise<number> {
  const waiting: { number: number; written: Written }[] = []
  for (const written of [...chain].reverse()) {
    const notice = decisionNotice(written)
    const number = written.record.pr?.number
    if (notice === null || number === undefined) continue
    if (await isSaid(client, number, notice, appId)) break
    waiting.unshift({ number, written })
  }
  for (const { number, written } of waiting)
    await say(client, number, decisionNotice(written, dutiesOf(written.record))!)
  return waiting.length
}

/** One issue for each merge that nobody permitted, closed when it is cured. */
export async function announceIrregular(client: Client, chain: readonly Written[], appId: number): Promise<void> {
  const records = chain.map(({ record }) => record)
  const irregular = chain.filter(({ record }) => record.kind === 'irregular')
  if (irregular.length === 0) return
  const issues = await listOwnIssues(client, irregularLabel, appId)
  for (const written of irregular) {
    const notice = irregularIssue(written)
    const issue = issueWith(issues, notice)
    const cured = curedNotice(written.record, records)
    if (issue === undefined && isOpen(written.record, records)) await openIssue(client, notice)
    if (issue?.isOpen !== true || cured === null) continue
    if (!(await isSaid(client, issue.number, cured, appId))) await say(client, issue.number, cured)
    await closeIssue(client, issue.number)
  }
}

/** Reviews whose text is not what was recorded. Each record has its hour of the day; the newest are looked at every time. */
export async function announceEdits(
  client: Client,
  chain: readonly Written[],
  appId: number,
  hour: number,
): Promise<void> {
  const records = chain.map(({ record }) => record).filter(({ approvals }) => approvals.length > 0)
  const due = records.filter(({ seq }, index) => seq % 24 === hour || index >= records.length - newest)
  const edited: ReturnType<typeof editedIssue>[] = []
  for (const record of due) edited.push(...(await editsOf(client, record)))
  if (edited.length === 0) return
  const issues = await listOwnIssues(client, editedLabel, appId)
  for (const notice of edited) if (issueWith(issues, notice) === undefined) await openIssue(client, notice)
}
const newest = 10

async function editsOf(client: Client, record: LedgerRecord): Promise<ReturnType<typeof editedIssue>[]> {
  const texts = await readReviewTexts(client, record.pr!.number)
  return record.approvals
    .filter(({ reviewId, bodySha256 }) => {
      const text = texts.get(reviewId)
      return text === undefined || sha256Of(text) !== bodySha256
    })
    .map((approval) => editedIssue(record, approval))
}
