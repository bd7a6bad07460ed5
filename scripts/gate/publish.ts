import { error as logError, summary } from '@actions/core'
import { renderComment, renderSummary } from '../../src/comment/comment.ts'
import { approvalCheck, gateCheck } from '../../src/gate/check-names.ts'
import { faultChecks } from '../../src/gate/checks.ts'
import type { Check, CommentInput, Fault } from '../../src/gate/types.ts'
import {
  beginCheck,
  completeCheck,
  createCheck,
  listOwnRuns,
  type OwnRun,
  type Publication,
} from '../github/check-runs.ts'
import type { Client } from '../github/client.ts'
import { type Comment, findComment, putComment } from '../github/comment.ts'
import { guideline } from './guideline.ts'

/** What stands on GitHub before this run says anything, and what it has announced. */
export type Announcement = { head: string; before: OwnRun[]; ids: Map<string, number> }

/**
 * Says that both checks are under way, so that no older result counts. Where an older result lets nothing pass anyway,
 * nothing needs to be said before something has changed.
 */
export async function announce(client: Client, announcement: Announcement): Promise<void> {
  const { head, before } = announcement
  const approval = newest(before, approvalCheck)
  const gate = newest(before, gateCheck)
  const isClosed = gate?.isCompleted === true && approval?.isCompleted === true && approval.conclusion !== 'success'
  if (isClosed) return
  for (const name of [gateCheck, approvalCheck]) announcement.ids.set(name, await beginCheck(client, head, name))
}

/** What stands there, before anything is said. */
export const look = async (client: Client, head: string, appId: number): Promise<Announcement> => ({
  head,
  before: await listOwnRuns(client, head, appId),
  ids: new Map(),
})

const newest = (runs: readonly OwnRun[], name: string): OwnRun | undefined => runs.find((run) => run.name === name)

/** The results, unless they stand there already. */
export async function publishChecks(
  client: Client,
  { head, before, ids }: Announcement,
  checks: readonly Check[],
  publication: Publication,
): Promise<void> {
  for (const check of checks) {
    const id = ids.get(check.name)
    if (id !== undefined) await completeCheck(client, id, check, publication)
    else if (!isSame(newest(before, check.name), check, publication))
      await createCheck(client, head, check, publication)
  }
}

const isSame = (run: OwnRun | undefined, { conclusion, title }: Check, { externalId }: Publication): boolean =>
  run?.isCompleted === true && run.conclusion === conclusion && run.title === title && run.externalId === externalId

/** Edits our comment; the url is where a check run points to. */
export async function publishComment(
  client: Client,
  number: number,
  appId: number,
  known: Comment | null,
  input: CommentInput,
): Promise<Comment> {
  const body = renderComment({ ...input, previous: known?.body ?? null }, guideline)
  return putComment(client, number, known, body, () => findComment(client, number, appId, 0))
}

/** The whole text in the summary of the job, which needs no token. */
export async function publishSummary(input: CommentInput): Promise<void> {
  await summary.addRaw(renderSummary(input, guideline)).write()
}

/** Both checks fail. What cannot be written in one way is tried in another: an older result must not stand. */
export async function publishFault(
  client: Client,
  head: string,
  announcement: Announcement | null,
  fault: Fault,
  detailsUrl: string | null,
): Promise<void> {
  const publication = { externalId: '', detailsUrl }
  for (const check of faultChecks(fault)) {
    const announced = announcement?.ids.get(check.name)
    const older = announcement === null ? undefined : newest(announcement.before, check.name)?.id
    const ways = [
      ...(announced === undefined ? [] : [() => completeCheck(client, announced, check, publication)]),
      () => createCheck(client, head, check, publication),
      ...(older === undefined ? [] : [() => completeCheck(client, older, check, publication)]),
    ]
    await firstThatWorks(ways, check.name)
  }
}

async function firstThatWorks(ways: readonly (() => Promise<void>)[], name: string): Promise<void> {
  for (const way of ways) {
    try {
      return await way()
    } catch (error) {
      logError(`${name}: ${String(error)}`)
    }
  }
}
