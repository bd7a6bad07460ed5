import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { sampleDay, sampleDeadlines } from '../testing/due.ts'
import { type DueReport, dueJson, dueTerminal, wordRemaining } from './due.ts'

const reportOf = (given: Partial<DueReport> = {}): DueReport => ({
  asOf: sampleDay,
  deadlines: sampleDeadlines,
  within: null,
  colour: false,
  ...given,
})
const openOnly = sampleDeadlines.filter(({ state }) => state === 'open')

test.each([
  ['findings', reportOf()],
  ['within', reportOf({ within: 45, deadlines: sampleDeadlines.filter(({ due }) => due <= '2027-01-15') })],
  ['open', reportOf({ deadlines: openOnly })],
  ['clean', reportOf({ deadlines: [] })],
  ['colour', reportOf({ colour: true })],
])('端末の %s', (name, report) => expect(dueTerminal(report)).toMatchFileSnapshot(`golden/due-${name}.terminal.out`))

test.each([
  ['findings', reportOf()],
  ['clean', reportOf({ deadlines: [] })],
])('json の %s', (name, report) => expect(dueJson(report)).toMatchFileSnapshot(`golden/due-${name}.json.out`))

test('json は契約どおりの順の鍵だけを持つ', () => {
  const { due, ...rest } = JSON.parse(dueJson(reportOf()))
  expect(rest).toEqual({ version: 1, asOf: sampleDay })
  for (const entry of due) expect(Object.keys(entry).join()).toBe('file,department,pointer,item,due,state,section')
})

test('どの行も、同じ桁から列が始まる', () => {
  const [, headings, ...rows] = dueTerminal(reportOf()).trimEnd().split('\n')
  const column = stringWidth(headings!.slice(0, headings!.indexOf('すること')))
  for (const row of rows.slice(0, -1)) {
    const task = sampleDeadlines.map(({ subject }) => subject).find((subject) => row.includes(`  ${subject}`))!
    expect(stringWidth(row.slice(0, row.indexOf(`  ${task}`) + 2)), row).toBe(column)
  }
})

test.each([
  ['2026-12-01', '今日'],
  ['2026-12-02', '1日'],
  ['2026-11-30', '1日超過'],
])('%s まで: %s', (due, words) => expect(wordRemaining(due, '2026-12-01')).toBe(words))
