import { expect, test } from 'vitest'
import { parseAnswer, refusalOf } from './ask.ts'

test.each([
  ['', 'string', undefined],
  ['　', 'integer', undefined],
  [' 総務課 ', 'string', '総務課'],
  ['１，２００', 'integer', 1200],
  ['12人', 'integer', '12人'],
  ['R8.4.1', 'date', '2026-04-01'],
  ['令和８年４月１日', 'date', '2026-04-01'],
  ['2026/4/1', 'date', '2026-04-01'],
  ['あした', 'date', 'あした'],
])('%s を %s として読む', (written, type, value) => expect(parseAnswer(written, { type })).toBe(value))

test('refusalOf speaks of the one field, whatever else is missing', () => {
  expect(refusalOf('/use/networks', ['internet'])).toBeUndefined()
  expect(refusalOf('/use/networks', [])).toMatch(/1つ以上/)
  expect(refusalOf('/information/kinds', [])).toBeUndefined()
  expect(refusalOf('/service/provider/corporateNumber', '12')).toMatch(/法人番号/)
  expect(refusalOf('/use/period/start', 'あした')).toMatch(/。/)
})
