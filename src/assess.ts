import { choiceOf } from './choices.ts'
import { contentsOf, type Diagram, isLeaf } from './diagram.ts'
import { type Facts, guarded, valueAt, withDefaults, withoutNulls } from './facts.ts'
import { domains } from './generated/domains.ts'
import type { Condition } from './generated/service.ts'
import {
  type Effect,
  effectsOf,
  emptyBlocks,
  factsInOrder,
  opinionsOf,
  parseEffects,
  partsOfProcedure,
} from './opinions.ts'
import type { Pointer } from './pointer.ts'
import {
  type Decision,
  type FactRule,
  type Finding,
  type Outcome,
  type Policies,
  type Procedure,
  rulesOf,
  runRule,
} from './rule.ts'
import { idsOf } from './vocabulary.ts'

/** What the guideline says about a use (service model §2), but for the name of its file. */
export type Assessment = {
  outcome: Outcome | 'incomplete'
  because: { rule: string; section: string }[]
  conditions: Condition[]
} & Partial<Procedure> & { missing?: Pointer[] }

/** The facts of a use, and which of them are not known. Reading an unknown one throws MissingFact. */
export type Stated = { facts: Facts; unknown: ReadonlySet<Pointer> }

/** §1 before §3 before §9: what an earlier one decides, a later one cannot lift. */
const precedence: readonly Decision[] = ['out-of-scope', 'prohibited', 'exempt']

/** Assesses a file: what the schema gives as default counts as stated, but not for a fact that nobody can read. */
export const assess = (value: unknown, policies: Policies, unread: readonly Pointer[] = []): Assessment =>
  assessStated(stateFacts(value, unread, policies), policies)

/** Assesses answers so far: nothing counts as stated but what was answered; null answers "none of these". */
export function assessAnswers(answers: unknown, policies: Policies): Assessment {
  const open = Object.keys(policies.questions).filter((fact) => {
    const answer = valueAt(answers, fact)
    return answer === undefined || (answer === null && !domains[fact]!.includes(null))
  })
  return assessStated(stateFacts(answers, open, policies), policies)
}

function stateFacts(value: unknown, open: readonly Pointer[], { questions }: Policies): Stated {
  const complete = withDefaults(withoutNulls(value))
  const refused = Object.keys(questions).filter((fact) => choiceOf(fact, valueAt(complete, fact)) === undefined)
  return statedFacts(complete, new Set([...open, ...refused]))
}

/** The facts of a value that has its defaults; a block that is no mapping reads as an empty one. */
export function statedFacts(value: object, unknown: ReadonlySet<Pointer>): Stated {
  const blocks = Object.fromEntries(
    Object.keys(emptyBlocks).map((name) => {
      const block = (value as Record<string, unknown>)[name]
      return [name, typeof block === 'object' && block !== null ? block : {}]
    }),
  )
  return { facts: guarded(blocks as Facts, unknown), unknown }
}

/** What a rule says of a use, and whether more could come once a fact is known. */
export type Saying = { id: string; rule: FactRule; findings: Finding[]; missing: Pointer | null }
export const sayingsOf = (facts: Facts, { rules }: Policies): Saying[] =>
  rulesOf(rules, 'facts').map(([id, rule]) => ({ id, rule, ...runRule(() => rule.check(facts)) }))

export function assessStated(use: Stated, policies: Policies, sayings = sayingsOf(use.facts, policies)): Assessment {
  if (use.unknown.size > 0) return assessPartly(use, policies).assessment
  const said = sayings.map(({ id, rule, findings }) => ({ id, rule, effects: effectsOf(findings) }))
  const decided = decide(said)
  if (decided.outcome !== 'application') return decided
  const procedure = policies.procedure(use.facts)
  return { ...decided, ...Object.fromEntries(partsOfProcedure.map((part) => [part, procedure[part]])) }
}

type Said = { id: string; rule: FactRule; effects: readonly Effect[] }

