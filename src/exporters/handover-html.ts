import { contactsOf, nameOf, tasksOf, wordTask } from '../handover/tasks.ts'
import type { Handover, HandoverUse } from '../handover.ts'
import {
  wordConditions,
  wordKinds,
  wordNetworks,
  wordPermissionConditions,
  wordSuspension,
} from '../register/columns.ts'
import { wordStatus } from '../register/status.ts'
import { wordAsOf, wordCounts } from '../reporters/register.ts'
import { label, type Term } from '../vocabulary.ts'
import { dayText, type Html, html, lines, nothing, page, table } from './page.ts'

const named = (term: Term, id: string | null): string | null => (id === null ? null : label(term, id))
const joined = (words: readonly (string | null)[]): string => words.filter((word) => word !== null).join('　')

/** What the next manager of a section has to know, on paper. */
export function handoverHtml(handover: Handover): string {
  const { departmentName, asOf } = handover
  return page({
    title: `引継書 ${departmentName}（${asOf}）`,
    orientation: 'portrait',
    body: handoverBody(handover),
  })
}

/** What stands on the paper, for a page that has other things around it. */
export function handoverBody(handover: Handover): Html[] {
  const { uses, departmentName, asOf } = handover
  const going = uses.filter(({ status }) => status !== 'ended')
  const ended = uses.filter(({ status }) => status === 'ended')
  return [
    html`<h1>外部サービスの引継書　${departmentName}</h1>`,
    html`<p>${wordAsOf(asOf)}現在　${uses.length}件${uses.length === 0 ? '' : `（${wordCounts(uses)}）`}</p>`,
    html`<p class="note">参考様式（再構成）</p>`,
    html`<dl><dt>管理者・担当</dt><dd>${lines(contactsOf(handover).length === 0 ? ['なし'] : contactsOf(handover))}</dd></dl>`,
    html`<h2>期限のあるもの</h2>`,
    dueTable(handover),
    html`<h2>判断・点検で残っていること</h2>`,
    ...openParts(handover),
    html`<h2>利用しているサービス</h2>`,
    ...(going.length === 0 ? [html`<p>ありません。</p>`] : going.map(useOf)),
    ended.length === 0 ? nothing : html`<h2>終了したサービス</h2>${endedTable(ended)}`,
  ]
}

function dueTable(handover: Handover): Html {
  const tasks = tasksOf(handover)
  if (tasks.length === 0) return html`<p>ありません。</p>`
  return table(
    `${tasks.length}件`,
    [
      ['期限', 24],
      ['状態', 11],
      ['サービス', 20],
      ['内容とすること', 45],
    ],
    tasks.map((task) => ({
      ...(task.state === 'overdue' && { mark: 'stopped' }),
      cells: [
        lines([dayText(task.due)]),
        lines([label('dueState', task.state)]),
        lines([nameOf(task.use)]),
        lines([wordTask(task), task.remedy]),
      ],
    })),
  )
}

function openParts({ uses, hasLedger }: Handover): Html[] {
  const questions = uses.flatMap((use) => use.questions.map((question) => ({ use, question })))
  const remaining = uses.flatMap((use) => use.remaining.map((item) => ({ use, item })))
  if (questions.length + remaining.length === 0) return [html`<p>ありません。</p>`]
  return [
    questions.length === 0
      ? nothing
      : table(
          hasLedger ? '判断の記録がないもの' : '判断の要るもの（決定の台帳がないため、判断の記録は確かめていません）',
          [
            ['サービス', 20],
            ['項目', 25],
            ['判断すること', 45],
            ['節', 10],
          ],
          questions.map(({ use, question: { place, question, section } }) => ({
            cells: [lines([nameOf(use)]), lines([place]), lines([question]), lines([section])],
          })),
        ),
    remaining.length === 0
      ? nothing
      : table(
          '最後の点検で、実施しきれていないもの',
          [
            ['サービス', 20],
            ['点検', 20],
            ['項目', 35],
            ['状況', 25],
          ],
          remaining.map(({ use, item: { form, date, item, result, note } }) => ({
            cells: [
              lines([nameOf(use)]),
              lines([`様式${form}`, dayText(date)]),
              lines([item]),
              lines([label('checkResult', result), note]),
            ],
          })),
        ),
  ]
}

const entry = (term: string, values: readonly (Html | string | null)[]): Html => {
  const shown = lines(values)
  return shown.length === 0 ? nothing : html`<dt>${term}</dt><dd>${shown}</dd>`
}
const between = (from: string | null, to: string | null): Html | null =>
  from === null && to === null ? null : html`${dayText(from) ?? nothing}から ${dayText(to) ?? nothing}`

const useOf = (use: HandoverUse): Html => html`<section class="use"><h3>${nameOf(use)}</h3>
<dl>
${entry('状態', [joined([wordStatus(use.status), use.number])])}
${entry('利用停止', [use.status === 'suspended' ? wordSuspension(use) : null])}
${entry('目的', [use.purpose])}
${entry('提供者', [joined([use.provider.name, use.plan]), use.url])}
${entry('区分・接続元', [joined([named('serviceClass', use.class), named('category', use.category), wordNetworks(use)])])}
${entry('重要情報', [joined([wordKinds(use), named('pricing', use.pricing), use.form === null ? null : `様式${use.form}`])])}
${entry('利用開始', [dayText(use.start)])}
${entry('契約', [between(use.contract.start, use.contract.end)])}
${entry('最後の点検', [use.lastCheck === null ? null : html`様式${use.lastCheck.form} ${dayText(use.lastCheck.date)!}`])}
${entry(
  '決定',
  use.decisions.map(({ what, number, date }) => html`${joined([what, number])} ${dayText(date) ?? nothing}`),
)}
${entry('利用の条件', wordConditions(use))}
${entry('許可の条件', wordPermissionConditions(use))}
${entry('管理者・担当', [joined([use.manager, use.contact])])}
${entry('ファイル', [use.file])}
</dl></section>`

const endedTable = (uses: readonly HandoverUse[]): Html =>
  table(
    `${uses.length}件`,
    [
      ['番号', 15],
      ['サービス', 30],
      ['利用終了日', 25],
      ['理由・後継', 30],
    ],
    uses.map((use) => ({
      cells: [
        lines([use.number]),
        lines([nameOf(use)]),
        lines([dayText(use.termination?.date ?? null)]),
        lines([named('endReason', use.termination?.reason ?? null), use.termination?.successor ?? null]),
      ],
    })),
  )
