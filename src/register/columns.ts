import { type Column, day, number, text } from '../exporters/sheet.ts'
import { label, type Term } from '../vocabulary.ts'
import { wareki } from '../wareki.ts'
import type { RegisterRow } from './row.ts'
import { wordStatus } from './status.ts'

const named = (term: Term, id: string | null): string | null => (id === null ? null : label(term, id))
const marked = (value: boolean | null | undefined): string | null => {
  if (value === null || value === undefined) return null
  return value ? '済み' : 'まだ'
}
export const wordDay = (date: string): string => `${date} ${wareki(date)}`

export const wordKinds = ({ kinds }: RegisterRow): string | null => {
  if (kinds === null) return null
  return kinds.length === 0 ? 'なし' : kinds.map((kind) => label('informationKind', kind)).join('、')
}
export const wordNetworks = ({ networks }: RegisterRow): string =>
  networks.map((network) => label('network', network)).join('、')

/** 「要配慮個人情報の慎重な判断（2026-05-20 令和8年5月20日）: 理由」 */
export const wordConditions = ({ conditions }: RegisterRow): string[] =>
  conditions.map(({ id, reason, date }) => {
    const when = date === null ? '' : `（${wordDay(date)}）`
    return `${label('condition', id)}${when}${reason === null ? '' : `: ${reason}`}`
  })
/** What a reviewer made the permission depend on, and the record that has it. */
export const wordPermissionConditions = ({ permission }: RegisterRow): string[] =>
  (permission?.conditions ?? []).map(({ reason, record, date, due }) => {
    const until = due === null ? '' : `。期限 ${wordDay(due)}`
    return `${reason}（${record}、${wordDay(date)}${until}）`
  })

export const permissions = { permitted: '許可', ended: '終了', unconfirmed: '許可未確認', none: '記録なし' }
const wordPermission = ({ permission }: RegisterRow): string | null => {
  if (permission === null) return null
  const { state, record, date } = permission
  return [permissions[state], ...(record === null ? [] : [record]), ...(date === null ? [] : [wordDay(date)])].join(' ')
}
export const wordDecision = ({ decision }: RegisterRow): string | null =>
  decision && [label('planDecision', decision.result), decision.number ?? ''].join(' ').trim()
export const wordSuspension = ({ suspension }: Pick<RegisterRow, 'suspension'>): string | null => {
  if (suspension === null) return null
  const { date, until, reason } = suspension
  const span = `${date === null ? '' : `${wordDay(date)}から`}${until === null ? '' : ` ${wordDay(until)}まで`}`
  return `${span.trim()}${reason === null ? '' : `: ${reason}`}`
}