/** The outcome, the conditions that count with it, and the rules which make either. */
function decide(said: readonly Said[]): Assessment & { outcome: Outcome } {
  const outcome = precedence.find((decision) => said.some(({ effects }) => effects.includes(decision))) ?? 'application'
  const counts = ({ rule }: Said, effect: Effect): boolean =>
    effect === outcome || (!(precedence as string[]).includes(effect) && countsIn(rule, outcome))
  const counted = said.map((one) => ({ ...one, effects: one.effects.filter((effect) => counts(one, effect)) }))
  const because = counted
    .filter(({ effects }) => effects.length > 0)
    .map(({ id, rule }) => ({ rule: id, section: rule.section }))
  const conditions = idsOf('condition').filter((id) => counted.some(({ effects }) => effects.includes(id as Effect)))
  return { outcome, because, conditions: conditions as Condition[] }
}

/** Whether the conditions that a rule finds count with an outcome. */
export const countsIn = ({ outcomes = ['application', 'exempt'] }: FactRule, outcome: Outcome): boolean =>
  outcomes.includes(outcome)

/** With facts unknown: the answer if they cannot change it, else the facts on which it still depends. */
export function assessPartly(use: Stated, policies: Policies): { assessment: Assessment; possible: Set<Outcome> } {
  const { diagrams, rules, parts } = opinionsOf(policies)
  const order = factsInOrder(policies)
  const choices = choicesOf(use, order)
  const opinions = rules.map((opinion) => ({ ...opinion, diagram: diagrams.restrict(opinion.diagram, choices) }))
  const rests = parts.map((part) => diagrams.restrict(part, choices))
  const all = [...opinions.map(({ diagram }) => diagram), ...rests]
  const answer = diagrams.combine(all, (nodes) => {
    const settled = settle(nodes.slice(0, opinions.length), nodes.slice(opinions.length))
    return settled === undefined ? undefined : diagrams.leaf(JSON.stringify(settled))
  })
  const { ranks, values } = contentsOf(answer)
  const possible = new Set([...values].map((value): Outcome => JSON.parse(value).outcome))
  const missing = [...ranks].sort((a, b) => a - b).map((rank) => order[rank]!)
  if (answer.branches !== null)
    return { assessment: { outcome: 'incomplete', because: [], conditions: [], missing }, possible }
  const certain = opinions.map(({ id, rule, diagram }) => ({ id, rule, effects: certainEffects(diagram) }))
  return { assessment: { ...JSON.parse(answer.value), because: decide(certain).because }, possible }

  /** The answer, as soon as the rules still open cannot change it. */
  function settle(said: readonly Diagram[], rest: readonly Diagram[]): object | undefined {
    const effects = said.map((node) => (isLeaf(node) ? parseEffects(node.value) : []))
    const open = rules.filter((_, index) => !isLeaf(said[index]!))
    const isSaid = (decision: Decision): boolean => effects.some((found) => found.includes(decision))
    const first = precedence.find((decision) => isSaid(decision) || open.some(({ effects: can }) => can.has(decision)))
    if (first !== undefined && first !== 'exempt' && isSaid(first))
      return { outcome: first, because: [], conditions: [] }
    if (open.length > 0) return undefined
    const { outcome, conditions } = decide(rules.map(({ id, rule }, index) => ({ id, rule, effects: effects[index]! })))
    if (outcome !== 'application') return { outcome, because: [], conditions }
    if (!rest.every(isLeaf)) return undefined
    const asked = rest.map(({ value }, index) => [partsOfProcedure[index], JSON.parse(value)])
    return { outcome, because: [], conditions, ...Object.fromEntries(asked) }
  }
}

const certainEffects = (diagram: Diagram): Effect[] => {
  const [first = [], ...others] = [...contentsOf(diagram).values].map(parseEffects)
  return first.filter((effect) => others.every((effects) => effects.includes(effect)))
}

/** Which branch each known fact takes. */
const choicesOf = ({ facts, unknown }: Stated, order: readonly Pointer[]): Map<number, number> =>
  new Map(
    [...order.entries()].flatMap(([rank, fact]): [number, number][] => {
      const choice = unknown.has(fact) ? undefined : choiceOf(fact, valueAt(facts, fact))
      return choice === undefined ? [] : [[rank, choice]]
    }),
  )
