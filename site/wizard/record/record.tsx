import { answerAt } from '../../../src/draft/completion.ts'
import { taskLink } from '../../links.ts'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useDesk } from '../desk.ts'
import { Field } from '../fields/field.tsx'
import { tasks } from '../model/work.ts'
import { Heading } from '../parts/heading.tsx'
import { StepLink } from '../parts/step-link.tsx'
import { CheckForm } from './check-form.tsx'
import { End } from './end.tsx'

const leads = {
  check: '前回の答えを見ながら、様式の項目を1つずつ確かめて記録します。',
  confirm: '利用が続いているかを記録します（台帳調査への回答にもなります）。',
  terminate: '利用を終えた日と理由、預けた情報がどうなったかを記録します。',
} as const

/** Whether the use goes on; one that has ended has more to be told. */
const Confirmation = () => {
  const { work } = useDesk()
  const hasEnded = answerAt(work.draft, '/confirmation/status') === 'ended'
  return (
    <>
      <Field pointer="/confirmation/status" />
      {hasEnded && work.base !== null && (
        <Notice kind="warning" title="終了済みのときは、利用の終了を記録します" live>
          <p>終わった日、理由、預けた情報がどうなったかを書きます。台帳調査で答えるときも、こちらで記録します。</p>
          <Link to={taskLink(work.base.file, 'terminate')} kind="button">
            利用の終了を記録する
          </Link>
        </Notice>
      )}
      <Field pointer="/confirmation/date" />
    </>
  )
}

/** A record in the life of a use: a check, a confirmation, or its end. */
export const Record = ({ task }: { task: keyof typeof leads }) => {
  const { work, act } = useDesk()
  return (
    <>
      <Heading lead={leads[task]}>{tasks[task]}</Heading>
      <p>
        <strong>{String((work.draft.service as { name?: string } | undefined)?.name ?? '')}</strong>（
        <code>{work.base?.file}</code>）
      </p>
      {task === 'check' && <CheckForm isFixed={false} />}
      {task === 'confirm' && <Confirmation />}
      {task === 'terminate' && <End />}
      <div class="buttons turn">
        <StepLink at="hand-in" kind="primary" leave={() => act.touch('/check', '/confirmation', '/termination')}>
          確かめて出す
        </StepLink>
      </div>
    </>
  )
}
