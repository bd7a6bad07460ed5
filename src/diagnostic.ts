import type { Pointer } from './pointer.ts'

export type Verdict = 'violation' | 'judgement' | 'advice'

/** 1-based, in UTF-16 code units; `endColumn` is exclusive. */
export type Range = { line: number; column: number; endLine: number; endColumn: number }

/** The one shape in which a fault leaves the core; the JSON reporter prints it as it is. */
export type Diagnostic = Range & {
  file: string
  pointer: Pointer
  rule: string
  verdict: Verdict
  message: string
  remedy: string | null
  section: string | null
}

/** File, line, column, rule; what one rule says at one place stays in the order of its table. */
export const byPosition = (a: Diagnostic, b: Diagnostic): number =>
  byCodeUnit(a.file, b.file) || a.line - b.line || a.column - b.column || byCodeUnit(a.rule, b.rule)

/** Not `localeCompare`, whose answer depends on the machine. */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
