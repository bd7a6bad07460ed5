import { policies } from '../../policies/index.ts'
import {
  calendar,
  certificates,
  contradictions,
  criteria,
  exemptions,
  form1,
  form2,
  form3,
  form4,
  form5,
  form6,
  form7,
  knownServices,
  measures,
  networkMatrix,
  piaThresholds,
  risks,
  steps,
} from '../../policies/tables.ts'
import type { Guideline } from '../../src/comment/guideline.ts'

/** What the comment knows of the guideline; the examples of the rules stay out of the bundle. */
export const guideline: Guideline = {
  policies,
  forms: [form1, form2, form3, form4, form5, form6, form7],
  tables: {
    ...{ contradictions, networkMatrix, piaThresholds, risks, criteria, exemptions, steps, measures, knownServices },
    ...{ calendar, certificates },
  },
}
