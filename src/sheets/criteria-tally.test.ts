import { expect, test } from 'vitest'
import { criteria } from '../../policies/tables.ts'
import { answeredCriteria, tallyOf } from './criteria-tally.ts'

const rows = criteria.rows
const numberAt = (level: string, nth: number) => rows.filter((row) => row.level === level)[nth]!.number
const [must, high, otherHigh, low] = [
  numberAt('required', 0),
  numberAt('high', 0),
  numberAt('high', 1),
  numberAt('low', 0),
]

test('満たさないものが先、次に不要のもの、満たすものは後', () => {
  const entries = [
    { number: must, result: 'met' },
    { number: low, result: 'unmet' },
    { number: high, result: 'not-applicable' },
  ]
  const answered = answeredCriteria(rows, [must, high, otherHigh, low], entries)
  expect(answered.map(({ row }) => row.number)).toEqual([otherHigh, low, high, must])
  expect(tallyOf(answered)).toEqual([
    { level: 'required', asked: 1, results: { met: 1, unmet: 0, 'not-applicable': 0 }, unanswered: 0 },
    { level: 'high', asked: 2, results: { met: 0, unmet: 0, 'not-applicable': 1 }, unanswered: 1 },
    { level: 'low', asked: 1, results: { met: 0, unmet: 1, 'not-applicable': 0 }, unanswered: 0 },
  ])
})

test('求められていない行も、答えがあれば数える', () =>
  expect(answeredCriteria(rows, [], [{ number: low, result: 'met' }])).toHaveLength(1))
