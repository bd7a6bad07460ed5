import type { Diagnostic } from '../diagnostic.ts'

/** What a reporter may know: it words, and neither reads files nor decides. */
export type Report = {
  diagnostics: Diagnostic[]
  /** How many files were read, with or without a finding. */
  files: number
  /** Only where a change was judged: what each changed file does. */
  changes?: { file: string; transition: string }[]
  /** The text of a file; empty where there is none to show. */
  textOf(file: string): string
  /** The Japanese title of a rule; null for what is not a rule of the guideline (yaml, schema, file). */
  titleOf(rule: string): string | null
  /** Where the site is published, with a slash at its end: findings link to their rule. Null where it is not. */
  site: string | null
  /** Columns of the screen. */
  width: number
  colour: boolean
}
export type Reporter = (report: Report) => string

/** The findings of each file, in the order in which the files first occur. */
export function groupByFile(diagnostics: readonly Diagnostic[]): [file: string, found: Diagnostic[]][] {
  const groups = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const found = groups.get(diagnostic.file)
    if (found === undefined) groups.set(diagnostic.file, [diagnostic])
    else found.push(diagnostic)
  }
  return [...groups]
}
