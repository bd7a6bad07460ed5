import { label } from '../vocabulary.ts'
import { permissions } from './columns.ts'
import type { RegisterRow } from './row.ts'
import { wordStatus } from './status.ts'

/** What nobody who looks at the register may overlook, worst first. */
export const alarms = ['suspended', 'unconfirmed', 'overdue'] as const
export type Alarm = (typeof alarms)[number]

export const alarmsOf = ({ status, permission, nextDue }: RegisterRow): Alarm[] => {
  const holds = {
    suspended: status === 'suspended',
    unconfirmed: permission?.state === 'unconfirmed',
    overdue: nextDue?.state === 'overdue',
  }
  return alarms.filter((alarm) => holds[alarm])
}

const words: Record<Alarm, string> = {
  suspended: wordStatus('suspended'),
  unconfirmed: permissions.unconfirmed,
  overdue: label('dueState', 'overdue'),
}
export const wordAlarm = (alarm: Alarm): string => words[alarm]
