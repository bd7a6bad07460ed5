import { wordPermissionConditions, wordSuspension } from '../register/columns.ts'
import type { RegisterRow } from '../register/row.ts'
import { useStatuses, wordStatus } from '../register/status.ts'
import type { Register } from '../register.ts'
import { label } from '../vocabulary.ts'
import { wareki, weekday } from '../wareki.ts'
import { alignColumns } from './columns.ts'
import { oneLine } from './one-line.ts'
import { coloured, plain, type Style } from './style.ts'
import { wrap } from './wrap.ts'

type Screen = { width: number; colour: boolean }

const headings = ['番号', 'サービス', '重要情報', '状態', '次の期限', '次にすること']
const indent = '  '

/** For people: one line a use, under its section, and below it what holds only for this one. */
export function registerTerminal(register: Register, { width, colour }: Screen): string {
  const style = colour ? coloured : plain
  const { rows } = register
  const heading = [style('strong', wordHeading(register)), ...(rows.length === 0 ? [] : [wordCounts(rows)])]
  if (rows.length === 0) return `${heading[0]}\n`
  const [head = [], ...lines] = alignColumns([headings, ...rows.map(cellsOf)], width - indent.length)
  const body = lines.flatMap((cells, index) => [
    ...(rows[index - 1]?.department === rows[index]!.department ? [] : [wordDepartment(rows[index]!)]),
    ...cells.map((line) => paint(indent + line, rows[index]!, style)),
    ...remarks(rows[index]!).flatMap((remark) =>
      wrap(remark, width - indent.length * 3).map((line) => indent.repeat(3) + line),
    ),
  ])
  return `${[...heading, ...head.map((line) => style('faint', indent + line)), ...body].join('\n')}\n`
}

const wordDepartment = ({ departmentName, department }: RegisterRow): string =>
  oneLine(departmentName === null ? department : `${departmentName}（${department}）`)

/** 2026-12-01 令和8年12月1日（火） */
export const wordAsOf = (asOf: string): string => `${asOf} ${wareki(asOf)}（${weekday(asOf)}）`
const shortId = 8
export const wordAt = ({ at }: Register): string =>
  at === null ? '' : `${at.date} ${wareki(at.date)}までに取り込まれたもの（${at.commit.slice(0, shortId)}）`

const wordHeading = (register: Register): string => {
  const at = wordAt(register)
  return `${wordAsOf(register.asOf)}現在の台帳: ${register.rows.length}件${at === '' ? '' : `。${at}`}`
}

/** 利用中 40 ・ 利用停止 1 */
export const wordCounts = (rows: readonly RegisterRow[]): string =>
  useStatuses
    .map((status) => ({ status, count: rows.filter((row) => row.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${wordStatus(status)} ${count}`)
    .join(' ・ ')

const cellsOf = (row: RegisterRow): string[] =>
  [
    row.number ?? '-',
    row.name ?? row.file,
    wordImportance(row),
    wordStatus(row.status),
    row.nextDue === null ? '-' : `${row.nextDue.due} ${wareki(row.nextDue.due)}`,
    row.nextDue === null ? '-' : `${row.nextDue.subject}（${label('dueState', row.nextDue.state)}）`,
  ].map(oneLine)

function wordImportance({ kinds, form }: RegisterRow): string {
  if (kinds === null) return '-'
  return `${kinds.length > 0 ? 'あり' : 'なし'}${form === null ? '' : ` 様式${form}`}`
}

/** What nobody may overlook. */
export const remarks = (row: RegisterRow): string[] =>
  [
    ...(row.status === 'suspended' ? [`利用停止: ${wordSuspension(row)}`] : []),
    ...(row.permission?.state === 'unconfirmed' ? ['許可未確認の取込みがあります。'] : []),
    ...wordPermissionConditions(row).map((condition) => `許可の条件: ${condition}`),
  ].map(oneLine)

function paint(line: string, { status, nextDue }: RegisterRow, style: Style): string {
  if (['suspended', 'prohibited', 'rejected', 'unreadable'].includes(status)) return style('violation', line)
  if (status === 'ended') return style('faint', line)
  if (nextDue?.state === 'overdue') return style('violation', line)
  return nextDue?.state === 'due' ? style('judgement', line) : line
}
