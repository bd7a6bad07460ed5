import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { policies } from '../policies/index.ts'
import { assess, assessAnswers } from './assess.ts'
import { checkService } from './check.ts'
import type { Diagnostic } from './diagnostic.ts'
import { checkCalendar } from './due.ts'
import { keysOf, type Pointer } from './pointer.ts'
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
  report(diagnostics, text)
  const lines = source.text.split(/\r\n|\n|\r/)
  const told = diagnostics.map(({ pointer, rule, message }) => `${pointer} ${rule} ${message}`)
  return [
    ...diagnostics
      .filter((diagnostic) => !isInside(diagnostic, lines))
      .map(({ rule, pointer }) => `${rule} ${pointer}`),
    ...told.filter((one, index) => told.indexOf(one) !== index),
  ]
}

const reported = new Set<string>()

/** Each sentence once: to measure Japanese letters takes far longer than to judge. */
function report(all: readonly Diagnostic[], text: string): void {
  const diagnostics = all.filter(({ message }) => !reported.has(message))
  for (const { message } of diagnostics) reported.add(message)
  terminal({ diagnostics, files: 1, textOf: () => text, titleOf: () => null, site: null, width: 80, colour: false })
}

function isInside({ line, column, endLine, endColumn }: Diagnostic, lines: readonly string[]): boolean {
  const [first, last] = [lines[line - 1], lines[endLine - 1]]
  if (first === undefined || last === undefined || column < 1 || column > first.length + 1) return false
  return (line < endLine || column <= endColumn) && line <= endLine && endColumn >= 1 && endColumn <= last.length + 1
}

const written = (value: unknown): string => JSON.stringify(value, null, 1) ?? ''
const flawsOfMutant = (value: unknown, pointer: Pointer, odd: unknown): [Pointer, unknown, string[]] => [
  pointer,
  odd,
  flawsOf(written(replacedAt(value, keysOf(pointer), odd))),
]
const isFlawed = ([, , flaws]: [Pointer, unknown, string[]]): boolean => flaws.length > 0

test('どの項目にどんな値があっても、止まらず、場所を示し、同じことを二度は言わない', () => {
  const odd = [undefined, null, 0, '', [], {}, 'あ', true, [null], oddities.at(-1)]
  const mutants = pointersIn(fullest).flatMap((pointer) => odd.map((one) => flawsOfMutant(fullest, pointer, one)))
  expect(mutants.filter(isFlawed)).toEqual([])
}, 60_000)

test('記録の多いファイルでも、同じである', () => {
  const { value } = parseSource(file, readFileSync('services/sports/koza-moushikomi.yml', 'utf8'))
  const mutants = pointersIn(value).map((pointer, index) =>
    flawsOfMutant(value, pointer, oddities[index % oddities.length]),
  )
  expect(mutants.filter(isFlawed)).toEqual([])
}, 60_000)

test('項目を二つ同時に変えても、同じである', () => {
  const places = pointersIn(fullest).map(keysOf)
  const change = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...oddities))
  fc.assert(
    fc.property(change, change, ([first, one], [second, other]) => {
      expect(flawsOf(written(replacedAt(replacedAt(fullest, first, one), second, other)))).toEqual([])
    }),
    { numRuns: 200 },
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
    fc.property(yamlish, (parts) => {
      expect(flawsOf(parts.join(''))).toEqual([])
    }),
    { numRuns: 300 },
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
    { numRuns: 60 },
  )
})
