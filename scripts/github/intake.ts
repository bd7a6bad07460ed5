import { readBody } from '../../src/intake/body.ts'
import type { Desk } from '../../src/intake/desk.ts'
import type { Form } from '../../src/intake/form.ts'
import { accept, prepare } from '../../src/intake/prepare.ts'
import type { Problem } from '../../src/intake/problem.ts'
import type { Reply } from '../../src/intake/reply.ts'
import { dayOf } from '../day.ts'
import type { Client } from './client.ts'
import { folderTexts, writeBranch } from './intake-branch.ts'
import { putReply } from './intake-comment.ts'
import { type IntakeIssue, keepLabel, readIssue } from './intake-issue.ts'
import { pullOfIssue, putPull } from './intake-pull.ts'

export type IntakeOrder = {
  number: number
  /** Of the App that writes: only its comments are ours. */
  appId: number
  forms: readonly Form[]
  desk: Omit<Desk, 'day' | 'number'>
}
/** What became of an issue; `ignored`: it is none of our forms, or nobody's whom the repository knows. */
export type Received = Reply['state'] | 'ignored'

/** Turns the answers of an issue into an application. However often it runs, there is one branch, one page, one comment. */
export async function receive(client: Client, order: IntakeOrder): Promise<Received> {
  const { number, appId, forms } = order
  const issue = await readIssue(client, number)
  const read = issue === null ? null : readBody(issue.body, issue.labels, forms)
  if (issue === null || read === null) return 'ignored'
  await keepLabel(client, issue, read.form.label)
  const reply = await replyTo(client, order, issue, read)
  await putReply(client, issue, appId, reply)
  return reply.state
}

async function replyTo(
  client: Client,
  { desk: known }: IntakeOrder,
  issue: IntakeIssue,
  { form, answers, problems: unreadable }: NonNullable<ReturnType<typeof readBody>>,
): Promise<Reply> {
  if (form.kind === 'consultation') return { state: 'consultation' }
  const pull = await pullOfIssue(client, issue.number)
  if (pull !== null && !pull.isOpen) return { state: 'closed', pull: pull.number }
  const refused = (problems: readonly Problem[], state: 'missing' | 'prohibited' = 'missing'): Reply => ({
    state,
    problems,
    pull: pull?.number ?? null,
  })
  if (unreadable.length > 0) return refused(unreadable)
  const desk = { ...known, number: issue.number, day: dayOf(Date.parse(issue.createdAt) / 1000) }
  const accepted = accept({ form, answers }, desk)
  if ('problems' in accepted) return refused(accepted.problems)
  const { files, tree } = await folderTexts(client, issue.tip, accepted.folder.slug)
  const prepared = prepare(accepted, files, desk)
  if (prepared.state !== 'ready') return refused(prepared.problems, prepared.state)
  const isWritten = await writeBranch(client, issue, { tree, kind: form.label, prepared })
  const page = await putPull(client, issue, form.label, prepared, pull)
  return isWritten ? { state: 'ready', prepared, pull: page.number } : { state: 'edited', pull: page.number }
}
