import type { CalendarNumbers } from './calendar.ts'
import type { Verdict } from './diagnostic.ts'
import { type Facts, MissingFact } from './facts.ts'
import type { Condition, Service, Transition } from './generated/service.ts'
import type { Pointer } from './pointer.ts'
import { item as itemOf } from './trace.ts'

/** What decides a use before any application: §1, then §3 and the ※ of §9, then the exemptions of §9. */
export type Decision = 'out-of-scope' | 'prohibited' | 'exempt'
export type Outcome = Decision | 'application'

/** One fault or one question: `at` is a JSON Pointer into the file, both texts are Japanese sentences. */
export type Finding = {
  at: Pointer
  message: string
  remedy: string | null
  verdict: Verdict
  decision?: Decision
  condition?: Condition
}
/** Something that falls due: it carries a day (YYYY-MM-DD) instead of a verdict, so it can never block. */
export type Due = {
  /** Where it is written, or where the record of it is to be written. */
  at: Pointer
  item: DueItem
  on: string
  /** What is due about once a year counts from this day; without it the day is a fixed one. */
  last?: string
  /** A noun: 様式5の点検. */
  subject: string
  /** A Japanese sentence: what to do. */
  remedy: string
}
export type DueItem =
  | 'form3'
  | 'form4'
  | 'form5'
  | 'form6'
  | 'form7'
  | 'confirmation'
  | 'contract-end'
  | 'evidence'
  | 'condition'

/** A row number of 別表: 1, 2, … or "X1", "X2", … */
export type CriterionNumber = number | string
export type CheckForm = { form: 4 | 5 | 6 | 7; when: 'introduction' | 'operation' | 'termination' }

/** What the guideline asks of a use that needs an application (§9). Each part reads only the facts it needs. */
export type Procedure = {
  readonly application: { form: 1 | 2; informatizationPlan: boolean }
  readonly termination: { report: 'form3'; surveyMayReplace: boolean }
  readonly checks: CheckForm[]
  readonly criteria: { required: CriterionNumber[]; judged: CriterionNumber[] }
  readonly measures: number[]
}
/** What a service rule may know besides the file. Reading an open outcome ends the rule, as a missing fact does. */
export type Asked = { readonly outcome: Outcome; readonly procedure: Procedure }

type About = {
  title: string
  /** The section of the guideline that says so: "1" … "15". */
  section: string
  /** One Japanese sentence: why the guideline asks for it. */
  why: string
  /** Numbers of policies/interpretations.yml on which the reading rests. */
  interpretations?: readonly number[]
}
type Scoped<Scope, Arguments extends unknown[], Result = Finding> = About & {
  scope: Scope
  check(...given: Arguments): Iterable<Result>
}

/** `outcomes`: where the conditions that it finds count (§3 ※ and 原則); applications and exempt uses unless said otherwise. */
export type FactRule = Scoped<'facts', [Facts]> & { outcomes?: readonly Outcome[] }
export type ServiceRule = Scoped<'service', [Service, Asked]> & { when?: 'application' }
/** What a registry rule sees of each file. */
export type Entry = Pick<Service, 'service' | 'department'>
export type RegistryRule = Scoped<'registry', [ReadonlyMap<string, Entry>], Finding & { file: string }>
/** One state of a file, and what the guideline asks of it. */
export type Version = { service: Service; outcome: Outcome | 'incomplete' }
/** A field in which two states differ; `at` is the field, or what lacks it in the head. */
export type ChangedField = { pointer: Pointer; at: Pointer; before: unknown; after: unknown }
/** What happens to one file. A state that is not there, or cannot be read, is null. */
export type Change = {
  transition: Transition
  base: Version | null
  head: Version | null
  /** In the order of the head; empty where there are not two states to compare. */
  changed: readonly ChangedField[]
  /** What makes it a 更改; a termination may come with it, though it must not. */
  renewed: readonly Pointer[]
}
export type ChangeRule = Scoped<'change', [Change]>
/** `outcomes`: the uses for which it counts, applications unless said otherwise; `afterEnd`: also once the use has ended. */
export type CalendarRule = Scoped<'calendar', [Service, Asked, string], Due> & {
  outcomes?: readonly Outcome[]
  afterEnd?: true
}
export type Rule = FactRule | ServiceRule | RegistryRule | ChangeRule | CalendarRule

