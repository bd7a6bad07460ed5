import { assess } from '../assess.ts'
import type { Outcome, Policies, Procedure } from '../rule.ts'
import { idsOf } from '../vocabulary.ts'
import type { Tables } from './knowledge.ts'

/** What the guideline answers to facts, as the engine computes it: never written by hand. */
export type Decided = {
  outcome: Outcome
  form: Procedure['application']['form'] | null
  informatizationPlan: boolean
  /** 別表 is to be confirmed. */
  criteria: boolean
  conditions: readonly string[]
  /** The rules which decide so, and their sections. */
  because: readonly { rule: string; section: string }[]
}

type Facts = {
  class: string
  network: string
  kinds: readonly string[]
  pricing: string
  category?: string
  arrangedByItSection?: boolean
  publishedWithConsent?: boolean
  exemption?: string
}

export function decide(
  { network, kinds, exemption, publishedWithConsent, ...service }: Facts,
  policies: Policies,
): Decided {
  const use = { networks: [network], ...(exemption === undefined ? {} : { exemption }) }
  const information = { kinds, ...(publishedWithConsent === undefined ? {} : { publishedWithConsent }) }
  const { outcome, application, conditions, because } = assess(
    { service: { category: 'other', ...service }, use, information },
    policies,
  )
  if (outcome === 'incomplete') throw new Error('判定に要る事実が足りません')
  return {
    outcome,
    form: application?.form ?? null,
    informatizationPlan: application?.informatizationPlan ?? false,
    criteria: application?.form === 1,
    conditions,
    because,
  }
}

/** What is asked about the information, and about the price: the columns of the table. */
export const columns = [
  { kinds: [], pricing: 'free' },
  { kinds: [], pricing: 'paid' },
  { kinds: ['personal'], pricing: 'free' },
  { kinds: ['personal'], pricing: 'paid' },
  { kinds: ['personal', 'special-care'], pricing: 'free' },
  { kinds: ['personal', 'special-care'], pricing: 'paid' },
] as const

export type DecisionRow = { class: string; network: string; answers: Decided[] }

/** Every class from every network: §3 and §9 at once. */
export const decisionsByNetwork = (policies: Policies): DecisionRow[] =>
  idsOf('serviceClass').flatMap((service) =>
    idsOf('network').map((network) => {
      const place = { class: String(service), network: String(network) }
      return { ...place, answers: columns.map((column) => decide({ ...place, ...column }, policies)) }
    }),
  )

/** From here everything else is allowed: what differs is due to the one fact. */
const usual = { class: 'cloud', network: 'internet' } as const

/** §3 原則 and its exception for what is published with consent. */
export type DecisionByKind = {
  category: string
  arrangedByItSection: boolean
  publishedWithConsent: boolean
  answers: Decided[]
}
export const decisionsByKind = (policies: Policies): DecisionByKind[] =>
  [
    ...['web-mail', 'online-storage'].flatMap((category) =>
      [false, true].map((arrangedByItSection) => ({ category, arrangedByItSection, publishedWithConsent: false })),
    ),
    ...[false, true].map((publishedWithConsent) => ({
      ...{ category: 'distribution', arrangedByItSection: false, publishedWithConsent },
    })),
  ].map((row) => ({
    ...row,
    answers: columns.map((column) => decide({ ...usual, ...row, ...column }, policies)),
  }))

export type DecisionByExemption = { exemption: string; without: Decided; within: Decided }
/** §9: who need not apply, and what holds as soon as 重要情報 is handled. */
export const decisionsByExemption = (
  policies: Policies,
  { exemptions }: Pick<Tables, 'exemptions'>,
): DecisionByExemption[] =>
  exemptions.rows.map(({ id, claim }) => {
    const service = { pricing: claim?.pricing ?? 'paid', category: claim?.categories?.[0] ?? 'other' }
    const use = { ...usual, ...service, exemption: id! }
    return {
      exemption: id!,
      without: decide({ ...use, kinds: [] }, policies),
      within: decide({ ...use, kinds: ['personal'] }, policies),
    }
  })
