import { type Facts, valueAt } from '../src/facts.ts'
import type { CriterionNumber, Procedure } from '../src/rule.ts'
import { criteria, measures, steps } from './tables.ts'

type Row = (typeof criteria.rows)[number]

/** What §9 to §15 ask of a use that needs an application, row by row of their tables. */
export const procedure = (facts: Facts): Procedure => ({
  get application() {
    const { form, informatizationPlan } = stepOf(facts)
    return { form, informatizationPlan }
  },
  get termination() {
    return { report: 'form3' as const, surveyMayReplace: stepOf(facts).survey }
  },
  get checks() {
    return stepOf(facts).checks.map(({ form, when }) => ({ form, when }))
  },
  get criteria() {
    const rows = stepOf(facts).criteria
      ? criteria.rows.filter((row) => row.bodyMandate !== '15' && applies(row, facts))
      : []
    const numbers = (wanted: boolean): CriterionNumber[] =>
      rows.filter(({ level }) => (level === 'required') === wanted).map(({ number }) => number)
    return { required: numbers(true), judged: numbers(false) }
  },
  get measures() {
    const { service, use } = facts
    if (!use.standardCompliantSystem || service.class !== 'government-cloud') return []
    return measures.rows
      .filter(({ onlyModel }) => onlyModel === undefined || onlyModel === service.model)
      .map(({ number }) => number)
  },
})

/** The row of §9's table: 重要情報 decides first, the price only where there is none. */
function stepOf({ service, information }: Facts): (typeof steps.rows)[number] {
  const important = information.kinds.length > 0
  const row = steps.rows.find(
    (step) => step.important === important && (step.pricing === undefined || step.pricing === service.pricing),
  )
  if (row === undefined) throw new Error('steps.yml has no row for this use')
  return row
}

/** A row with a condition applies where the fact at its pointer says so. */
function applies({ when }: Row, facts: Facts): boolean {
  if (when === undefined) return true
  const fact = when.pointer === '/use/generativeAi' ? usesGenerativeAi(facts) : valueAt(facts, when.pointer)
  return Array.isArray(fact) ? fact.includes(when.includes) : fact === when.equals
}

/** A generative AI service uses generative AI, whatever the file says of it. */
const usesGenerativeAi = ({ service, use }: Facts): boolean => service.category === 'generative-ai' || use.generativeAi