export const factRule = (rule: Omit<FactRule, 'scope'>): FactRule => ({ scope: 'facts', ...rule })
/** A rule on every file, whatever the guideline asks of it: entries that contradict each other. */
export const serviceRule = (rule: Omit<ServiceRule, 'scope' | 'when'>): ServiceRule => ({ scope: 'service', ...rule })
/** A rule on uses that need an application; silent for the others. */
export const applicationRule = ({
  check,
  ...about
}: About & { check(service: Service, procedure: Procedure): Iterable<Finding> }): ServiceRule => ({
  scope: 'service',
  when: 'application',
  ...about,
  check: (service, asked) => check(service, asked.procedure),
})
export const registryRule = (rule: Omit<RegistryRule, 'scope'>): RegistryRule => ({ scope: 'registry', ...rule })
export const changeRule = (rule: Omit<ChangeRule, 'scope'>): ChangeRule => ({ scope: 'change', ...rule })
export const calendarRule = (rule: Omit<CalendarRule, 'scope'>): CalendarRule => ({ scope: 'calendar', ...rule })

export type Rules = Record<string, Rule>
export type Policies = {
  rules: Rules
  /** Fact → question; the order of the keys is the order of asking. */
  questions: Record<Pointer, string>
  procedure(facts: Facts): Procedure
  calendar: CalendarNumbers
}

export type RuleOf<Scope extends Rule['scope']> = Extract<Rule, { scope: Scope }>
export const rulesOf = <Scope extends Rule['scope']>(rules: Rules, scope: Scope): [string, RuleOf<Scope>][] =>
  Object.entries(rules).filter((entry): entry is [string, RuleOf<Scope>] => entry[1].scope === scope)

/** What a rule finds before it meets a fact that is not known. */
export function runRule<Found>(check: () => Iterable<Found>): { findings: Found[]; missing: Pointer | null } {
  const findings: Found[] = []
  try {
    for (const finding of check()) findings.push(finding)
    return { findings, missing: null }
  } catch (error) {
    if (error instanceof MissingFact) return { findings, missing: error.pointer }
    throw error
  }
}

/** Checks each item on its own: one that cannot be read does not hide what is wrong with the next. */
export function* each<Item, Found = Finding>(
  items: readonly Item[] | undefined,
  check: (item: Item, index: number) => Iterable<Found>,
): Iterable<Found> {
  const count = items?.length ?? 0
  const enter = (items as Traceable | undefined)?.[itemOf]
  for (let index = 0; index < count; index += 1) {
    const leave = enter?.()
    yield* runRule(() => check(items![index] as Item, index)).findings
    leave?.()
  }
}
type Traceable = { readonly [itemOf]?: () => () => void }

// One maker per thing the guideline can say; the verdict follows from it.
/** ×, 認めない: nothing lifts it. */
export const prohibit = (at: Pointer, message: string, remedy: string | null = null): Finding => ({
  at,
  message,
  remedy,
  verdict: 'violation',
  decision: 'prohibited',
})
/** 申請不要. */
export const exempt = (at: Pointer, message: string, remedy: string | null = null): Finding => ({
  at,
  message,
  remedy,
  verdict: 'advice',
  decision: 'exempt',
})
/** 本ガイドラインの対象外. */
export const outOfScope = (at: Pointer, message: string, remedy: string | null = null): Finding => ({
  at,
  message,
  remedy,
  verdict: 'advice',
  decision: 'out-of-scope',
})
/** ※, 原則, 慎重に判断: what must hold as well, judged by a person. */
export const conditional = (
  condition: Condition,
  at: Pointer,
  message: string,
  remedy: string | null = null,
): Finding => ({ at, message, remedy, verdict: 'judgement', condition })

const plain =
  (verdict: Verdict) =>
  (at: Pointer, message: string, remedy: string | null = null): Finding => ({ at, message, remedy, verdict })
/** 必ず, 必須, or an entry that is missing or contradicts another. */
export const violation = plain('violation')
/** 必要に応じ, 高・中・低. */
export const judgement = plain('judgement')
/** 省略できる, not asked for. */
export const advice = plain('advice')
