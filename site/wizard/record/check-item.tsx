import { answerAt } from '../../../src/draft/completion.ts'
import { type Checklist, type Item, needsNote } from '../../../src/record/check.ts'
import { label } from '../../../src/vocabulary.ts'
import { useDesk } from '../desk.ts'
import { Field } from '../fields/field.tsx'

type Props = { item: Checklist['items'][number]; last: Item | undefined }

/** One item: what is to be checked, the answer of the last time, and the answer of today. */
export const CheckItem = ({ item: { id, text, evidence, condition }, last }: Props) => {
  const { work } = useDesk()
  const at = `/check/items/${id}`
  const result = answerAt(work.draft, `${at}/result`) as Item['result'] | undefined
  return (
    <section class="row-box" aria-label={`${id} ${text}`}>
      <h3>{text}</h3>
      <p class="note">
        {id}　根拠の例: {evidence}
        {condition !== undefined && `　「${condition}」に当たらなければ「${label('checkResult', 'n/a')}」`}
      </p>
      {last !== undefined && (
        <p class="last">
          前回: {label('checkResult', last.result)}
          {last.note !== undefined && `「${last.note}」`}
          {last.evidence !== undefined && `（${last.evidence}）`}
        </p>
      )}
      <Field pointer={`${at}/result`} isBare />
      {result !== undefined && needsNote({ result }) && <Field pointer={`${at}/note`} title="理由と今後の予定" />}
      {result !== undefined && result !== 'n/a' && <Field pointer={`${at}/evidence`} title="根拠資料" />}
    </section>
  )
}
