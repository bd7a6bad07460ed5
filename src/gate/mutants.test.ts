import { expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import type { Pair } from '../change.ts'
import { renderComment } from '../comment/comment.ts'
import { keysOf } from '../pointer.ts'
import { parseSource, type SourceDocument } from '../source/document.ts'
import { guideline, inputOf } from '../testing/comment.ts'
import { fullest, oddities, pointersIn, replacedAt } from '../testing/fullest.ts'
import { gateCheckOf } from './checks.ts'
import { examine } from './examine.ts'
import type { Examination } from './types.ts'

const file = 'services/soumu/iken.yml'
const sourceOf = (value: unknown, path = file): SourceDocument =>
  parseSource(path, JSON.stringify(value, null, 1) ?? '')
const whole = sourceOf(fullest)

const judge = (pair: Pick<Pair, 'base' | 'head'>, register: SourceDocument[] = []): Examination =>
  examine(
    {
      classified: { subject: 'services', touchesPolicy: false },
      blockers: [],
      pairs: [{ file, ...pair }],
      register,
      digests: { engine: 'e'.repeat(64), rules: 'f'.repeat(64) },
    },
    policies,
  )

/** Judges a pull request and words everything that is published of it. */
function publish(examination: Examination): void {
  expect(renderComment(inputOf(examination), guideline)).toContain('## 自動点検：')
  expect(gateCheckOf(examination, () => null).summary).toContain('件のファイルを審査しました')
}

const mutants = pointersIn(fullest).map((pointer, index): unknown =>
  replacedAt(fullest, keysOf(pointer), [undefined, ...oddities][index % (oddities.length + 1)]),
)
/** What holds the names, and what holds nothing. */
const hollow = [
  ...['service', 'department', 'use', 'information'].flatMap((block) =>
    [undefined, null, 3, 'x', [], {}].map((odd) => replacedAt(fullest, [block], odd)),
  ),
  ...['x', 3, true, null, [], ['x'], {}, { service: {} }, { department: { name: 3 } }],
]

test.each([
  ['new', (head: SourceDocument) => judge({ base: null, head })],
  ['changed', (head: SourceDocument) => judge({ base: whole, head })],
  ['mended', (base: SourceDocument) => judge({ base, head: whole })],
  [
    'on main',
    (other: SourceDocument) => judge({ base: null, head: whole }, [{ ...other, file: 'services/koho/a.yml' }]),
  ],
])(
  'whatever stands in a file that is %s, the gate has an answer',
  (_, answer) => {
    for (const value of hollow) publish(answer(sourceOf(value)))
    for (const value of mutants) answer(sourceOf(value))
  },
  120_000,
)

test('and words for it', () => {
  for (const [index, value] of mutants.entries())
    if (index % 7 === 0) publish(judge({ base: whole, head: sourceOf(value) }))
}, 120_000)
