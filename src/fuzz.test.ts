import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { policies } from '../policies/index.ts'
import { assess, assessAnswers } from './assess.ts'
import { checkService } from './check.ts'
import type { Diagnostic } from './diagnostic.ts'
import { checkCalendar } from './due.ts'
import { keysOf } from './pointer.ts'
import { terminal } from './reporters/terminal.ts'
import { parseSource } from './source/document.ts'
import { fullest, oddities, pointersIn, replacedAt } from './testing/fullest.ts'
import { flawsInMessage } from './testing/sentences.ts'

const file = 'services/soumu/example.yml'

/** Judges and reports a text as the commands do; returns what is wrong with the result. */
function flawsOf(text: string): string[] {
  const source = parseSource(file, text)
  const diagnostics = [...checkService(source, policies).diagnostics, ...checkCalendar(source, policies, '2026-12-01')]
  assess(source.value, policies)
  terminal({ diagnostics, files: 1, textOf: () => text, titleOf: () => null, width: 80, colour: false })
  const lines = source.text.split(/\r\n|\n|\r/)
  const told = diagnostics.map(({ pointer, rule, message }) => `${pointer} ${rule} ${message}`)
  return [
    ...diagnostics
      .filter((diagnostic) => !isInside(diagnostic, lines))
      .map(({ rule, pointer }) => `${rule} ${pointer}`),
    ...told.filter((one, index) => told.indexOf(one) !== index),
  ]
}

function isInside({ line, column, endLine, endColumn }: Diagnostic, lines: readonly string[]): boolean {
  const [first, last] = [lines[line - 1], lines[endLine - 1]]
  if (first === undefined || last === undefined || column < 1 || column > first.length + 1) return false
  return (line < endLine || column <= endColumn) && line <= endLine && endColumn >= 1 && endColumn <= last.length + 1
}

const written = (value: unknown): string => JSON.stringify(value, null, 1) ?? ''
const flawsOfMutants = (value: unknown, odd: readonly unknown[]): [unknown, unknown, string[]][] =>
  pointersIn(value).flatMap((pointer) =>
    odd
      .map((one): [unknown, unknown, string[]] => [
        pointer,
        one,
        flawsOf(written(replacedAt(value, keysOf(pointer), one))),
      ])
      .filter(([, , flaws]) => flaws.length > 0),
  )

test('どの項目にどんな値があっても、止まらず、場所を示し、同じことを二度は言わない', () => {
  expect(flawsOfMutants(fullest, oddities)).toEqual([])
})

test('記録の多いファイルでも、同じである', () => {
  const text = readFileSync('services/joho-seisaku/zeimu-kiban.yml', 'utf8')
  const { value } = parseSource(file, text)
  expect(flawsOfMutants(value, [undefined, '', 'あ', [{}]])).toEqual([])
})

test('項目を二つ同時に変えても、同じである', () => {
  const places = pointersIn(fullest).map(keysOf)
  const change = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...oddities))
  fc.assert(
    fc.property(change, change, ([first, one], [second, other]) => {
      const changed = replacedAt(fullest, first, one)
      const isThere = typeof changed === 'object' && changed !== null
      expect(flawsOf(written(isThere ? replacedAt(changed, second, other) : changed))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

/** Pieces of files, and what makes a reader stumble. */
const pieces = [
  ...['service:\n', '  name: x\n', '  class: cloud\n', 'use:\n', '  networks: [lgwan, internet]\n', 'information:\n'],
  ...[
    '  kinds: []\n',
    '- ',
    '  - ',
    ': ',
    '？',
    '　',
    '：',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '#',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
  ],
  ...['&a ', '*a', '!!', '!x ', '|\n', '>-\n', '---\n', '...\n', '%YAML 1.2\n', '<<: ', '? ', ', ', '~', 'null', '0x1'],
  ...[
    '1e9',
    '.nan',
    '-.inf',
    'true',
    '2026-04-01',
    '令和8年',
    '\u0000',
    '\u001b[31m',
    '\u202e',
    '\ufeff',
    '𠮷',
    '\ud842',
  ],
]
const yamlish = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 30 })

test('どんな文字の列でも、止まらず、場所を示し、同じことを二度は言わない', () => {
  fc.assert(
    fc.property(yamlish, (parts) => expect(flawsOf(parts.join(''))).toEqual([])),
    { numRuns: 3000 },
  )
})

test('読めない文字の列には、日本語の一文がある', () => {
  fc.assert(
    fc.property(yamlish, (parts) => {
      const { faults } = parseSource(file, parts.join(''))
      for (const { message } of faults) expect(flawsInMessage(message), message).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('どんな値でも、判定は止まらない', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom('service', 'use', 'information'), (value, block) => {
      for (const given of [value, { [block]: value }]) {
        expect(assess(given, policies).outcome).toBeTypeOf('string')
        expect(assessAnswers(given, policies).outcome).toBeTypeOf('string')
      }
    }),
    { numRuns: 200 },
  )
})
