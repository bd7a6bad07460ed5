import type { ComponentChildren } from 'preact'
import type { Pointer } from '../../src/pointer.ts'
import { type PublicColumn, periodOf, periods, publicColumns } from '../../src/publication.ts'
import { oneLine } from '../../src/reporters/one-line.ts'
import { useLink } from '../links.ts'
import { Chip } from '../parts/chip.tsx'
import { Day } from '../parts/day.tsx'
import { Link } from '../parts/link.tsx'
import type { Use } from '../site.ts'
import type { PageColumn } from './column.ts'

type Given = Pick<PageColumn<Use>, 'width'> & Partial<Pick<PageColumn<Use>, 'id' | 'isShown' | 'rank'>>

/** What is known of the columns; what the schema marks public besides comes behind them, hidden at first. */
const given: Readonly<Record<Pointer, Given>> = {
  '/service/name': { id: 'name', width: 'large', isShown: true },
  '/department/name': { id: 'department', width: 'large', isShown: true, rank: 'department' },
  '/use/purpose': { id: 'purpose', width: 'large', isShown: true },
  '/information/kinds': { id: 'kinds', width: 'medium', isShown: true },
  '/service/provider/name': { id: 'provider', width: 'medium', isShown: true },
  '/service/class': { id: 'class', width: 'medium', rank: 'class' },
  '/use/period/start': { id: 'start', width: 'medium' },
  '/use/period/end': { id: 'end', width: 'medium' },
  '/termination/date': { id: 'ended', width: 'medium' },
  '/service/category': { id: 'category', width: 'medium', rank: 'category' },
  '/service/pricing': { id: 'pricing', width: 'small', rank: 'pricing' },
}
const order = Object.keys(given)
const placeOf = ({ pointer }: PublicColumn): number => (order.includes(pointer) ? order.indexOf(pointer) : order.length)

/** The columns of the public register, made of what the schema marks and of the day. */
export const publicUseColumns = (asOf: string): PageColumn<Use>[] => {
  const columns = [...publicColumns].sort((a, b) => placeOf(a) - placeOf(b)).map(pageColumn)
  return [...columns.slice(0, 5), period(asOf), ...columns.slice(5)]
}

function pageColumn(column: PublicColumn): PageColumn<Use> {
  const { pointer, heading, kind, of } = column
  const { id = pointer.slice(1).replaceAll('/', '-'), isShown = false, ...more } = given[pointer] ?? { width: 'medium' }
  const cell = ({ path, source }: Use): ComponentChildren => {
    const value = of(source.value)
    if (id === 'name') return <Link to={useLink(path)}>{oneLine(String(value ?? '名称の記載なし'))}</Link>
    if (value === null) return null
    return kind === 'day' ? <Day day={String(value)} /> : oneLine(String(value))
  }
  return { id, heading, isShown, cell, ...more }
}

const period = (asOf: string): PageColumn<Use> => ({
  id: 'status',
  heading: '利用期間',
  width: 'small',
  isShown: true,
  rank: 'status',
  cell: ({ source }) => <Chip tone="neutral">{periods[periodOf(source.value, asOf)]}</Chip>,
})
