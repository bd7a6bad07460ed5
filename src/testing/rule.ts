import { expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import { judge, readingOf } from '../check.ts'
import type { Finding, Rule } from '../rule.ts'
import { checkSchema } from '../schema.ts'
import { blameless, differing } from './blameless.ts'
import type { Cases, Difference } from './cases.ts'

/** Runs the cases of one rule of scope facts or service as the engine would, and looks at what this rule says. */
export function testRule(id: string, rule: Rule, { passes, fails }: Cases): void {
  for (const [name, given] of Object.entries(passes)) test(`○ ${name}`, () => expect(findings(id, given)).toEqual([]))
  for (const [name, { given, at, verdict }] of Object.entries(fails))
    test(`× ${name}`, () => {
      const found = findings(id, given)
      expect(found).toMatchObject([{ at, verdict }])
      expect(found[0]?.message, '一文で、句点で終わる').toMatch(/^[^。]+。$/)
      expect(found[0]?.remedy ?? '直し方。', '句点で終わる').toMatch(/。$/)
    })
  test('失敗する例がある', () => expect(Object.keys(fails).length, rule.title).toBeGreaterThan(0))
}

function findings(id: string, given: Difference): Finding[] {
  const value = differing(blameless, given)
  expect(checkSchema(value), 'a case is a use that the schema accepts').toEqual([])
  return judge(readingOf(value), policies).find((judged) => judged.id === id)?.findings ?? []
}
