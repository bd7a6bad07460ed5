import {
  type Assessment,
  assessPartly,
  assessStated,
  countsIn,
  type Saying,
  type Stated,
  sayingsOf,
  statedFacts,
} from './assess.ts'
import { byPosition, type Diagnostic, type Range } from './diagnostic.ts'
import { type Facts, factsWithin, guarded, MissingFact, withDefaults, withoutNulls } from './facts.ts'
import { domains } from './generated/domains.ts'
import type { Service } from './generated/service.ts'
import type { Pointer } from './pointer.ts'
import {
  type Asked,
  type Entry,
  type FactRule,
  type Finding,
  type Outcome,
  type Policies,
  type Procedure,
  rulesOf,
  runRule,
  type ServiceRule,
} from './rule.ts'
import { checkSchema, isWithin, type Refusal } from './schema.ts'
import type { SourceDocument } from './source/document.ts'

/** A file as rules read it: its defaults filled in, what was refused withheld; `value` withholds nothing. */
export type Reading = { value: object; service: Service; refusals: Refusal[]; withheld: ReadonlySet<Pointer> }

/** `unclear`: pointers that nobody may read for another reason, as keys that occur twice. */
export function readingOf(value: unknown, unclear: readonly Pointer[] = []): Reading {
  const stated = withoutNulls(value)
  return readingFrom(stated, withDefaults(stated), unclear)
}

/** As above, of a value without nulls and the same with its defaults. */
export function readingFrom(stated: unknown, filled: object, unclear: readonly Pointer[] = []): Reading {
  const duplicated = new Set(unclear)
  const refusals = checkSchema(stated).filter(({ of }) => !isWithin(of, duplicated))
  const refused = [...duplicated, ...refusals.flatMap(({ of, meant }) => (meant === null ? [of] : [of, meant]))]
  const withheld = new Set([...refused, ...factsWithin(refused)])
  return { value: filled, service: guarded(filled as Service, withheld), refusals, withheld }
}

export type Checked = { diagnostics: Diagnostic[]; entry: Entry | null }

/** Every diagnostic of one file, and what it enters into the register; a file that cannot be read enters nothing. */
export function checkService(source: SourceDocument, policies: Policies): Checked {
  const faults = source.faults.map(({ rule, range, pointer, message, remedy }) =>
    placed(source.file, range, rule, null, { at: pointer, message, remedy, verdict: 'violation' }),
  )
  if (!source.readable) return { diagnostics: faults.sort(byPosition), entry: null }
  const reading = readingOf(source.value, source.refused)
  const refusals = reading.refusals.map(({ at, byKey, message, remedy }) => {
    const range = byKey ? source.rangeOfKey(at) : source.rangeOf(at)
    return placed(source.file, range, 'schema', null, { at, message, remedy, verdict: 'violation' })
  })
  const findings = judge(reading, policies).flatMap(({ id, section, findings }) =>
    findings.map((finding) => placed(source.file, source.rangeOf(finding.at), id, section, finding)),
  )
  return { diagnostics: [...faults, ...refusals, ...findings].sort(byPosition), entry: entryOf(reading) }
}

/** What a file enters into the register, judged by nothing but the schema. */
export const entryIn = ({ readable, value, refused }: SourceDocument): Entry | null =>
  readable ? entryOf(readingOf(value, refused)) : null

/** Only these blocks are kept of each file; a name that cannot be read hides no other. */
const entryOf = ({ value, withheld }: Reading): Entry => {
  const { service, department } = value as Service
  return guarded({ service, department }, withheld)
}

export const placed = (
  file: string,
  range: Range,
  rule: string,
  section: string | null,
  finding: Finding,
): Diagnostic => {
  const { at, message, remedy, verdict } = finding
  const { line, column, endLine, endColumn } = range
  return { file, line, column, endLine, endColumn, pointer: at, rule, verdict, message, remedy, section }
}

