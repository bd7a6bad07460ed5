import { describe, expect, test } from 'vitest'
import { policies } from '../policies/index.ts'
import { readingOf } from './check.ts'
import { type DueEntry, dueOf } from './due.ts'
import { measuresOf, statisticsTable } from './exporters/statistics.ts'
import type { RegisterRow } from './register/row.ts'
import { statisticsTerminal } from './reporters/statistics.ts'
import { type Counted, countUses } from './statistics.ts'
import { sampleDay } from './testing/due.ts'
import { sampleRegister, sampleSources } from './testing/register.ts'

const { rows } = sampleRegister()
const all: Counted[] = rows.map((row) => {
  const source = sampleSources.find(({ file }) => file === row.file)!
  return { row, due: source.readable ? dueOf(row.file, readingOf(source.value), policies, sampleDay) : [] }
})
const statistics = countUses(all, sampleDay)

const counted = (last: string | null, due: Pick<DueEntry, 'item' | 'due' | 'state'>[]): Counted => {
  const lastCheck = last === null ? null : ({ date: last } as RegisterRow['lastCheck'])
  return { row: { ...rows[0]!, lastCheck }, due }
}
const open = (due: string, state: DueEntry['state'] = 'open', item: DueEntry['item'] = 'form5') => ({
  item,
  due,
  state,
})

describe('年度の点検', () => {
  test.each<[string, Counted, string, object]>([
    ['済み', counted('2026-04-01', [open('2027-04-01')]), '2026-12-01', { done: 1, open: 0, overdue: 0 }],
    ['年度末までに残る', counted('2026-03-31', [open('2027-03-31')]), '2026-12-01', { done: 0, open: 1, overdue: 0 }],
    ['来年度でよい', counted('2026-03-31', [open('2027-04-01')]), '2026-12-01', { done: 0, open: 0, overdue: 0 }],
    [
      '前の年度から遅れている',
      counted(null, [open('2025-07-01', 'overdue')]),
      '2026-12-01',
      { done: 0, open: 1, overdue: 1 },
    ],
    [
      '片方だけ済み',
      counted('2026-06-28', [open('2026-07-01', 'due')]),
      '2026-12-01',
      { done: 0, open: 1, overdue: 0 },
    ],
    [
      'ほかの期限は数えない',
      counted(null, [open('2026-12-31', 'soon', 'evidence')]),
      '2026-12-01',
      { done: 0, open: 0 },
    ],
    ['3月31日は前の年度', counted('2026-04-01', [open('2027-04-01')]), '2026-03-31', { done: 0, open: 0 }],
  ])('%s', (_, one, asOf, checks) => expect(countUses([one], asOf).total.checks).toMatchObject(checks))
})

test('どの分け方でも、足せば全体になる', () => {
  const { total, departments, informationKinds } = statistics
  const sum = (groups: typeof departments) => groups.reduce((count, { counts }) => count + counts.uses, 0)
  expect(total.uses).toBe(rows.length)
  expect(sum(departments)).toBe(rows.length)
  expect(Object.values(total.status).reduce((a, b) => a + b)).toBe(rows.length)
  // Two kinds in one use, and two files that say nothing of theirs.
  expect(sum(informationKinds)).toBeGreaterThanOrEqual(rows.filter(({ kinds }) => kinds !== null).length)
  expect(informationKinds.find(({ id }) => id === 'special-care')!.counts.uses).toBe(1)
  expect(statistics.fiscalYear).toBe(2026)
})

test('表は、見出しと同じ列を持つ', () => {
  const [head = [], ...body] = statisticsTable(statistics)
  for (const row of body) expect(row).toHaveLength(head.length)
  expect(body[0]!.slice(0, 6)).toEqual(['2026-12-01', '2026', '全体', '', '全体', String(rows.length)])
  expect(measuresOf(statistics.total).map(([name]) => name)).toEqual(head.slice(5))
})

test('端末の集計', async () => {
  const text = statisticsTerminal(statistics, { width: 100, colour: false })
  await expect(text).toMatchFileSnapshot('reporters/golden/statistics.out')
})
