import type { ComponentChildren } from 'preact'
import { type ColumnId, columnsNamed } from '../../src/register/columns.ts'
import { oneLine } from '../../src/reporters/one-line.ts'
import { useLink } from '../links.ts'
import { Day } from '../parts/day.tsx'
import { Link } from '../parts/link.tsx'
import { AlarmMarks, DueMark, StatusMark } from '../parts/marks.tsx'
import type { Use } from '../site.ts'
import type { PageColumn } from './column.ts'
import type { Facet } from './state.ts'

type Given = Pick<PageColumn<Use>, 'width'> & { rank?: Facet; cell?(use: Use): ComponentChildren; isShown?: true }

/** The columns in the order of the page: what they are called and what they say is the register's own. */
const given: readonly (readonly [id: ColumnId, Given])[] = [
  ['number', { width: 'small', isShown: true }],
  ['name', { width: 'large', isShown: true, cell: (use) => <Name use={use} /> }],
  ['department', { width: 'large', isShown: true, rank: 'department' }],
  ['kinds', { width: 'medium', isShown: true }],
  ['status', { width: 'small', isShown: true, rank: 'status', cell: ({ row }) => <StatusMark status={row.status} /> }],
  ['nextDue', { width: 'large', isShown: true }],
  ['nextDueDate', { width: 'medium', isShown: true, cell: (use) => <NextDue use={use} /> }],
  ['provider', { width: 'medium' }],
  ['plan', { width: 'medium' }],
  ['class', { width: 'medium', rank: 'class' }],
  ['category', { width: 'medium', rank: 'category' }],
  ['networks', { width: 'medium' }],
  ['pricing', { width: 'small', rank: 'pricing' }],
  ['form', { width: 'small' }],
  ['start', { width: 'medium' }],
  ['contractEnd', { width: 'medium' }],
  ['lastCheck', { width: 'small' }],
  ['lastCheckDate', { width: 'medium' }],
  ['checkOpen', { width: 'small' }],
  ['lastConfirmation', { width: 'medium' }],
  ['conditions', { width: 'large' }],
  ['permission', { width: 'large' }],
  ['manager', { width: 'medium' }],
]

export const useColumns: readonly PageColumn<Use>[] = given.map(([id, { isShown = false, ...more }]) => {
  const column = columnsNamed([id])[0]!
  const plain = ({ row }: Use): ComponentChildren => {
    const value = column.of(row)
    if (value === null || value === '') return null
    return column.kind === 'day' ? <Day day={String(value)} /> : oneLine(String(value))
  }
  return { id, heading: column.heading, isShown, cell: plain, ...more }
})

const Name = ({ use: { path, row } }: { use: Use }) => (
  <>
    <Link to={useLink(path)}>{oneLine(row.name ?? row.file)}</Link>
    <AlarmMarks row={row} />
    {row.provider.name !== null && <div class="note">{oneLine(row.provider.name)}</div>}
  </>
)

const NextDue = ({ use: { row } }: { use: Use }) =>
  row.nextDue === null ? null : (
    <>
      <Day day={row.nextDue.due} /> <DueMark state={row.nextDue.state} />
    </>
  )