/** What the rules on all files together say; `sourceOf` opens a file again to point into it. */
export function checkRegister(
  entries: ReadonlyMap<string, Entry>,
  { rules }: Policies,
  sourceOf: (file: string) => SourceDocument,
): Diagnostic[] {
  return rulesOf(rules, 'registry').flatMap(([id, rule]) =>
    runRule(() => rule.check(entries)).findings.map((finding) =>
      placed(finding.file, sourceOf(finding.file).rangeOf(finding.at), id, rule.section, finding),
    ),
  )
}

type Judged = { id: string; section: string; findings: Finding[] }

/** What the rules of scope facts and service say of a file that could be read. */
export function judge(reading: Reading, policies: Policies): Judged[] {
  const { said, asks, asked } = judgeFacts(reading, policies)
  const checked = asks.map(([id, rule]) => ({
    id,
    section: rule.section,
    findings: runRule(() => rule.check(reading.service, asked)).findings,
  }))
  return [...said, ...checked]
}

/** What the rules on the facts say, and which rules on the whole file are to be asked with what. */
export function judgeFacts(
  reading: Reading,
  policies: Policies,
): { said: Judged[]; asks: [string, ServiceRule][]; asked: Asked } {
  const { facts, sayings, outcome, asks } = questioned(reading, policies)
  const said = sayings.map(({ id, rule, findings }) => ({
    id,
    section: rule.section,
    findings: findings.filter(isSaid(rule, outcome)),
  }))
  return { said, asks, asked: askedOf(outcome, facts, policies) }
}

/** A use as the rules are asked about it. */
export type Questioned = {
  facts: Facts
  sayings: Saying[]
  outcome: Assessment['outcome']
  /** The rules on the whole file that have something to say of this use. */
  asks: [string, ServiceRule][]
}

export function questioned({ value, withheld }: Reading, policies: Policies): Questioned {
  const use = statedFacts(value, factsOnly(withheld))
  const sayings = sayingsOf(use.facts, policies)
  const { outcome, possible } = outcomeOf(use, sayings, policies)
  const needsApplication = outcome === 'application' || (outcome === 'incomplete' && ![...possible].some(lifts))
  const asks = rulesOf(policies.rules, 'service').filter(([, { when }]) => when === undefined || needsApplication)
  return { facts: use.facts, sayings, outcome, asks }
}

export function askedOf(outcome: Assessment['outcome'], facts: Facts, policies: Policies): Asked {
  let procedure: Procedure | undefined
  return {
    get outcome() {
      if (outcome === 'incomplete') throw new MissingFact('')
      return outcome
    },
    get procedure() {
      procedure ??= policies.procedure(facts)
      return procedure
    },
  }
}

/** What the guideline says of a file as a whole; open where a fact is missing. */
export function outcomeIn({ value, withheld }: Reading, policies: Policies): Assessment['outcome'] {
  const use = statedFacts(value, factsOnly(withheld))
  return assessStated(use, policies).outcome
}

/** With every fact known the sayings decide; else the outcome may be open. */
function outcomeOf(
  use: Stated,
  sayings: Saying[],
  policies: Policies,
): { outcome: Assessment['outcome']; possible: ReadonlySet<Outcome> } {
  if (use.unknown.size > 0) {
    const { assessment, possible } = assessPartly(use, policies)
    return { outcome: assessment.outcome, possible }
  }
  const { outcome } = assessStated(use, policies, sayings)
  return { outcome, possible: new Set() }
}

/**
 * A decision is said where it is the outcome, a condition where it counts, anything else always. While the outcome is
 * open, a prohibition holds already, and a condition is what an application would meet.
 */
export const isSaid =
  (rule: FactRule, outcome: Assessment['outcome']) =>
  ({ decision, condition }: Finding): boolean => {
    if (decision !== undefined) return decision === (outcome === 'incomplete' ? 'prohibited' : outcome)
    if (condition !== undefined) return countsIn(rule, outcome === 'incomplete' ? 'application' : outcome)
    return true
  }

/** Outcomes under which nothing that an application needs is asked for. */
const lifts = (outcome: Outcome): boolean => outcome === 'exempt' || outcome === 'out-of-scope'
const factsOnly = (withheld: ReadonlySet<Pointer>): Set<Pointer> =>
  new Set(Object.keys(domains).filter((fact) => withheld.has(fact)))
