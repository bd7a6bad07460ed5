import { wordConditions, wordDecision, wordKinds, wordNetworks } from '../register/columns.ts'
import type { RegisterRow } from '../register/row.ts'
import { wordStatus } from '../register/status.ts'
import type { Register } from '../register.ts'
import { remarks, wordAsOf, wordAt, wordCounts } from '../reporters/register.ts'
import { label, type Term } from '../vocabulary.ts'
import { dayText, type Html, html, lines, nothing, page, table } from './page.ts'

const named = (term: Term, id: string | null): string | null => (id === null ? null : label(term, id))
const strong = (text: string): Html => html`<span class="strong">${text}</span>`
const headed = (heading: string, day: string | null): Html | null =>
  day === null ? null : html`${heading} ${dayText(day)!}`

/** The register on paper: A4 across, and nothing that a computer would have to run. */
export function registerHtml(register: Register): string {
  const { rows } = register
  const going = rows.filter(({ status }) => status !== 'ended')
  const ended = rows.filter(({ status }) => status === 'ended')
  const at = wordAt(register)
  return page({
    title: `外部サービス利用台帳（${register.asOf}）`,
    orientation: 'landscape',
    body: [
      html`<h1>外部サービス利用台帳</h1>`,
      html`<p>${wordAsOf(register.asOf)}現在　${rows.length}件${rows.length === 0 ? '' : `（${wordCounts(rows)}）`}</p>`,
      at === '' ? nothing : html`<p>${at}</p>`,
      html`<p class="note">参考様式（再構成）</p>`,
      going.length === 0 ? html`<p>利用している外部サービスはありません。</p>` : goingTable(going),
      ended.length === 0 ? nothing : endedTable(ended),
    ],
  })
}

const goingTable = (rows: readonly RegisterRow[]): Html =>
  table(
    `利用（終了を除く${rows.length}件）`,
    [
      ['番号・状態', 9],
      ['課', 12],
      ['サービス・提供者', 15],
      ['区分・接続元', 14],
      ['重要情報・様式', 11],
      ['利用開始・契約満了', 13],
      ['点検', 12],
      ['次の期限・条件', 14],
    ],
    rows.map((row) => ({ mark: markOf(row), cells: goingCells(row) })),
  )

const markOf = ({ status, nextDue }: RegisterRow): string => {
  if (['suspended', 'prohibited', 'rejected', 'unreadable'].includes(status)) return 'stopped'
  return nextDue?.state === 'overdue' ? 'late' : ''
}

const goingCells = (row: RegisterRow): Html[][] => [
  lines([row.number, strong(wordStatus(row.status))]),
  lines([row.departmentName ?? row.department, row.manager]),
  lines([strong(row.name ?? row.file), row.plan, row.provider.name]),
  lines([named('serviceClass', row.class), named('category', row.category), wordNetworks(row)]),
  lines([wordKinds(row), named('pricing', row.pricing), row.form === null ? null : `様式${row.form}`]),
  lines([
    headed('開始', row.start),
    headed('満了', row.contract.end),
    headed('終了予定', row.termination?.date ?? null),
    wordDecision(row),
  ]),
  lines([
    row.lastCheck === null ? null : html`様式${row.lastCheck.form} ${dayText(row.lastCheck.date)!}`,
    row.lastConfirmation === null ? null : headed('確認', row.lastConfirmation.date),
  ]),
  lines([...dueLines(row), ...wordConditions(row), ...remarks(row)]),
]

const dueLines = ({ nextDue }: RegisterRow): (Html | string | null)[] =>
  nextDue === null ? [] : [dayText(nextDue.due), `${nextDue.subject}（${label('dueState', nextDue.state)}）`]

const endedTable = (rows: readonly RegisterRow[]): Html =>
  table(
    `終了（${rows.length}件）`,
    [
      ['番号', 10],
      ['課', 15],
      ['サービス・提供者', 20],
      ['重要情報', 15],
      ['利用の期間', 15],
      ['理由・後継', 13],
      ['情報の消去', 12],
    ],
    rows.map((row) => ({ cells: endedCells(row) })),
  )

const endedCells = (row: RegisterRow): Html[][] => [
  lines([row.number]),
  lines([row.departmentName ?? row.department]),
  lines([strong(row.name ?? row.file), row.provider.name]),
  lines([wordKinds(row)]),
  lines([headed('開始', row.start), headed('終了', row.termination?.date ?? null)]),
  lines([named('endReason', row.termination?.reason ?? null), row.termination?.successor ?? null]),
  lines([
    row.termination?.deleted === true ? '消去済み' : null,
    row.termination?.certificate ?? null,
    row.nextDue === null ? headed('証明書の予定', row.termination?.certificateDue ?? null) : null,
    ...dueLines(row),
  ]),
]
