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
} from './tables.ts'

/** The forms and tables that people read: in explanations, on the site and in comments. */
export const forms = [form1, form2, form3, form4, form5, form6, form7] as const
export const tables = {
  ...{ contradictions, networkMatrix, piaThresholds, risks, criteria, exemptions, steps, measures, knownServices },
  ...{ calendar, certificates },
}
