import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { policies } from '../../policies/index.ts'
import type { Pair } from '../../src/change.ts'
import { examine } from '../../src/gate/examine.ts'
import { openQuestions, questionsOf, questionsOfChange } from '../../src/gate/judgements.ts'
import type { Classified } from '../../src/gate/paths.ts'
import type { Blocker, Examination, Judgement } from '../../src/gate/types.ts'
import type { SourceDocument } from '../../src/source/document.ts'
import { found } from '../files.ts'
import { sourceOf } from '../sources.ts'
import { filesOf, openMain } from './main-tree.ts'

/** One file in two states, in base 64; null where there is none. */
export type Contents = { file: string; base: string | null; head: string | null }
export type Order = {
  task: 'examine'
  /** Where main is checked out. */
  folder: string
  classified: Pick<Classified, 'subject' | 'touchesPolicy'>
  blockers: Blocker[]
  contents: Contents[]
  digests: Examination['digests']
}
/** To understand answers that were given at earlier commits. */
export type EarlierOrder = { task: 'ask'; states: Contents[][] }

/** How the bundle is told that it is to examine only. */
export const examineArgument = 'examine'

/** The examination came to no end: a text of the pull request may have seen to that. */
export class ExaminationDied extends Error {}

/** Who judges what a pull request holds. */
export type Examiner = {
  examine(order: Order): Promise<Examination>
  /** What was asked at earlier heads. */
  ask(order: EarlierOrder): Promise<Judgement[]>
}

/** Works in a process of its own, without a token and for a limited time: whatever a text does to it ends there. */
export const examinerApart = (milliseconds: number): Examiner => ({
  examine: (order) => runApart(order, milliseconds),
  ask: (order) => runApart(order, milliseconds),
})

/** Works in this process: only for texts that will not abort it. */
export const examinerHere: Examiner = {
  examine: async (order) => carryOut(order),
  ask: async (order) => recall(order),
}

function runApart<Outcome>(order: Order | EarlierOrder, milliseconds: number): Promise<Outcome> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=1024', fileURLToPath(import.meta.url), examineArgument],
    { env: { PATH, HOME }, stdio: ['pipe', 'pipe', 'pipe'], timeout: milliseconds, killSignal: 'SIGKILL' },
  )
  const [output, complaints]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk))
  // A child that dies early does not read to the end.
  child.stdin.on('error', () => undefined)
  child.stdin.end(JSON.stringify(order))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status, signal) => {
      const complaint = `${signal ?? status} ${String(Buffer.concat(complaints)).slice(-2000)}`
      if (status !== 0) return reject(new ExaminationDied(complaint))
      try {
        resolve(JSON.parse(String(Buffer.concat(output))) as Outcome)
      } catch {
        reject(new ExaminationDied('no answer'))
      }
    })
  })
}

/** The child's part. */
export async function examineHere(): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const order = JSON.parse(String(Buffer.concat(chunks))) as Order | EarlierOrder
  const outcome = order.task === 'examine' ? carryOut(order) : recall(order)
  await new Promise((resolve) => process.stdout.write(JSON.stringify(outcome), resolve))
}

function carryOut({ folder, contents, ...given }: Order): Examination {
  const pairs = contents.map(pairOf)
  return examine({ ...given, pairs, register: registerOf(openMain(folder), pairs) }, policies)
}

const recall = ({ states }: EarlierOrder): Judgement[] => states.flatMap((state) => judgementsOf(state.map(pairOf)))

function* registerOf(main: ReturnType<typeof openMain>, pairs: readonly Pair[]): Iterable<SourceDocument> {
  const changed = new Set(pairs.map(({ file }) => file))
  for (const [file, bytes] of filesOf(main, changed)) yield sourceOf(file, found(bytes, []))
}

function judgementsOf(pairs: readonly Pair[]): Judgement[] {
  const head = pairs.flatMap((pair) => [
    ...(pair.head === null ? [] : questionsOf(pair.head, policies)),
    ...questionsOfChange(pair, policies),
  ])
  return openQuestions(
    head,
    pairs.flatMap(({ base }) => (base === null ? [] : questionsOf(base, policies))),
  )
}

const pairOf = ({ file, base, head }: Contents): Pair => ({
  file,
  base: documentOf(file, base),
  head: documentOf(file, head),
})

const documentOf = (file: string, content: string | null): SourceDocument | null =>
  content === null ? null : sourceOf(file, found(Buffer.from(content, 'base64'), []))
