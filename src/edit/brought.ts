import { judgeChanges } from '../change.ts'
import { checkService } from '../check.ts'
import { byPosition, type Diagnostic } from '../diagnostic.ts'
import type { Policies } from '../rule.ts'
import type { SourceDocument } from '../source/document.ts'

/** What an edit brings: findings that were not there before, and what the rules on changes say of it. */
export function broughtBy(before: SourceDocument, after: SourceDocument, policies: Policies): Diagnostic[] {
  const known = new Set(checkService(before, policies).diagnostics.map(nameOf))
  const found = checkService(after, policies).diagnostics.filter((diagnostic) => !known.has(nameOf(diagnostic)))
  const { diagnostics } = judgeChanges([{ file: after.file, base: before, head: after }], policies)
  return [...found, ...diagnostics].sort(byPosition)
}

const nameOf = ({ rule, pointer, message }: Diagnostic): string => JSON.stringify([rule, pointer, message])
