import fc from 'fast-check'
import { expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import { fullest, oddities, pointersIn } from '../testing/fullest.ts'
import { draftOf, withAnswer, withoutAnswer } from './draft.ts'
import { speaksOf } from './trials.ts'

const verdicts = ['violation', 'judgement', 'advice']
const start = draftOf(fullest)
const places = pointersIn(start)

test('前に見たことを覚えていても、初めて見るときと同じことを言う', () => {
  const step = fc.record({
    at: fc.constantFrom(...places),
    value: fc.constantFrom(undefined, null, false, ...oddities),
    back: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) => {
      const speaks = speaksOf(verdicts, policies, sheets)
      let draft = start
      for (const { at, value, back } of steps) {
        const tried = value === undefined ? withoutAnswer(draft, at) : withAnswer(draft, at, value)
        expect(speaks(tried)).toEqual(speaksOf(verdicts, policies, sheets)(tried))
        if (!back) draft = tried
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)
