import type { Decided } from '../../../src/explain/decisions.ts'
import { label } from '../../../src/vocabulary.ts'
import { useKnowledge } from './known.ts'
import { TopicLink } from './topic-link.tsx'

const letters = [...'アイウエオカキク']

/** Every rule that shuts a cell, once: a letter in the cell leads to its line below the table. */
export const reasonsOf = (answers: readonly Decided[]): string[] => [
  ...new Set(
    answers.flatMap(({ outcome, because }) => (outcome === 'prohibited' ? because.map(({ rule }) => rule) : [])),
  ),
]

export const Reasons = ({ reasons }: { reasons: readonly string[] }) => {
  const { rules } = useKnowledge().policies
  return (
    <dl class="reasons">
      {reasons.map((rule, index) => (
        <div key={rule}>
          <dt>{letters[index]}</dt>
          <dd>
            <TopicLink kind="rule" id={rule}>
              {rules[rule]!.title}
            </TopicLink>
            （第{rules[rule]!.section}節）
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What is to be handed in, or that it cannot be used; never a colour alone. */
export const Answer = ({ answer, reasons }: { answer: Decided; reasons: readonly string[] }) => {
  const { outcome, because, conditions } = answer
  if (outcome === 'prohibited')
    return (
      <p class="cell-no">
        × {label('outcome', outcome)}{' '}
        <span class="letters">{because.map(({ rule }) => letters[reasons.indexOf(rule)]).join('・')}</span>
      </p>
    )
  return (
    <>
      <p>{outcome === 'application' ? askedOf(answer) : label('outcome', outcome)}</p>
      {conditions.map((condition) => (
        <p key={condition} class="cell-condition">
          ※{' '}
          <TopicLink kind="condition" id={condition}>
            {label('condition', condition)}
          </TopicLink>
        </p>
      ))}
    </>
  )
}

const askedOf = ({ form, criteria, informatizationPlan }: Decided): string =>
  [`様式${form}`, ...(criteria ? ['別表'] : []), ...(informatizationPlan ? ['情報化企画'] : [])].join('＋')
