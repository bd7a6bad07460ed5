import { expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import { judgeChanges } from '../change.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { checkSchema } from '../schema.ts'
import { parseSource, type SourceDocument } from '../source/document.ts'
import { blameless, differing } from './blameless.ts'
import type { Cases, Difference } from './cases.ts'

const file = 'services/soumu/iken.yml'

/** Runs the cases of a rule on changes as the engine would; what is given is two states. */
export function testChangeRule(id: string, { passes, fails }: Cases): void {
  for (const [name, given] of Object.entries(passes)) test(`○ ${name}`, () => expect(said(id, given)).toEqual([]))
  for (const [name, { given, at, verdict }] of Object.entries(fails))
    test(`× ${name}`, () => {
      const found = said(id, given)
      expect(found).toMatchObject([{ file, pointer: at, verdict }])
      expect(found[0]?.message, '一文で、句点で終わる').toMatch(/^[^。]+。$/)
      expect(found[0]?.remedy ?? '直し方。', '句点で終わる').toMatch(/。$/)
    })
}

function said(id: string, { base, head }: Difference): Diagnostic[] {
  const pair = { file, base: stateOf(base), head: stateOf(head) }
  return judgeChanges([pair], policies).diagnostics.filter(({ rule }) => rule === id)
}

function stateOf(given: unknown): SourceDocument | null {
  if (given === null) return null
  const value = differing(blameless, given)
  expect(checkSchema(value), 'a case is a use that the schema accepts').toEqual([])
  return parseSource(file, JSON.stringify(value, null, 2))
}
