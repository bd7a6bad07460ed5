import { verifyApproval } from '../../src/gate/approval.ts'
import { forsakenCommits } from '../../src/gate/lapse.ts'
import { baseBlockers, rivalBlockers } from '../../src/gate/races.ts'
import type { Approval, Examination, Judgement } from '../../src/gate/types.ts'
import type { Client } from '../github/client.ts'
import { type Comment, findComment } from '../github/comment.ts'
import { readConversation } from '../github/conversation.ts'
import { type Objects, objectsOf } from '../github/objects.ts'
import { listOpenPulls, type OpenPull } from '../github/open-pulls.ts'
import { type Pull, readMergeBase } from '../github/pull.ts'
import { readWitness } from '../github/witness.ts'
import type { Contents, Examiner } from './examiner.ts'
import { InputError, type Inputs } from './inputs.ts'
import { engineDigest, type MainTree, openMain } from './main-tree.ts'
import { type Material, readAuthors, readChange, readEarlier, readTeams } from './reading.ts'

/** Everything that GitHub says of a pull request, read at one head. */
export type Gathered = {
  main: MainTree
  objects: Objects
  base: { sha: string; tree: string }
  conversation: Awaited<ReturnType<typeof readConversation>>
  open: OpenPull[]
  comment: Comment | null
  witness: string | null
}
export type Judged = { examination: Examination; approval: Approval }

export async function gather(client: Client, inputs: Inputs, pull: Pull): Promise<Gathered> {
  const main = openMain(inputs.workspace)
  if (main.commit !== inputs.running) throw new InputError('作業フォルダの版が、動かしている版と違います。')
  const objects = objectsOf(client)
  const [base, conversation, open, comment, witness] = await Promise.all([
    readMergeBase(client, inputs.running, pull.head),
    readConversation(client, pull.number),
    listOpenPulls(client, pull.defaultBranch, pull.number),
    findComment(client, pull.number, inputs.appId, pull.comments),
    readWitness(client, objects),
  ])
  return { main, objects, base, conversation, open, comment, witness }
}

/** What is to be said of the content, and of the talk about it. */
export async function judge(
  client: Client,
  inputs: Inputs,
  examiner: Examiner,
  pull: Pull,
  gathered: Gathered,
): Promise<Judged> {
  const { main, objects, base, conversation, open } = gathered
  const material = await readChange(client, objects, pull, base, main)
  const authors = await readAuthors(client, pull, conversation, inputs)
  const { classified, contents } = material
  const blockers = [
    ...baseBlockers(pull.baseRef, pull.defaultBranch),
    ...material.blockers,
    ...rivalBlockers(pull.number, classified.services, open),
    ...authors.blockers,
  ]
  const digests = { engine: engineDigest(), rules: main.rules }
  const examination = await examiner.examine({
    task: 'examine',
    folder: inputs.workspace,
    classified: { subject: classified.subject, touchesPolicy: classified.touchesPolicy },
    blockers,
    contents,
    digests,
  })
  const { subject, touchesPolicy, judgements } = examination
  const approval = verifyApproval(
    {
      conversation,
      teams: await readTeams(client, conversation, subject, inputs),
      subject,
      touchesPolicy,
      open: judgements,
      earlier: await readForsaken(gathered, judgements, material, examiner),
      entered: authors.entered,
    },
    'pre',
  )
  return { examination, approval }
}

/** What was asked at earlier commits, where an answer to it counts no more. */
async function readForsaken(
  { objects, conversation }: Gathered,
  open: readonly Judgement[],
  { contents }: Material,
  examiner: Examiner,
): Promise<Judgement[]> {
  const commits = forsakenCommits(conversation.reviews.rows, conversation.head, open)
  const states: Contents[][] = []
  for (const commit of commits) {
    const state = await readEarlier(objects, commit, contents)
    if (state !== null) states.push(state)
  }
  return states.length === 0 ? [] : examiner.ask({ task: 'ask', states })
}
