import type { Deadline } from '../due.ts'
import { wordStatus } from '../register/status.ts'
import { wordRemaining } from '../reporters/due.ts'
import { visible } from '../reporters/visible.ts'
import { label } from '../vocabulary.ts'
import { wareki } from '../wareki.ts'

const headings = [
  '期限',
  '期限（和暦）',
  '残り',
  '状態',
  '課',
  'サービス名',
  '内容',
  'すること',
  '節',
  'ファイル',
  '項目',
  '利用停止',
]

/** What falls due, as the rows of a sheet, the headings first. */
export const dueTable = (deadlines: readonly Deadline[], asOf: string): string[][] => [
  headings,
  ...deadlines.map(({ due, state, departmentName, service, subject, remedy, section, file, pointer, suspended }) => [
    due,
    wareki(due),
    wordRemaining(due, asOf),
    label('dueState', state),
    ...[visible(departmentName), visible(service), subject, remedy, section, file, pointer],
    suspended ? wordStatus('suspended') : '',
  ]),
]
