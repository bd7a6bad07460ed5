import { expect, test } from 'vitest'
import { choiceOf } from './choices.ts'
import { domains } from './generated/domains.ts'

test.each(Object.entries(domains))('%s のどの値にも、ただ一つの順番がある', (fact, values) => {
  expect(values.map((value) => choiceOf(fact, value))).toEqual(values.map((_, index) => index))
})
test('一覧の順序は問わず、もとの一覧も変えない', () => {
  const networks = ['mynumber', 'lgwan', 'internet']
  expect(choiceOf('/use/networks', networks)).toBe(6)
  expect(choiceOf('/use/networks', ['internet', 'mynumber', 'lgwan'])).toBe(6)
  expect(networks).toEqual(['mynumber', 'lgwan', 'internet'])
})
test.each([
  ['/service/class', 'クラウド'],
  ['/service/class', undefined],
  ['/service/class', ['cloud']],
  ['/service/pricing', null],
  ['/use/networks', []],
  ['/use/networks', 'internet'],
  ['/use/networks', ['internet', 'internet']],
  ['/use/networks', ['internet', null]],
  ['/use/generativeAi', 'true'],
  ['/use/governedBy', undefined],
  ['/service/name', 'x'],
])('%s は %j という値にならない', (fact, value) => expect(choiceOf(fact, value)).toBeUndefined())
