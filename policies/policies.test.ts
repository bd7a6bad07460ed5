import { describe, expect, test } from 'vitest'
import { judge, readingOf } from '../src/check.ts'
import { blameless } from '../src/testing/blameless.ts'
import { testCalendarRule } from '../src/testing/calendar.ts'
import { testChangeRule } from '../src/testing/change.ts'
import { testRule } from '../src/testing/rule.ts'
import { calendarCases, cases } from './cases.ts'
import { policies, rules } from './index.ts'

test('blameless は、どの規則にも触れない', () => {
  expect(judge(readingOf(blameless), policies).filter(({ findings }) => findings.length > 0)).toEqual([])
})

for (const [id, rule] of Object.entries(rules)) {
  if (rule.scope === 'facts' || rule.scope === 'service') describe(id, () => testRule(id, rule, cases[id]!))
  if (rule.scope === 'calendar') describe(id, () => testCalendarRule(id, rule, calendarCases[id]!))
}

for (const [id, rule] of Object.entries(rules))
  if (rule.scope === 'change') describe(id, () => testChangeRule(id, cases[id]!))
