import { expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import type { CalendarCases, Difference } from '../cases.ts'
import { readingOf } from '../check.ts'
import { type Deadline, dueOf } from '../due.ts'
import type { CalendarRule } from '../rule.ts'
import { checkSchema } from '../schema.ts'
import { blameless, differing } from './blameless.ts'

/** Runs the cases of one calendar rule as the engine would, and looks at what this rule says. */
export function testCalendarRule(id: string, rule: CalendarRule, { none, due }: CalendarCases): void {
  for (const [name, { given, asOf }] of Object.entries(none))
    test(`○ ${name}`, () => expect(deadlines(id, given, asOf)).toEqual([]))
  for (const [name, { given, asOf, at, item, on, state }] of Object.entries(due))
    test(`× ${name}`, () => {
      const found = deadlines(id, given, asOf)
      expect(found).toMatchObject([{ pointer: at, item, due: on, state, section: rule.section }])
      expect(found[0]?.subject, '名詞で終わる').toMatch(/[^。]$/)
      expect(found[0]?.remedy, '一文で、句点で終わる').toMatch(/^[^。]+。$/)
      // It stands in calendars, on paper and in issues, where nobody has the file before him
      expect(found[0]?.remedy, 'キーの名前がない').not.toMatch(/\b[a-z]{3,}/)
    })
  test('期限の来る例がある', () => expect(Object.keys(due).length, rule.title).toBeGreaterThan(0))
}

function deadlines(id: string, given: Difference, asOf: string): Deadline[] {
  const value = differing(blameless, given)
  expect(checkSchema(value), 'a case is a use that the schema accepts').toEqual([])
  return dueOf('services/soumu/example.yml', readingOf(value), policies, asOf).filter(({ rule }) => rule === id)
}
