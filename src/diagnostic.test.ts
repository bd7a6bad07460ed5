import { expect, test } from 'vitest'
import { byPosition, type Diagnostic } from './diagnostic.ts'

const diagnostic = (given: Partial<Diagnostic>): Diagnostic => ({
  file: 'a',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  pointer: '',
  rule: 'yaml',
  verdict: 'violation',
  message: '',
  remedy: null,
  section: null,
  ...given,
})

test('ファイル、行、列、規則の順に並ぶ', () => {
  const ordered = [
    diagnostic({ file: 'Z', line: 9 }),
    diagnostic({ line: 2, column: 3, rule: 'a', pointer: '/b' }),
    diagnostic({ line: 2, column: 3, rule: 'b', pointer: '/a' }),
    diagnostic({ line: 2, column: 10 }),
    diagnostic({ line: 10 }),
    diagnostic({ file: 'あ' }),
  ]
  expect(ordered.toReversed().sort(byPosition)).toEqual(ordered)
  expect(byPosition(ordered[0]!, ordered[0]!)).toBe(0)
})

test('同じ規則の同じ場所の指摘は、表の順のままである', () => {
  const [third, tenth] = [diagnostic({ message: 'No.3' }), diagnostic({ message: 'No.10' })]
  expect([third, tenth].sort(byPosition)).toEqual([third, tenth])
})
