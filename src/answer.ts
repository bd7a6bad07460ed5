import { type Assessment, assess } from './assess.ts'
import { judge, readingOf } from './check.ts'
import { type Counterfactual, counterfactuals } from './counterfactual.ts'
import type { Finding, Policies } from './rule.ts'

/** An assessment with what people want to know besides: the sentences behind it, and what would lift a prohibition. */
export type Answer = {
  file: string
  assessment: Assessment
  reasons: readonly Reason[]
  lifts: readonly Counterfactual[]
  /** What the file says of the facts and nobody can read, in words. */
  unread: readonly string[]
}
export type Reason = { rule: string; section: string; findings: readonly Finding[] }

/** `read` is `assess` for a file, `assessAnswers` while somebody is still being asked. */
export function answerFor(file: string, value: unknown, policies: Policies, read = assess): Answer {
  const assessment = read(value, policies)
  const judged = judge(readingOf(value), policies)
  const reasons = assessment.because.map(({ rule, section }) => {
    const findings = judged.find(({ id }) => id === rule)?.findings ?? []
    return { rule, section, findings }
  })
  return { file, assessment, reasons, lifts: counterfactuals(value, policies, read), unread: [] }
}
