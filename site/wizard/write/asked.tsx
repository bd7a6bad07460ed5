import { policies } from '../../../policies/index.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { fieldOf } from '../../../src/draft/places.ts'
import { wordValue } from '../../../src/reporters/assessment.ts'
import { Facts } from '../../parts/facts.tsx'
import { useDesk } from '../desk.ts'
import { StepLink } from '../parts/step-link.tsx'

/** What was answered on the first step, and the way back to it. */
export const Asked = () => {
  const { work } = useDesk()
  const answered = Object.keys(policies.questions).filter((fact) => answerAt(work.draft, fact) !== undefined)
  if (answered.length === 0) return null
  return (
    <details class="asked">
      <summary>「使えるかを調べる」で答えたこと（{answered.length}件）</summary>
      <Facts
        rows={answered.map((fact) => [fieldOf(fact)?.title ?? fact, wordValue(fact, answerAt(work.draft, fact))])}
      />
      <StepLink at="ask">答えを変える</StepLink>
    </details>
  )
}
