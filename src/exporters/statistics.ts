import { useStatuses, wordStatus } from '../register/status.ts'
import type { Counts, Group, Statistics } from '../statistics.ts'

/** The shape that other programs read. */
export const statisticsJson = (statistics: Statistics): string =>
  `${JSON.stringify({ version: 1, ...statistics }, null, 2)}\n`

/** What is counted, in the order of the columns. */
export const measuresOf = ({
  uses,
  status,
  important,
  checks,
  confirmations,
}: Counts): [name: string, count: number][] => [
  ['利用', uses],
  ...useStatuses.map((id): [string, number] => [wordStatus(id), status[id]]),
  ['重要情報あり', important],
  ['点検済み', checks.done],
  ['点検の残り', checks.open],
  ['点検の期限超過', checks.overdue],
  ['利用状況確認済み', confirmations.done],
  ['利用状況確認の残り', confirmations.open],
  ['利用状況確認の期限超過', confirmations.overdue],
]

/** The groups, and by what they are made. */
export const groupsOf = ({
  departments,
  classes,
  informationKinds,
}: Statistics): [by: string, groups: readonly Group[]][] => [
  ['課', departments],
  ['サービスの区分', classes],
  ['取り扱う情報の種類', informationKinds],
]

/** One row a group, the headings first. */
export function statisticsTable(statistics: Statistics): string[][] {
  const { total, asOf, fiscalYear } = statistics
  const all: [string, readonly Group[]] = ['全体', [{ id: '', name: '全体', counts: total }]]
  return [
    ['基準日', '年度', '分類', 'id', '名称', ...measuresOf(total).map(([name]) => name)],
    ...[all, ...groupsOf(statistics)].flatMap(([by, groups]) =>
      groups.map(({ id, name, counts }) => [
        ...[asOf, String(fiscalYear), by, id, name],
        ...measuresOf(counts).map(([, count]) => String(count)),
      ]),
    ),
  ]
}
