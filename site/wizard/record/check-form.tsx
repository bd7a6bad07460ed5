import { answerAt } from '../../../src/draft/completion.ts'
import { lastCheck } from '../../../src/record/check.ts'
import { wareki } from '../../../src/wareki.ts'
import { Link } from '../../parts/link.tsx'
import { useDesk } from '../desk.ts'
import { FieldBox } from '../fields/box.tsx'
import { Choices } from '../fields/choices.tsx'
import { Field } from '../fields/field.tsx'
import { formPlace } from '../model/guidance.ts'
import { checklistOf, formsOf } from '../model/records.ts'
import { answered } from '../model/work.ts'
import { CheckItem } from './check-item.tsx'

/** 様式4 to 様式7, item by item, beside what was answered the last time. */
export const CheckForm = ({ isFixed }: { isFixed: boolean }) => {
  const { work, act } = useDesk()
  const table = checklistOf(answerAt(work.draft, '/check/form'))
  if (table === undefined) return null
  const last = lastCheck(work.draft, table.form)
  const answers = table.items.filter(({ id }) => answerAt(work.draft, `/check/items/${id}/result`) !== undefined)
  const repeat = (): void =>
    act.change((now) =>
      (last?.items ?? []).reduce((one, { id, ...item }) => answered(one, `/check/items/${id}`, item), now),
    )
  return (
    <>
      {!isFixed && <WhichForm />}
      <h2>
        様式{table.form} {table.title}
      </h2>
      {table.status === 'reconstruction' && <p class="note">再構成: {table.note}</p>}
      <p>
        <Link to={formPlace(table.form)}>この様式について</Link>
      </p>
      {last !== undefined && (
        <div class="buttons">
          <p>
            前回の点検: {last.date}（{wareki(last.date)}）
          </p>
          <button type="button" onClick={repeat}>
            前回と同じ答えを入れる（あとで1つずつ確かめる）
          </button>
        </div>
      )}
      <p role="status">
        {table.items.length}項目のうち{answers.length}項目に答えました。
      </p>
      {table.items.map((item) => (
        <CheckItem key={item.id} item={item} last={last?.items.find(({ id }) => id === item.id)} />
      ))}
      <h2>点検した日と人</h2>
      <Field pointer="/check/date" />
      <Field pointer="/check/by" />
      <Field pointer="/check/confirmed" />
    </>
  )
}

/** Which form it is; a use without 重要情報 has only one. */
const WhichForm = () => {
  const { work, act } = useDesk()
  const forms = formsOf(work.draft)
  if (forms.length < 2) return null
  return (
    <FieldBox
      pointer="/check/form"
      kind="group"
      title="どの様式で点検しますか"
      need={null}
      help={
        <p class="help">導入・構築のときは様式4、運用を始めたときと年1回程度は様式5、利用を終えるときは様式6です。</p>
      }
      found={[]}
      problem={null}
    >
      <Choices
        pointer="/check/form"
        options={forms.map((form) => ({ key: String(form), label: `様式${form}`, hint: checklistOf(form)?.title }))}
        chosen={[String(answerAt(work.draft, '/check/form'))]}
        isWrong={false}
        leave={() => undefined}
        choose={(form) => act.change((now) => answered(answered(now, '/check/items', {}), '/check/form', Number(form)))}
      />
    </FieldBox>
  )
}
