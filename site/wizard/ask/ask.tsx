import { policies } from '../../../policies/index.ts'
import { sheets } from '../../../policies/sheets.ts'
import { assessAnswers } from '../../../src/assess.ts'
import { serviceOf } from '../../../src/draft/draft.ts'
import { useDesk } from '../desk.ts'
import { issueForm } from '../model/doors.ts'
import { shownQuestions } from '../model/path.ts'
import { Heading } from '../parts/heading.tsx'
import { StepLink } from '../parts/step-link.tsx'
import { OutcomePanel } from './outcome.tsx'
import { Question } from './question.tsx'
import { ServiceName } from './service-name.tsx'

/** 「使えますか」: as few questions as decide it, one after the other, and the answer as soon as there is one. */
export const Ask = () => {
  const { work, judged } = useDesk()
  const isDecided = judged.answer.assessment.outcome !== 'incomplete'
  const isOver = isDecided || work.unsure.length > 0
  return (
    <>
      <Heading lead="質問に答えると、使えるかどうかと、必要な手続きが分かります。質問は、答えに応じて1つずつ増えます。">
        使えるかを調べる
      </Heading>
      <ServiceName />
      {shownQuestions(work, judged.found).map((pointer) => (
        <Question key={pointer} pointer={pointer} />
      ))}
      {isOver && <OutcomePanel answer={judged.answer} />}
      <Next />
    </>
  )
}

/** Where it goes on from here. */
const Next = () => {
  const { work, judged, repository } = useDesk()
  const { outcome } = judged.answer.assessment
  const print = (
    <button type="button" onClick={() => window.print()}>
      この判定を印刷する
    </button>
  )
  if (outcome === 'application')
    return (
      <div class="buttons">
        <StepLink at="write" kind="primary">
          内容を書く
        </StepLink>
        {print}
      </div>
    )
  if (outcome === 'exempt')
    return (
      <>
        <p>申請はいりません。台帳に載せておくと、利用状況の確認（年1回）の時期が分かります。</p>
        <div class="buttons">
          {print}
          <StepLink at="write">台帳に載せる（申請ではありません）</StepLink>
        </div>
      </>
    )
  if (outcome !== 'incomplete') return <div class="buttons">{print}</div>
  if (work.unsure.length === 0) return null
  return (
    <>
      <p>「まだ分からない」が残っています。分かるところだけ書いて、下書きを情報政策課に見せて相談できます。</p>
      <ul>
        {openQuestions(work.draft).map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <div class="buttons">
        <StepLink at="write">分かるところだけ書く</StepLink>
        {repository !== null && (
          <a class="button" href={issueForm(repository, 'consult')}>
            情報政策課に相談する（GitHub）
          </a>
        )}
      </div>
    </>
  )
}

const openQuestions = (draft: Parameters<typeof serviceOf>[0]): string[] =>
  (assessAnswers(serviceOf(draft, sheets), policies).missing ?? []).map((fact) => policies.questions[fact] ?? fact)
