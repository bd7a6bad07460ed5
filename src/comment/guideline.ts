import type { Knowledge } from '../explain/knowledge.ts'
import type { FormTable } from '../form/table.ts'

/** What the comment knows of the guideline; it comes as an argument, since the core knows no policies. */
export type Guideline = Pick<Knowledge, 'policies' | 'tables'> & { forms: readonly Sheet[] }
export type Sheet = FormTable

const ownTitles: Readonly<Record<string, string>> = {
  file: 'ファイルの置き方',
  yaml: 'YAMLの書き方',
  schema: '項目の書き方',
}

/** Null where there is no such rule: whoever names it may have made it up. */
export const titleOf = (rule: string, { policies }: Guideline): string | null =>
  own(policies.rules, rule)?.title ?? own(ownTitles, rule) ?? null

const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** Rules whose sentences quote, between 「 and 」, what somebody wrote into a file. */
export const quotingRules: ReadonlySet<string> = new Set([
  'file',
  'yaml',
  'schema',
  '02-terms/confusable-name',
  '06-risk/statements',
  '10-introduction/checklist',
  '11-operation/checklist',
  '12-disposal/checklist',
  '13-operation-ordinary/checklist',
])

export const cite = (section: string | null): string => (section === null || section === '' ? '－' : `§${section}`)
