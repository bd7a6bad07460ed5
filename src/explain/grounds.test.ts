import { expect, test } from 'vitest'
import { knowledge } from '../../policies/knowledge.ts'
import { fields } from '../generated/fields.ts'
import { sectionsOf } from './grounds.ts'

test.each([
  ['/information/kinds', ['1', '3', '9']],
  ['/use/places', ['4']],
  ['/contract/cost/annual', ['8']],
  ['/service/plan', []],
])('%s の根拠は %j', (pointer, expected) => expect(sectionsOf(pointer, knowledge.clauses)).toEqual(expected))

test('どの項目の根拠も、ガイドラインの節で、順に並ぶ', () => {
  const known = knowledge.sections.map(({ number }) => number)
  for (const pointer of Object.keys(fields)) {
    const found = sectionsOf(pointer, knowledge.clauses)
    expect(found).toEqual(known.filter((number) => found.includes(number)))
  }
})