/** Every column of the register, by its id; what a sheet shows is a list of ids. */
const columns = {
  number: text('番号', 12, ({ number }) => number),
  department: text('課', 26, ({ departmentName, department }) => departmentName ?? department),
  name: text('サービス名', 30, ({ name }) => name),
  plan: text('プラン', 16, ({ plan }) => plan),
  provider: text('提供者', 26, ({ provider }) => provider.name),
  corporateNumber: text('法人番号', 16, ({ provider }) => provider.corporateNumber),
  class: text('サービスの区分', 32, (row) => named('serviceClass', row.class)),
  category: text('サービスの種類', 20, ({ category }) => named('category', category)),
  networks: text('接続元', 28, wordNetworks),
  kinds: text('重要情報', 30, wordKinds),
  pricing: text('有料・無料', 12, ({ pricing }) => named('pricing', pricing)),
  form: text('様式', 8, ({ form }) => (form === null ? null : `様式${form}`)),
  status: text('状態', 14, ({ status }) => wordStatus(status)),
  outcome: text('判定', 16, ({ outcome }) => label('outcome', outcome)),
  start: day('利用開始日', ({ start }) => start),
  contractEnd: day('契約満了日', ({ contract }) => contract.end),
  endDate: day('利用終了日', ({ termination }) => termination?.date ?? null),
  decision: text('可否決定', 22, wordDecision),
  decisionDate: day('可否決定日', ({ decision }) => decision?.date ?? null),
  lastCheck: text('最後の点検の様式', 18, ({ lastCheck }) => (lastCheck === null ? null : `様式${lastCheck.form}`)),
  lastCheckDate: day('最後の点検日', ({ lastCheck }) => lastCheck?.date ?? null),
  checkedBy: text('点検者', 10, ({ lastCheck }) => lastCheck?.by ?? null),
  checkConfirmed: day('管理者の確認日', ({ lastCheck }) => lastCheck?.confirmed ?? null),
  checkOpen: number('一部実施・未実施の項目', ({ lastCheck }) => lastCheck?.open ?? null),
  lastConfirmation: day('最後の利用状況確認日', ({ lastConfirmation }) => lastConfirmation?.date ?? null),
  confirmationStatus: text('利用状況', 12, ({ lastConfirmation }) =>
    named('confirmationStatus', lastConfirmation?.status ?? null),
  ),
  nextDue: text('次にすること', 34, ({ nextDue }) => nextDue?.subject ?? null),
  nextDueDate: day('次の期限', ({ nextDue }) => nextDue?.due ?? null),
  nextDueState: text('期限の状態', 12, ({ nextDue }) => named('dueState', nextDue?.state ?? null)),
  nextCheck: text('次の点検', 20, ({ nextCheck }) => nextCheck?.subject ?? null),
  nextCheckDate: day('次の点検の期限', ({ nextCheck }) => nextCheck?.due ?? null),
  nextCheckState: text('点検の状態', 12, ({ nextCheck }) => named('dueState', nextCheck?.state ?? null)),
  nextConfirmation: day('次の利用状況確認の期限', (row) => row.nextConfirmation?.due ?? null),
  nextConfirmationState: text('利用状況確認の状態', 20, ({ nextConfirmation }) =>
    named('dueState', nextConfirmation?.state ?? null),
  ),
  conditions: text('利用の条件', 40, (row) => wordConditions(row).join(' ／ ')),
  permission: text('許可の記録', 40, wordPermission),
  permissionConditions: text('許可の条件', 40, (row) => wordPermissionConditions(row).join(' ／ ')),
  suspension: text('利用停止', 40, wordSuspension),
  reported: day('届出日', ({ termination }) => termination?.reported ?? null),
  endReason: text('終了の理由', 22, ({ termination }) => named('endReason', termination?.reason ?? null)),
  successor: text('後継のサービス', 24, ({ termination }) => termination?.successor ?? null),
  exported: text('情報の取出し', 14, ({ termination }) => marked(termination?.exported)),
  deleted: text('情報の消去', 14, ({ termination }) => marked(termination?.deleted)),
  certificate: text('消去証明書', 24, ({ termination }) => termination?.certificate ?? null),
  certificateDue: day('証明書の受領予定日', ({ termination }) => termination?.certificateDue ?? null),
  manager: text('外部サービス管理者', 22, ({ manager }) => manager),
  contact: text('担当者・内線', 22, ({ contact }) => contact),
  file: text('ファイル', 40, ({ file }) => file),
} satisfies Record<string, Column<RegisterRow>>

export type ColumnId = keyof typeof columns
export const columnsNamed = (ids: readonly ColumnId[]): Column<RegisterRow>[] => ids.map((id) => columns[id])

const head: readonly ColumnId[] = ['number', 'department', 'name']
// biome-ignore format: a list to read in one glance
const about: readonly ColumnId[] = [
  ...head, 'plan', 'provider', 'corporateNumber', 'class', 'category', 'networks', 'kinds', 'pricing', 'form', 'status',
  'start', 'contractEnd',
]
// biome-ignore format: the same
const after: readonly ColumnId[] = ['conditions', 'permission', 'permissionConditions', 'suspension', 'manager', 'contact', 'file']
const last: readonly ColumnId[] = ['lastCheck', 'lastCheckDate']
const next: readonly ColumnId[] = ['nextDue', 'nextDueDate', 'nextDueState']

/** The views of the register. A use that has ended stands in the last one only. */
export const views = {
  inUse: columnsNamed([...about, 'endDate', 'decision', 'decisionDate', ...last, ...next, ...after]),
  // biome-ignore format: the same
  checks: columnsNamed([
    ...head, 'kinds', 'form', 'status', ...last, 'checkedBy', 'checkConfirmed', 'checkOpen', 'nextCheck', 'nextCheckDate',
    'nextCheckState', 'lastConfirmation', 'confirmationStatus', 'nextConfirmation', 'nextConfirmationState', 'manager', 'file',
  ]),
  // biome-ignore format: the same
  ended: columnsNamed([
    ...head, 'provider', 'class', 'kinds', 'form', 'status', 'start', 'endDate', 'reported', 'endReason', 'successor', 'exported',
    'deleted', 'certificate', 'certificateDue', ...next, 'permission', 'file',
  ]),
  everything: columnsNamed([
    ...about,
    ...(['outcome', 'endDate', 'endReason', 'decision', 'decisionDate'] as const),
    ...last,
    ...next,
    ...after,
  ]),
}
