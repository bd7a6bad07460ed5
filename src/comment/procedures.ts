import type { Assessment } from '../assess.ts'
import { idsOf, label } from '../vocabulary.ts'
import type { Comparison, Effect, Shift } from './risk.ts'
import { nothing } from './values.ts'

type Outcome = Assessment['outcome']

/** From what the guideline does not ask about to what it does not allow. */
const strictness: readonly Outcome[] = ['out-of-scope', 'exempt', 'application', 'prohibited']

const outcome: Comparison = ({ assessment: before }, { assessment: after }) => {
  const [old, now] = [strictness.indexOf(before.outcome), strictness.indexOf(after.outcome)]
  if (before.outcome === after.outcome) return []
  const word = (id: Outcome): string => label('outcome', id)
  const effect = old < 0 || now < 0 ? 'procedure' : effectOf(now > old)
  return [{ effect, weight: 100, what: 'ガイドラインの判定', before: word(before.outcome), after: word(after.outcome) }]
}

const effectOf = (isMore: boolean): Effect => (isMore ? 'raises' : 'lowers')

/** What must hold as well: a new one is a matter for judgement. */
const conditions: Comparison = ({ assessment: before }, { assessment: after }) =>
  idsOf('condition').flatMap((id): Shift[] => {
    const [old, now] = [before, after].map(({ conditions: all }) => all.some((one) => one === id))
    if (old === now || id === null) return []
    const word = (isAsked: boolean | undefined): string => (isAsked ? '必要' : '不要')
    const what = `利用の条件：${label('condition', id)}`
    return [{ effect: effectOf(now === true), weight: 84, what, before: word(old), after: word(now) }]
  })

/** A word on each part of the procedure; two states differ where the words do. */
const parts: readonly { what: string; weight: number; word: (assessment: Assessment) => string }[] = [
  { what: '申請の様式', weight: 40, word: ({ application }) => (application ? `様式${application.form}` : nothing) },
  {
    what: '情報化企画',
    weight: 38,
    word: ({ application }) => (application?.informatizationPlan ? '必要' : '不要'),
  },
  {
    what: '別表の行（必須・判断）',
    weight: 36,
    word: ({ criteria: { required, judged } = { required: [], judged: [] } }) =>
      required.length + judged.length === 0 ? nothing : `${required.length}・${judged.length}`,
  },
  {
    what: 'ガバメントクラウドの対策',
    weight: 34,
    word: ({ measures = [] }) => (measures.length === 0 ? nothing : `${measures.length}件`),
  },
  {
    what: '点検の様式',
    weight: 32,
    word: ({ checks = [] }) => (checks.length === 0 ? nothing : checks.map(({ form }) => `様式${form}`).join('・')),
  },
]

/** What is asked of the use: it follows from the rest, and raises no risk of its own. */
export const procedures: readonly Comparison[] = [
  outcome,
  conditions,
  ...parts.map(
    ({ what, weight, word }): Comparison =>
      (before, after) => {
        const [old, now] = [word(before.assessment), word(after.assessment)]
        return old === now ? [] : [{ effect: 'procedure', weight, what, before: old, after: now }]
      },
  ),
]
