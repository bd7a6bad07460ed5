import { nearest } from '../nearest.ts'
import { explainForm, explainItem } from './forms.ts'
import { explainInterpretation } from './interpretations.ts'
import type { Knowledge } from './knowledge.ts'
import { fold, type Name, namesOf } from './names.ts'
import { explainReading } from './readings.ts'
import { explainCriterion, explainExemption, explainMeasure, explainRisk, explainService } from './rows.ts'
import { explainRule } from './rules.ts'
import { explainClause, explainSection } from './sections.ts'
import type { Explanation, Kind } from './topic.ts'
import { explainCondition, explainField, explainOutcome, explainTable, explainVerdict } from './words.ts'

const explainers: Record<Kind, (id: string, knowledge: Knowledge) => Explanation> = {
  rule: explainRule,
  section: explainSection,
  clause: explainClause,
  form: explainForm,
  item: explainItem,
  interpretation: explainInterpretation,
  criterion: explainCriterion,
  measure: explainMeasure,
  risk: explainRisk,
  condition: explainCondition,
  exemption: explainExemption,
  service: explainService,
  outcome: explainOutcome,
  verdict: explainVerdict,
  field: explainField,
  table: explainTable,
  reading: explainReading,
}

export const explainAs = (kind: Kind, id: string, knowledge: Knowledge): Explanation => explainers[kind](id, knowledge)

/** What is known under a name, or the names that may have been meant. */
export type Answer = { found: Explanation } | { near: string[] }

export function explain(written: string, knowledge: Knowledge): Answer {
  const names = namesOf(knowledge)
  const wanted = fold(written)
  // 9-(3)(a) has no heading of its own.
  const spellings = [wanted, wanted.replace(/^(.*\(\d\))\([a-z]\)$/, '$1')]
  const found = names.find((name) => name.folded.some((one) => spellings.includes(one)))
  return found === undefined
    ? { near: nearNames(wanted, names) }
    : { found: explainers[found.kind](found.id, knowledge) }
}

const mostSuggestions = 5

/** The nearest number of its kind; else the nearest name, whole or by one of its words, then those which contain it. */
function nearNames(wanted: string, names: readonly Name[]): string[] {
  if (wanted === '') return []
  const numbered = nearestNumber(wanted, names)
  if (numbered !== undefined) return [numbered]
  const owners = new Map<string, string>()
  for (const { written } of names)
    for (const one of written)
      for (const word of [one, ...one.split(/[/\-\s]/)])
        if (word.length > 1 && !owners.has(word)) owners.set(word, written[0]!)
  const near = nearest(wanted, [...owners.keys()])
  const first = near === undefined ? [] : [owners.get(near)!]
  const alike = names.filter(({ folded }) => folded.some((one) => one.includes(wanted)))
  return [...new Set([...first, ...alike.map(({ written }) => written[0]!)])].slice(0, mostSuggestions)
}

const lastNumber = /^(.*\D)?(\d+)(\D*)$/

/** 様式8 → 様式7: the same name with the number that there is. */
function nearestNumber(wanted: string, names: readonly Name[]): string | undefined {
  const [, before, digits, after] = lastNumber.exec(wanted) ?? []
  if (digits === undefined) return undefined
  const spelt = names.flatMap(({ written }) => written.map((one) => ({ one, parts: lastNumber.exec(fold(one)) })))
  const alike = spelt.filter(({ parts }) => parts !== null && parts[1] === before && parts[3] === after)
  const distanceOf = ({ parts }: (typeof alike)[number]): number => Math.abs(Number(parts![2]) - Number(digits))
  return alike.sort((a, b) => distanceOf(a) - distanceOf(b))[0]?.one
}
