import { dayInJapan } from '../calendar.ts'
import type { CommentInput, Examination, ExaminedFile } from '../gate/types.ts'
import { idsOf, label } from '../vocabulary.ts'
import { row, sentence, unbroken } from './escape.ts'
import { type Part, paragraph } from './parts.ts'
import { isWaiting, type Status, statusOf } from './status.ts'
import { nothing, wordClass, wordDay } from './values.ts'

/** On top: what state it is in, whose turn it is, since when, and what kind of application it is. */
export function header(input: CommentInput): Part {
  const status = statusOf(input)
  const lines = [
    `## 自動点検：${status.title}`,
    '',
    row(['いまの状態', '次にする人', '受付', '区分'].map(unbroken)),
    '|---|---|---|---|',
    row([`**${status.state}**`, `**${status.turn}**`, wordQueue(input, status), wordKind(input.examination)]),
    '',
    status.next,
  ]
  return paragraph('結果', 1, lines.join('\n'))
}

function wordQueue({ pullRequest, queue }: CommentInput, status: Status): string {
  const received = wordDay(dayInJapan(pullRequest.createdAt))
  if (queue === null) return received
  const days = queue.days === 0 ? '当日' : `${queue.days}開庁日経過`
  const place = isWaiting(status) ? `<br>審査待ち${queue.waiting}件のうち${queue.position}番目` : ''
  return `${received}<br>${days}${place}`
}

function wordKind(examination: Examination | null): string {
  if (examination === null || examination.subject === 'nothing') return nothing
  if (examination.subject === 'other') return '仕組みの変更'
  const { files } = examination
  const [file] = files
  if (file === undefined) return nothing
  return files.length === 1 ? wordFileKind(file) : `${files.length}件（${wordTransitions(files)}）`
}

const wordTransitions = (files: readonly ExaminedFile[]): string =>
  idsOf('transition')
    .map((id) => ({ id, count: files.filter(({ transition }) => transition === id).length }))
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => `${label('transition', id)} ${count}`)
    .join('・')

/** 新規<br>重要情報あり・有料 → 様式1＋情報化企画 */
const wordFileKind = (file: ExaminedFile): string =>
  [label('transition', file.transition), file.after === null ? null : `${wordClass(file.after)} → ${wordAsked(file)}`]
    .filter((line) => line !== null)
    .join('<br>')

/** What the guideline asks of a file, in one word or two. */
export function wordAsked({ before, after, afterAssessment, transition }: ExaminedFile): string {
  if (afterAssessment === null) return nothing
  const added = after?.checks?.slice(before?.checks?.length ?? 0).map(({ form }) => `様式${form}`) ?? []
  if (transition === 'check') return added.length === 0 ? '利用状況の確認' : added.join('＋')
  if (transition === 'correction') return '様式なし'
  if (transition === 'termination') return ['様式3', ...added].join('＋')
  const { outcome, application } = afterAssessment
  if (application === undefined) return sentence(label('outcome', outcome))
  return `様式${application.form}${application.informatizationPlan ? '＋情報化企画' : ''}`
}
