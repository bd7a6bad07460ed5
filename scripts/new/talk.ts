import { existsSync } from 'node:fs'
import { sheets } from '../../policies/sheets.ts'
import { answerAt } from '../../src/draft/completion.ts'
import { type Draft, placeInDraft, withoutAnswer } from '../../src/draft/draft.ts'
import { fieldOf, isLeaf } from '../../src/draft/places.ts'
import { Interrupted } from '../ask.ts'
import { askOne, askQuestion, askShort, askYes } from '../ask-text.ts'
import { conclude } from './conclude.ts'
import { converse, type Partner } from './conversation.ts'
import { findDepartment } from './fill.ts'
import type { Given } from './given.ts'
import { prohibitionsOf, wordProhibition } from './report.ts'
import { type Result, wordDiagnostics } from './result.ts'
import { forget, recall, remember } from './store.ts'
import { fileOf, slugProblem } from './target.ts'

export type Talk = Given & { day: string; target: string | null; id: string | undefined }

/** A conversation on the terminal: what is missing, where the file goes, and what to do where something is wrong. */
export async function talk({ draft: given, notes, day, target, id }: Talk): Promise<Result> {
  const { intro, log } = await import('@clack/prompts')
  intro('外部サービスの新しい利用（Ctrl-C でやめても、答えは残ります）')
  for (const note of notes) log.info(note)
  const partner: Partner = {
    answer: askQuestion,
    say: (text) => log.step(text),
    agrees: (known) => {
      log.info(known.join('\n'))
      return askYes('この内容で進めますか。')
    },
    remember,
    department: (written) => findDepartment(written, day)?.name ?? written,
  }
  let draft = await converse(given, partner, await earlier(given))
  let result = conclude(draft, null, { asDraft: false })
  let asDraft = false
  while (result.status === 1 && !asDraft) {
    log.warn(await wordFaults(result))
    const choice = await askOne('どうしますか。', result.text === null ? [again, stop] : [again, stop, anyway])
    if (choice === 1) throw new Interrupted()
    asDraft = choice === 2
    if (!asDraft) draft = await converse(withoutFaults(result), partner)
    result = conclude(draft, null, { asDraft })
  }
  const file = target ?? (await askTarget(draft, day, id))
  const written = conclude(draft, file, { asDraft })
  forget()
  return written
}

const again = '直すところに答え直す'
const stop = 'やめる（答えは残ります）'
const anyway = '直すところがあるまま、書きかけとして書く'

const wordFaults = async (result: Result): Promise<string> =>
  result.text === null ? wordProhibition(result.draft, result.assessment) : wordDiagnostics(result)

/** Answers of a conversation that was broken off, if somebody wants to go on with them. */
async function earlier(given: Draft): Promise<Draft> {
  const draft = recall()
  if (draft === null || Object.keys(given).length > 0) return {}
  if (await askYes('前に途中でやめた答えがあります。続きから始めますか。')) return draft
  forget()
  return {}
}

/** Without the answers that violate something: they are asked for again. */
function withoutFaults({ draft, assessment, diagnostics }: Result): Draft {
  const violations = diagnostics.filter(({ verdict }) => verdict === 'violation').map(({ pointer }) => pointer)
  const prohibitions = prohibitionsOf(draft, assessment).map(({ at }) => at)
  return [...violations, ...prohibitions]
    .map((pointer) => placeInDraft(draft, pointer, sheets))
    .map((place) => (answerAt(draft, place) === undefined ? place.slice(0, place.lastIndexOf('/')) : place))
    .filter((place) => answerAt(draft, place) !== undefined && isLeaf(fieldOf(place)))
    .reduce(withoutAnswer, draft)
}

/** The folder and the name of the file, as far as options do not say. */
async function askTarget(draft: Draft, day: string, id: string | undefined): Promise<string> {
  const department = findDepartment(String(answerAt(draft, '/department/name')), day)
  const folder = department?.slug ?? (await askShort('課のフォルダの名前（例 koho）', slugProblem))
  const problem = (typed: string): string | undefined => {
    if (slugProblem(typed) !== undefined) return slugProblem(typed)
    return existsSync(fileOf(folder, typed))
      ? `${fileOf(folder, typed)} はすでにあります。別の名前にしてください。`
      : undefined
  }
  const name =
    id === undefined || problem(id) !== undefined
      ? await askShort('サービスのファイルの名前（例 enquete）', problem)
      : id
  return fileOf(folder, name)
}
