import { askedOf, isSaid, questioned, type Reading } from './check.ts'
import { valueAt } from './facts.ts'
import { type Finding, type Policies, rulesOf, runRule } from './rule.ts'
import { type Read, startTrace } from './trace.ts'

/** A finding, and what its rule had read when it spoke. */
export type TracedFinding = { id: string; section: string; finding: Finding; reads: Read[] }

/** What these rules say of a file, once more and watched: for the few findings whose grounds somebody asks for. */
export function judgeTraced(reading: Reading, policies: Policies, ids: ReadonlySet<string>): TracedFinding[] {
  const { facts, outcome, asks } = questioned(reading, policies)
  const said = rulesOf(policies.rules, 'facts').flatMap(([id, rule]) =>
    ids.has(id)
      ? traced(id, rule.section, (see) => rule.check(see(facts))).filter(({ finding }) =>
          isSaid(rule, outcome)(finding),
        )
      : [],
  )
  const checked = asks.flatMap(([id, rule]) =>
    ids.has(id)
      ? traced(id, rule.section, (see) => {
          const asked = askedOf(outcome, see(facts), policies)
          return rule.check(see(reading.service), {
            get outcome() {
              // Whatever is asked may have decided it.
              for (const fact of Object.keys(policies.questions)) valueAt(see(reading.value), fact)
              return asked.outcome
            },
            get procedure() {
              return asked.procedure
            },
          })
        })
      : [],
  )
  return [...said, ...checked]
}

type See = <Value extends object>(value: Value) => Value

/** Runs a rule on what it is shown; the arguments of the rule are seen through a trace. */
export function traced(id: string, section: string, check: (see: See) => Iterable<Finding>): TracedFinding[] {
  const { see, reads } = startTrace()
  const found = runRule(function* () {
    for (const finding of check(see)) yield { id, section, finding, reads: reads() }
  })
  return found.findings
}
