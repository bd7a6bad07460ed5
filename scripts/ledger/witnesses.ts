import { sha256Of } from '../../src/ledger/canonical.ts'
import type { Written } from '../../src/ledger/record.ts'
import { checkWitnesses, type Witness, witnessesIn } from '../../src/ledger/witness.ts'
import {
  mismatchIssue,
  mismatchLabel,
  witnessIssue,
  witnessLabel,
  witnessNotice,
} from '../../src/ledger/witness-notice.ts'
import type { Client } from '../github/client.ts'
import { issueWith, listOwnIssues, listSaid, listSaidLately, openIssue, say } from '../github/notices.ts'

/**
 * Compares the ledger with what was told of it on GitHub, and tells once a month what its newest record is. What does not
 * agree, as Japanese sentences.
 */
export async function attest(
  client: Client,
  chain: readonly Written[],
  appId: number,
  month: string,
): Promise<string[]> {
  const notice = witnessIssue()
  const issue = issueWith(await listOwnIssues(client, witnessLabel, appId), notice)
  const monthly = issue === undefined ? [] : await listSaid(client, issue.number, appId)
  const told = [...monthly, ...(await listSaidLately(client, appId))]
  const faults = checkWitnesses(witnessesToldIn(told), chain)
  if (faults.length > 0) await announceMismatch(client, faults, appId)
  const newest = chain.at(-1)
  if (newest === undefined) return faults
  const current = witnessNotice(month, newest)
  if (monthly.some((body) => body.startsWith(current.marker))) return faults
  await say(client, issue?.number ?? (await openIssue(client, notice)), current)
  return faults
}

/** Our texts end with the witness: what stands above it may be the words of others. */
function witnessesToldIn(texts: readonly string[]): Witness[] {
  const last = texts.flatMap((text) => witnessesIn(text).slice(-1))
  return last.filter(
    ({ id, hash }, index) => last.findIndex((other) => other.id === id && other.hash === hash) === index,
  )
}

/** One issue for each set of faults, however often it is found. */
export async function announceMismatch(client: Client, faults: readonly string[], appId: number): Promise<void> {
  const notice = mismatchIssue(faults, sha256Of(faults.join('\n')).slice(0, 16))
  const issues = await listOwnIssues(client, mismatchLabel, appId)
  if (issueWith(issues, notice) === undefined) await openIssue(client, notice)
}
