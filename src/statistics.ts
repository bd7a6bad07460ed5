import { addDays, dayOf } from './calendar.ts'
import { byCodeUnit } from './diagnostic.ts'
import type { DueEntry } from './due.ts'
import type { RegisterRow } from './register/row.ts'
import { type UseStatus, useStatuses } from './register/status.ts'
import { idsOf, label } from './vocabulary.ts'
import { fiscalYear } from './wareki.ts'

/** Uses counted by what became of them, and by what the 年度 asks of them. */
export type Counts = {
  uses: number
  status: Record<UseStatus, number>
  important: number
  /** Uses with a check in the 年度 and nothing left in it, and those in which one is still due by its end. */
  checks: { done: number; open: number; overdue: number }
  /** The same for 利用状況の確認. */
  confirmations: { done: number; open: number; overdue: number }
}
export type Group = { id: string; name: string; counts: Counts }
export type Statistics = {
  asOf: string
  /** The year in which the 年度 of that day began. */
  fiscalYear: number
  total: Counts
  departments: Group[]
  classes: Group[]
  /** A use that has several kinds counts in each; `none` has none. */
  informationKinds: Group[]
}
/** A use, and all that falls due in it. */
export type Counted = { row: RegisterRow; due: readonly Pick<DueEntry, 'item' | 'due' | 'state'>[] }

type Year = { begins: string; ends: string }

export function countUses(counted: readonly Counted[], asOf: string): Statistics {
  const first = fiscalYear(asOf)
  const year = { begins: dayOf(first, 4, 1), ends: addDays(dayOf(first + 1, 4, 1), -1) }
  const group = (id: string, name: string, has: (row: RegisterRow) => boolean): Group => ({
    id,
    name,
    counts: countsOf(
      counted.filter(({ row }) => has(row)),
      year,
    ),
  })
  return {
    asOf,
    fiscalYear: first,
    total: countsOf(counted, year),
    departments: departmentsIn(counted).map(([id, name]) => group(id, name, ({ department }) => department === id)),
    classes: idsOf('serviceClass').map((id) => group(id!, label('serviceClass', id), (row) => row.class === id)),
    informationKinds: [
      ...idsOf('informationKind').map((id) =>
        group(id!, label('informationKind', id), ({ kinds }) => kinds?.some((kind) => kind === id) === true),
      ),
      group('none', '重要情報なし', ({ kinds }) => kinds?.length === 0),
    ],
  }
}

function departmentsIn(counted: readonly Counted[]): [id: string, name: string][] {
  const names = new Map(counted.map(({ row }) => [row.department, row.departmentName ?? row.department]))
  return [...names].sort(([a], [b]) => byCodeUnit(a, b))
}

function countsOf(counted: readonly Counted[], year: Year): Counts {
  const rows = counted.map(({ row }) => row)
  const count = (has: (row: RegisterRow) => boolean): number => rows.filter(has).length
  return {
    uses: rows.length,
    status: Object.fromEntries(
      useStatuses.map((status) => [status, count((row) => row.status === status)]),
    ) as Counts['status'],
    important: count(({ kinds }) => (kinds?.length ?? 0) > 0),
    checks: progressOf(counted, year, ({ lastCheck }) => lastCheck?.date ?? null, /^form[457]$/),
    confirmations: progressOf(counted, year, (row) => row.lastConfirmation?.date ?? null, /^confirmation$/),
  }
}

/** Open outweighs done: a use whose 様式4 is written and whose 様式5 is not has something left to do. */
function progressOf(
  counted: readonly Counted[],
  { begins, ends }: Year,
  lastOf: (row: RegisterRow) => string | null,
  items: RegExp,
): Counts['checks'] {
  const asked = counted.map(({ row, due }) => {
    const last = lastOf(row)
    const open = due.filter((one) => items.test(one.item) && one.due <= ends)
    return { open, isDone: open.length === 0 && last !== null && last >= begins && last <= ends }
  })
  return {
    done: asked.filter(({ isDone }) => isDone).length,
    open: asked.filter(({ open }) => open.length > 0).length,
    overdue: asked.filter(({ open }) => open.some(({ state }) => state === 'overdue')).length,
  }
}
