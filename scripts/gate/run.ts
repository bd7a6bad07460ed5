import { debug, notice } from '@actions/core'
import { titleOf } from '../../src/comment/guideline.ts'
import { approvalCheckOf, externalIdOf, gateCheckOf } from '../../src/gate/checks.ts'
import { queueOf } from '../../src/gate/queue.ts'
import type { CommentInput, Fault, PullRequest } from '../../src/gate/types.ts'
import { today } from '../day.ts'
import { type Client, GitHubFault } from '../github/client.ts'
import { findComment } from '../github/comment.ts'
import type { OpenPull } from '../github/open-pulls.ts'
import { type Pull, readHead, readPull, readTip } from '../github/pull.ts'
import { ExaminationDied, type Examiner } from './examiner.ts'
import { guideline } from './guideline.ts'
import { InputError, type Inputs } from './inputs.ts'
import { type Gathered, gather, type Judged, judge } from './judge.ts'
import {
  type Announcement,
  announce,
  look,
  publishChecks,
  publishComment,
  publishFault,
  publishSummary,
} from './publish.ts'

/** What is known so far: a fault is published as far as that goes. */
type Progress = { pull: Pull | null; announcement: Announcement | null; gathered: Gathered | null }

/** One run for one pull request; whatever goes wrong ends in two checks that failed. The fault, or null. */
export async function runGate(client: Client, inputs: Inputs, examiner: Examiner): Promise<Fault | null> {
  const progress: Progress = { pull: null, announcement: null, gathered: null }
  try {
    notice(await judgeAndPublish(client, inputs, examiner, progress))
    return null
  } catch (error) {
    const fault = faultOf(error)
    debug(String((error as Error).stack))
    await tellFault(client, inputs, progress, fault)
    return fault
  }
}

/** Says in a word how it ended. */
async function judgeAndPublish(
  client: Client,
  inputs: Inputs,
  examiner: Examiner,
  progress: Progress,
): Promise<string> {
  const asked = inputs.asked!
  const pull = await readPull(client, asked.number)
  if (!pull.isOpen) return 'このプルリクエストは閉じられています。'
  if (asked.head !== null && asked.head !== pull.head) return movedOn
  progress.pull = pull
  if ((await readTip(client, pull.defaultBranch)) !== inputs.running) return movedOn
  const announcement = await look(client, pull.head, inputs.appId)
  progress.announcement = announcement
  await announce(client, announcement)
  const gathered = await gather(client, inputs, pull)
  progress.gathered = gathered
  if (gathered.conversation.head !== pull.head) return movedOn
  const judged = await judge(client, inputs, examiner, pull, gathered)
  if (!(await isStill(client, pull, inputs))) return movedOn
  await publish(client, inputs, { pull, announcement, gathered, judged })
  return `${pull.number} 番を審査しました。`
}

/** Whatever moved it has started a run of its own: this one says nothing. */
const movedOn = 'プルリクエストか main が先に進んだため、新しい実行に任せます。'

async function isStill(client: Client, pull: Pull, { running }: Inputs): Promise<boolean> {
  const [now, tip] = [await readPull(client, pull.number), await readTip(client, pull.defaultBranch)]
  return now.isOpen && now.head === pull.head && now.baseRef === pull.baseRef && tip === running
}

type Result = { pull: Pull; announcement: Announcement; gathered: Gathered; judged: Judged }

/** The comment first: the check runs point to it. */
async function publish(client: Client, inputs: Inputs, result: Result): Promise<void> {
  const { pull, announcement, gathered, judged } = result
  const { examination, approval } = judged
  const pullRequest = requestOf(pull, gathered.base.sha, inputs.running)
  const input: CommentInput = {
    ...emptyInput(inputs, pullRequest),
    ...judged,
    queue: queueOf(pull.number, waitingIn(gathered.open), today()),
    ledgerTip: gathered.witness,
  }
  const comment = await publishComment(client, pull.number, inputs.appId, gathered.comment, input)
  await publishSummary({ ...input, previous: gathered.comment?.body ?? null })
  const checks = [gateCheckOf(examination, (rule) => titleOf(rule, guideline)), approvalCheckOf(approval, examination)]
  const externalId = externalIdOf(examination, pullRequest)
  await publishChecks(client, announcement, checks, { externalId, detailsUrl: comment.url })
}

export function faultOf(error: unknown): Fault {
  const detail = error instanceof Error ? error.message : String(error)
  if (error instanceof GitHubFault) {
    const answer = error.status === null ? '読み取れる答えを返しませんでした' : `${error.status} を返しました`
    return { title: `GitHub が ${answer}（${error.intention}）`, detail }
  }
  if (error instanceof ExaminationDied) return { title: '申請の内容を調べる処理が途中で止まりました', detail }
  if (error instanceof InputError) return { title: detail, detail }
  return { title: '審査の仕組みに誤りがあります', detail }
}

const waitingIn = (open: readonly OpenPull[]): OpenPull[] =>
  open.filter(({ isDraft, paths }) => !isDraft && paths.some((path) => path.startsWith('services/')))

/** Both checks fail and everybody is told, as far as GitHub lets us. */
async function tellFault(client: Client, inputs: Inputs, progress: Progress, fault: Fault): Promise<void> {
  const { pull, announcement, gathered } = progress
  const number = inputs.asked!.number
  const head = pull?.head ?? inputs.asked?.head ?? (await readHead(client, number).catch(() => null))
  let url: string | null = null
  if (pull !== null) {
    const pullRequest = requestOf(pull, gathered?.base.sha ?? pull.head, inputs.running)
    const input = { ...emptyInput(inputs, pullRequest), fault, ledgerTip: gathered?.witness ?? null }
    try {
      await publishSummary(input)
      const known = gathered?.comment ?? (await findComment(client, number, inputs.appId, pull.comments))
      url = (await publishComment(client, number, inputs.appId, known, input)).url
    } catch {
      // The check runs say it too.
    }
  }
  if (head !== null) await publishFault(client, head, announcement, fault, url)
}

const requestOf = (pull: Pull, base: string, tip: string): PullRequest => {
  const { number, title, author, head, isDraft: draft, createdAt, isFork } = pull
  return { number, title, author, head, base, tip, draft, createdAt, isFork }
}

const emptyInput = (inputs: Inputs, pullRequest: PullRequest): CommentInput => ({
  repository: `${inputs.serverUrl}/${inputs.repository}`,
  site: inputs.site,
  pullRequest,
  examination: null,
  approval: null,
  fault: null,
  previous: null,
  queue: null,
  today: today(),
  ledgerTip: null,
})
