import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { unknownReason, wordingOf } from './reasons.ts'

const library = readFileSync(fileURLToPath(import.meta.resolve('js-yaml')), 'utf8')
// What the reader calls: parseEvents. The constructor and the dumper have reasons of their own, which nobody can meet here.
const parser = library.split('//#region src/parser/parser.ts')[1]?.split('//#endregion')[0] ?? ''
const calls = parser.match(/throwError\(state, (?!message\))|throwAt\(input,|new YAMLException\(/g) ?? []
const reasons = [
  ...parser.matchAll(/(?:throwError\(state, |throwAt\(input, nullpos, )(["`])((?:\\.|(?!\1).)*)\1/g),
].map(([, , reason]) => reason ?? '')

test('パーサーの文はどれも拾えている', () => {
  expect(reasons.length).toBeGreaterThan(50)
  expect(reasons).toHaveLength(calls.length)
})

test.each(reasons)('%s', (reason) => {
  const wording = wordingOf(reason)
  expect(wording?.message).toMatch(/^[^。]+。$/)
  expect(wording?.remedy).toMatch(/^[^。]+。$/)
})

test('知らない文にも日本語がある', () => {
  expect(wordingOf('something new')).toBeUndefined()
  expect(unknownReason.message).toMatch(/^[^。]+。$/)
})
