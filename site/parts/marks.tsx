import type { DueState } from '../../src/generated/service.ts'
import { alarmsOf, wordAlarm } from '../../src/register/alarms.ts'
import type { RegisterRow } from '../../src/register/row.ts'
import { type UseStatus, wordStatus } from '../../src/register/status.ts'
import { label } from '../../src/vocabulary.ts'
import { Chip, type Tone } from './chip.tsx'

const statusTones: Record<UseStatus, Tone> = {
  'in-use': 'good',
  'not-begun': 'info',
  applied: 'info',
  rejected: 'bad',
  suspended: 'bad',
  exempt: 'neutral',
  'out-of-scope': 'neutral',
  prohibited: 'bad',
  incomplete: 'warning',
  unreadable: 'warning',
  ended: 'neutral',
}
export const StatusMark = ({ status }: { status: UseStatus }) => (
  <Chip tone={statusTones[status]}>{wordStatus(status)}</Chip>
)

const dueTones: Record<DueState, Tone> = { open: 'neutral', soon: 'info', due: 'warning', overdue: 'bad' }
export const DueMark = ({ state }: { state: DueState }) => (
  <Chip tone={dueTones[state]}>{label('dueState', state)}</Chip>
)

/** What nobody may overlook, but for what the mark of the status says already. */
export const AlarmMarks = ({ row }: { row: RegisterRow }) => (
  <>
    {alarmsOf(row)
      .filter((alarm) => alarm !== row.status)
      .map((alarm) => (
        <Chip key={alarm} tone="bad">
          {wordAlarm(alarm)}
        </Chip>
      ))}
  </>
)
