import { judge, readingOf } from '../check.ts'
import type { Pointer } from '../pointer.ts'
import type { Policies } from '../rule.ts'
import { answerAt } from './completion.ts'
import { type Draft, type Sheets, serviceOf, withAnswer } from './draft.ts'
import { exemptionByName, findService, type KnownService, type NamedExemption } from './known.ts'

export type KnownTables = {
  policies: Policies
  sheets: Sheets
  services: readonly KnownService[]
  exemptions: readonly NamedExemption[]
}
export type KnownAnswers = {
  draft: Draft
  answers: readonly (readonly [Pointer, unknown])[]
  known: KnownService | undefined
}

/** What is known of the service of this name, as answers where there was none. */
export function knownAnswers(draft: Draft, tables: KnownTables): KnownAnswers {
  const name = answerAt(draft, '/service/name')
  const known = typeof name === 'string' ? findService(name, tables.services) : undefined
  if (known === undefined) return { draft, answers: [], known }
  const facts: [Pointer, unknown][] = [
    ['/service/provider/name', known.provider],
    ['/service/class', known.class],
    ['/service/category', known.category],
  ]
  const answers = facts.filter(([pointer]) => answerAt(draft, pointer) === undefined)
  const named = known.name === name ? draft : withAnswer(draft, '/service/name', known.name)
  const filled = answers.reduce((all, [pointer, value]) => withAnswer(all, pointer, value), named)
  const exemption = exemptionByName(known, tables.exemptions)
  if (exemption === undefined || answerAt(draft, '/use/exemption') !== undefined)
    return { draft: filled, answers, known }
  const claimed = withAnswer(filled, '/use/exemption', exemption)
  return claimHolds(claimed, tables)
    ? { draft: claimed, answers: [...answers, ['/use/exemption', exemption]], known }
    : { draft: filled, answers, known }
}

/** A claim that the facts contradict is a violation at its place. */
const claimHolds = (draft: Draft, { policies, sheets }: KnownTables): boolean =>
  !judge(readingOf(serviceOf(draft, sheets)), policies).some(({ findings }) =>
    findings.some(
      ({ at, verdict, decision }) => at === '/use/exemption' && verdict === 'violation' && decision === undefined,
    ),
  )
