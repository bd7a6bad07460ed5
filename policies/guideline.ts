import type { Knowledge } from '../src/explain/knowledge.ts'
import { policies } from './index.ts'
import {
  calendar,
  certificates,
  contradictions,
  coverage,
  criteria,
  exemptions,
  form1,
  form2,
  form3,
  form4,
  form5,
  form6,
  form7,
  interpretations,
  knownServices,
  measures,
  networkMatrix,
  piaThresholds,
  risks,
  sections,
  steps,
} from './tables.ts'

/** The guideline without its examples, which are most of its weight. */
export const guideline: Omit<Knowledge, 'cases' | 'calendarCases'> = {
  policies,
  sections: sections.sections,
  clauses: coverage.clauses,
  interpretations: interpretations.rows,
  forms: [form1, form2, form3, form4, form5, form6, form7],
  tables: {
    ...{ contradictions, networkMatrix, piaThresholds, risks, criteria, exemptions, steps, measures, knownServices },
    ...{ calendar, certificates },
  },
}
