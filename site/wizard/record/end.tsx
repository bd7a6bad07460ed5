import { answerAt } from '../../../src/draft/completion.ts'
import { type EndAnswers, endFields, isAskedAtEnd } from '../../../src/record/termination.ts'
import { useDesk } from '../desk.ts'
import { Field } from '../fields/field.tsx'
import { isImportant } from '../model/records.ts'
import { CheckForm } from './check-form.tsx'

/** The end of a use; with 重要情報 it begins with 様式6. */
export const End = () => {
  const { work, judged } = useDesk()
  const answers: EndAnswers = Object.fromEntries(endFields.map((field) => [field, answerAt(work.draft, field)]))
  const scope = {
    isImportant: isImportant(work.draft),
    needsData: judged.answer.assessment.outcome === 'application',
  }
  return (
    <>
      {answerAt(work.draft, '/check/form') === 6 && <CheckForm isFixed />}
      <h2>利用の終了（様式3）</h2>
      {endFields
        .filter((field) => isAskedAtEnd(field, answers, scope))
        .map((field) => (
          <Field key={field} pointer={field} />
        ))}
    </>
  )
}
