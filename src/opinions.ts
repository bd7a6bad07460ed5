import { contentsOf, type Diagram, type Diagrams, makeDiagrams } from './diagram.ts'
import { type Facts, guarded, MissingFact, withFact } from './facts.ts'
import { domains } from './generated/domains.ts'
import type { Pointer } from './pointer.ts'
import { type FactRule, type Finding, type Policies, type Procedure, rulesOf, runRule } from './rule.ts'

/** What one rule says of a use: the decisions and conditions that it finds, sorted. */
export type Effect = NonNullable<Finding['decision'] | Finding['condition']>
export type Opinion = { id: string; rule: FactRule; diagram: Diagram; effects: ReadonlySet<Effect> }
/** Every fact rule and every part of the procedure as a function of facts that need not all be known. */
export type Opinions = { diagrams: Diagrams; rules: Opinion[]; parts: Diagram[] }

export const partsOfProcedure = [
  'application',
  'termination',
  'checks',
  'criteria',
  'measures',
] as const satisfies (keyof Procedure)[]

export const effectsOf = (findings: readonly Finding[]): Effect[] =>
  [...new Set(findings.flatMap(({ decision, condition }) => decision ?? condition ?? []))].sort()

/** Facts in the order of asking; the few that nobody is asked for come last. */
export const factsInOrder = ({ questions }: Policies): Pointer[] => [
  ...Object.keys(questions),
  ...Object.keys(domains).filter((fact) => !(fact in questions)),
]

const cache = new WeakMap<Policies, Opinions>()

/** Made when first asked for: a complete file never needs them. */
export function opinionsOf(policies: Policies): Opinions {
  const found = cache.get(policies) ?? makeOpinions(policies)
  cache.set(policies, found)
  return found
}

function makeOpinions(policies: Policies): Opinions {
  const diagrams = makeDiagrams()
  const order = factsInOrder(policies)
  const rules = rulesOf(policies.rules, 'facts').map(([id, rule]): Opinion => {
    const diagram = explore((facts) => {
      const { findings, missing } = runRule(() => rule.check(facts))
      if (missing !== null) throw new MissingFact(missing)
      return JSON.stringify(effectsOf(findings))
    })
    return { id, rule, diagram, effects: new Set([...contentsOf(diagram).values].flatMap(parseEffects)) }
  })
  const parts = partsOfProcedure.map((part) => explore((facts) => JSON.stringify(policies.procedure(facts)[part])))
  return { diagrams, rules, parts }

  /** Reads with nothing known, then with each value of the fact that was missing, and so on. */
  function explore(
    read: (facts: Facts) => string,
    stated: object = emptyBlocks,
    known: readonly Pointer[] = [],
  ): Diagram {
    const withheld = new Set(order.filter((fact) => !known.includes(fact)))
    try {
      return diagrams.leaf(read(guarded(stated as Facts, withheld)))
    } catch (error) {
      if (!(error instanceof MissingFact)) throw error
      const { pointer } = error
      const branches = domains[pointer]!.map((fact) =>
        explore(read, withFact(stated, pointer, fact), [...known, pointer]),
      )
      return diagrams.select(order.indexOf(pointer), branches)
    }
  }
}

export const emptyBlocks = { service: {}, use: {}, information: {} }
export const parseEffects = (value: string): Effect[] => JSON.parse(value)
