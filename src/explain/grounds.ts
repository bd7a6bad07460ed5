import type { Pointer } from '../pointer.ts'
import type { Clause } from './knowledge.ts'

/** The sections whose clauses a field meets, or the block in which it stands, in the order of the guideline. */
export function sectionsOf(pointer: Pointer, clauses: readonly Clause[]): string[] {
  const met = clauses.filter((clause) =>
    [clause, ...(clause.also ?? [])].some(
      ({ met, by }) => met === 'field' && Array.isArray(by) && by.includes(pointer),
    ),
  )
  const parent = pointer.slice(0, pointer.lastIndexOf('/'))
  if (met.length === 0) return parent === '' ? [] : sectionsOf(parent, clauses)
  return [...new Set(met.map(({ section }) => section))].sort((a, b) => Number(a) - Number(b))
}
