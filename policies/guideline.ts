import type { Knowledge } from '../src/explain/knowledge.ts'
import { forms, tables } from './drawn.ts'
import { policies } from './index.ts'
import { coverage, interpretations, sections } from './tables.ts'

/** The guideline without its examples, which are most of its weight. */
export const guideline: Omit<Knowledge, 'cases' | 'calendarCases'> = {
  policies,
  sections: sections.sections,
  clauses: coverage.clauses,
  interpretations: interpretations.rows,
  forms,
  tables,
}
