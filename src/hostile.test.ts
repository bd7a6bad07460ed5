import { expect, test } from 'vitest'
import { policies } from '../policies/index.ts'
import { checkService } from './check.ts'
import { parseSource } from './source/document.ts'
import { blameless } from './testing/blameless.ts'

const many = <Item>(length: number, item: (index: number) => Item): Item[] =>
  Array.from({ length }, (_, index) => item(index))
const important = { ...blameless.information, kinds: ['personal'] }
const form = (number: number) => ({ form: number, date: '2026-07-01', items: [] })

/** What YAML allows and has a fault at every place: as many as a file may have nodes, all of them on one line. */
const hostile: Record<string, object> = {
  選択肢にない値: { use: { ...blameless.use, networks: many(19_000, (index) => `x${index}`) } },
  同じ値: { use: { ...blameless.use, networks: many(19_000, () => 'internet') } },
  知らない項目: { use: { ...blameless.use, ...Object.fromEntries(many(9_000, (index) => [`x${index}`, 1])) } },
  打ち誤った項目: { use: { ...blameless.use, ...Object.fromEntries(many(9_000, (index) => [`scope${index}`, 1])) } },
  知らないリスク: { risks: many(3_000, (index) => ({ id: `common-oversigh${index}`, accepted: false })) },
  重なる別表の行: { information: important, criteria: many(3_000, () => ({ number: 1, result: 'unmet' })) },
  順の狂った点検: { information: important, checks: many(1_800, (index) => form(index % 2 === 0 ? 6 : 5)) },
}

test.each(Object.entries(hostile))('「%s」がいくつあっても、すぐに終える', (_, given) => {
  const source = parseSource('a.yml', JSON.stringify({ ...blameless, ...given }))
  expect(source.faults).toEqual([])
  // What the processor worked, not how long others kept it from working.
  const start = process.cpuUsage()
  expect(checkService(source, policies).diagnostics.length).toBeGreaterThan(0)
  const { user, system } = process.cpuUsage(start)
  // Far above what it takes (a second), so that only another order of growth fails.
  expect((user + system) / 1e6).toBeLessThan(5)
})
