import { describe, expect, test } from 'vitest'
import { knowledge } from '../../policies/knowledge.ts'
import { columns, decisionsByExemption, decisionsByKind, decisionsByNetwork } from './decisions.ts'
import { cellOf } from './tables.ts'

const { policies, tables } = knowledge

describe('every class from every network', () => {
  test.each(decisionsByNetwork(policies))('$class × $network', ({ class: service, network, answers }) => {
    const { sign, condition } = cellOf(service, network, tables)
    answers.forEach((answer, index) => {
      const { kinds, pricing } = columns[index]!
      const important = kinds.length > 0
      const forbidden = sign === '×' || (important && pricing === 'free')
      expect(answer.outcome).toBe(forbidden ? 'prohibited' : 'application')
      const form = important ? 1 : 2
      expect(answer.form).toBe(forbidden ? null : form)
      expect(answer.informatizationPlan).toBe(!forbidden && (important || pricing === 'paid'))
      const counts = condition !== 'sensitive-care' || kinds.includes('special-care' as never)
      expect(answer.conditions).toEqual(!forbidden && condition !== null && counts ? [condition] : [])
      expect(answer.because.length > 0).toBe(forbidden || answer.conditions.length > 0)
    })
  })
})

test.each(decisionsByExemption(policies, tables))('$exemption is as the table of §9 says', ({
  exemption,
  without,
  within,
}) => {
  const row = tables.exemptions.rows.find(({ id }) => id === exemption)!
  expect(without.outcome).toBe('exempt')
  expect(within.outcome).toBe(row.important)
})

test('mail and storage of others are an exception to a principle', () => {
  const conditions = decisionsByKind(policies)
    .filter(({ category }) => category !== 'distribution')
    .map(({ arrangedByItSection, answers }) => [arrangedByItSection, answers[1]!.conditions])
  expect(conditions).toEqual([
    [false, ['principle-exception']],
    [true, []],
    [false, ['principle-exception']],
    [true, []],
  ])
})

test('what is published with consent may be free', () => {
  const outcomes = decisionsByKind(policies)
    .filter(({ category }) => category === 'distribution')
    .map(({ answers }) => answers[2]!.outcome)
  expect(outcomes).toEqual(['prohibited', 'application'])
})
