import type { CalendarNumbers } from '../calendar.ts'
import type { CalendarCases, Cases } from '../cases.ts'
import type { CriterionNumber, Policies } from '../rule.ts'

/** Everything that can be explained; it comes as an argument, since the core knows no policies. */
export type Knowledge = {
  policies: Policies
  cases: Readonly<Record<string, Cases>>
  calendarCases: Readonly<Record<string, CalendarCases>>
  sections: readonly Contents[]
  clauses: readonly Clause[]
  interpretations: readonly Interpretation[]
  forms: readonly Form[]
  tables: Tables
}

export type Contents = { number: string; title: string; subsections?: readonly Subsection[] }
/** `clauses`: the first and the last of coverage.yml that stand under this heading. */
export type Subsection = { number: string; title: string; clauses: readonly string[] }

export type Met = 'rule' | 'field' | 'attestation' | 'step' | 'outside'
export type Clause = {
  id: string
  section: string
  text: string
  met: Met
  by: readonly string[]
  also?: readonly { met?: unknown; by?: unknown }[]
  reason?: string
}
export type Interpretation = {
  number: number
  sections: readonly string[]
  question: string
  reading: string
  reason: string
  rejected: string
}

export type Status = 'official' | 'reconstruction'
export type Certainty = 'stated' | 'derived' | 'reconstructed'
export type Table<Row> = { section: string; status: Status; note: string; rows: readonly Row[] }

export type Form = {
  section: string
  status: Status
  note: string
  form: number
  title: string
  when: string
  decision?: string
  substitute?: string
  applies?: string
  withProvider?: boolean
  fields?: readonly FormField[]
  items?: readonly CheckItem[]
}
export type FormField = {
  id: string
  label: string
  need: 'required' | 'conditional' | 'optional'
  condition?: string
  place: string | readonly string[]
  certainty: Certainty
  note?: string
}
export type CheckItem = {
  id: string
  text: string
  evidence: string
  condition?: string
  criteria?: readonly CriterionNumber[]
  certainty: Certainty
}

export type Tables = {
  networkMatrix: {
    section: string
    status: Status
    note: string
    cells: Readonly<Record<string, Readonly<Record<string, string>>>>
  }
  piaThresholds: Table<{ subjectsFrom: number; few: string; many: string }> & { handlersThreshold: number }
  contradictions: Table<{
    category?: unknown
    classes?: unknown
    pricing?: unknown
    models?: unknown
    reason?: unknown
  }>
  steps: Table<{
    important: boolean
    pricing?: string
    form: number
    informatizationPlan: boolean
    survey: boolean
    criteria: boolean
    checks: readonly { form: number; when: string }[]
  }>
  risks: Table<Risk>
  criteria: Table<Criterion>
  certificates: Table<{ name: string; validity: string; remedy: string }>
  exemptions: Table<Exemption>
  measures: Table<Measure>
  calendar: { section: string; status: Status; note: string } & CalendarNumbers
  knownServices: { section: string; status: Status; note: string; services: readonly KnownService[] }
}

export type Risk = {
  id: string
  number: number
  group: string
  label: string
  summary: string
  criteriaStated?: readonly CriterionNumber[]
  criteria: readonly CriterionNumber[]
  certainty: Certainty
}
export type Criterion = {
  number: CriterionNumber
  id: string
  level: string
  condition?: string
  category: string
  title: string
  requirement: string
  ask: string
  evidence: readonly string[]
  parameter?: { name: string; unit: string; example: number }
  bodyMandate?: string
  certainty: Certainty
}
export type Exemption = {
  id: string | null
  label: string
  examples: readonly string[]
  important: 'exempt' | 'prohibited'
  claim?: { pricing?: string; categories?: readonly string[] }
  certainty: Certainty
}
export type Measure = {
  number: number
  id: string
  symbol: string
  title: string
  text: string
  stage: string
  also?: readonly string[]
  condition?: string
  onlyModel?: string
  mayNotApply?: true
  parts?: readonly { id: string; text: string; stage: string }[]
  criteria: readonly CriterionNumber[]
  certainty: Certainty
  note?: string
}
export type KnownService = {
  name: string
  aliases: readonly string[]
  provider: string
  class: string
  category: string
  exemption?: string | null
  note?: string
}
