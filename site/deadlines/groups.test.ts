import { expect, test } from 'vitest'
import { siteWith } from '../testing/folder.ts'
import { groupsOf } from './groups.ts'

const site = siteWith()

test('過ぎたものが先、あとは月ごとに日の順', () => {
  const groups = groupsOf({ ...site, asOf: '2027-01-10' })
  expect(groups[0]).toMatchObject({ id: 'past', title: '期限や目安日を過ぎたもの' })
  expect(groups[1]).toMatchObject({ id: 'month-2027-01', title: '令和9年1月（令和8年度）' })
  const days = groups.flatMap(({ tasks }) => tasks.map(({ due }) => due))
  expect(days).toEqual([...days].sort())
  for (const { id, tasks } of groups.slice(1)) for (const { due } of tasks) expect(id).toBe(`month-${due.slice(0, 7)}`)
  expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length)
})

test('その日が期限のものは、まだ過ぎていない', () => {
  const [first] = groupsOf(site)
  const due = first!.tasks[0]!.due
  expect(groupsOf({ ...site, asOf: due })[0]!.id).toBe(`month-${due.slice(0, 7)}`)
})

test('4月からは次の年度', () =>
  expect(groupsOf(site).find(({ id }) => id === 'month-2027-04')?.title).toBe('令和9年4月（令和9年度）'))

test('期限がなければ、何もない', () => expect(groupsOf({ uses: [], asOf: '2027-01-10' })).toEqual([]))
