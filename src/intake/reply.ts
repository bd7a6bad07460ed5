import { inline, quotation, sentence } from '../comment/escape.ts'
import type { Prepared } from './desk.ts'
import type { Problem } from './problem.ts'

/** By this, and by its author, the one comment of ours on an issue is found. */
export const intakeMarker = '<!-- shinsa:intake -->'

export type Reply =
  | { state: 'consultation' }
  | { state: 'missing' | 'prohibited'; problems: readonly Problem[]; pull: number | null }
  | { state: 'ready'; prepared: Extract<Prepared, { state: 'ready' }>; pull: number }
  /** Somebody has gone on with the application by hand; `closed`: it was decided or withdrawn. */
  | { state: 'edited' | 'closed'; pull: number }

const mostListed = 20
const again = '右上の「…」の「編集」で票を直すと、自動でもう一度受け付けます。'

/** The comment on the issue: the same state gives the same text. */
export const wordReply = (reply: Reply): string => `${intakeMarker}\n${partsOf(reply).join('\n\n')}\n`

function partsOf(reply: Reply): string[] {
  switch (reply.state) {
    case 'consultation':
      return [
        '## 相談を受け付けました',
        '情報政策課が、この下に答えます。書き足したいことがあれば、この下に書いてください。',
      ]
    case 'missing':
      return [
        '## まだ受け付けられません',
        `次のところを直してください。${again}`,
        listed(reply.problems.map(wordProblem)),
        ...earlier(reply.pull),
      ]
    case 'prohibited':
      return [
        '## この利用は認められません',
        'ガイドラインにより、申請しても許可できない利用です。',
        listed(reply.problems.map(wordProblem)),
        `使い方を改められるときは、${again}迷うときは「相談」の票を使ってください。`,
        ...earlier(reply.pull),
      ]
    case 'ready':
      return ready(reply)
    case 'edited':
      return [
        '## この票の変更は、申請に反映していません',
        `申請の画面（#${reply.pull}）で、申請の中身が直接書き足されています。続きは申請の画面で直してください。`,
      ]
    case 'closed':
      return [
        '## この申請は終わっています',
        `申請の画面（#${reply.pull}）で結果を確かめてください。もう一度申請するときは、新しい票に書いてください。`,
      ]
  }
}

function ready({ prepared: { file, remaining }, pull }: Extract<Reply, { state: 'ready' }>): string[] {
  return [
    '## 申請を受け付けました',
    `申請の画面: #${pull}（台帳のファイルの場所 ${inline(file)}）`,
    'このあとの点検の結果と、情報政策課の回答は、申請の画面に届きます。この票を直すと、申請も直ります。',
    ...(remaining.length === 0
      ? []
      : [
          `### まだ足りないところ（${remaining.length}件）`,
          '申請の画面に、直し方が届きます。この票にない項目は、申請の画面で情報政策課に書いて伝えてください。',
          listed(remaining.map(sentence)),
        ]),
  ]
}

const earlier = (pull: number | null): string[] =>
  pull === null ? [] : [`前に受け付けた申請（#${pull}）は、そのままです。`]

const wordProblem = ({ label, text }: Problem): string =>
  label === null ? quotation(text) : `${sentence(`「${label}」`)}: ${quotation(text)}`

function listed(items: readonly string[]): string {
  const shown = items.slice(0, mostListed).map((item) => `- ${item}`)
  const rest = items.length - shown.length
  return [...shown, ...(rest > 0 ? [`- ほか${rest}件`] : [])].join('\n')
}

const longestTitle = 100

/** The title of the application's page: one line, whatever the service is called. */
export function wordTitle(kind: string, { name, department }: { name: string; department: string }): string {
  const title = `［${kind}］ ${name}（${department}）`.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ')
  const characters = [...title]
  return characters.length <= longestTitle ? title : `${characters.slice(0, longestTitle - 1).join('')}…`
}
