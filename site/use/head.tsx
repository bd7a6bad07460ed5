import { daysBetween } from '../../src/calendar.ts'
import { alarmsOf } from '../../src/register/alarms.ts'
import { wordSuspension } from '../../src/register/columns.ts'
import { wordRemaining } from '../../src/reporters/due.ts'
import { visible } from '../../src/reporters/visible.ts'
import { formsFor } from '../forms/which.ts'
import { formsLink, handoverLink, taskLink } from '../links.ts'
import { Day } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { Link } from '../parts/link.tsx'
import { AlarmMarks, DueMark, StatusMark } from '../parts/marks.tsx'
import { Notice } from '../parts/notice.tsx'
import { tasksFor } from '../tasks.ts'
import type { UseView } from './view.ts'

/** The state of a use, whose turn it is, and what can be done from here. */
export const Head = ({ view }: { view: UseView }) => (
  <>
    <Warnings view={view} />
    <Facts
      rows={[
        [
          '状態',
          <>
            <StatusMark status={view.row.status} /> <AlarmMarks row={view.row} />
          </>,
        ],
        ['次にする人', view.turn.who === null ? 'なし' : visible(view.turn.who)],
        ['すること', view.turn.what],
        ['次の期限', <NextDue view={view} />],
      ]}
    />
    <Doors view={view} />
  </>
)

const NextDue = ({ view: { row, site } }: { view: UseView }) =>
  row.nextDue === null ? (
    <>ありません</>
  ) : (
    <>
      <Day day={row.nextDue.due} />　{row.nextDue.subject}　{wordDistance(site.asOf, row.nextDue.due)}{' '}
      <DueMark state={row.nextDue.state} />
    </>
  )

const wordDistance = (asOf: string, due: string): string =>
  daysBetween(asOf, due) > 0 ? `あと${wordRemaining(due, asOf)}` : wordRemaining(due, asOf)

/** What nobody who opens the page may overlook. */
const Warnings = ({ view: { row, permission, source } }: { view: UseView }) => {
  const alarms = alarmsOf(row)
  return (
    <>
      {!source.readable && (
        <Notice kind="error" title="ファイルが読めません。">
          <p>書いてあることを示せません。下の「点検の指摘」のとおりに直してください。</p>
        </Notice>
      )}
      {alarms.includes('suspended') && (
        <Notice kind="error" title="利用を停止しています。">
          <p>{visible(wordSuspension(row) ?? '')}</p>
        </Notice>
      )}
      {alarms.includes('unconfirmed') && (
        <Notice kind="error" title="許可が確かめられていない取込みがあります。">
          <p>{permission?.irregular.map(({ id }) => id).join('、')} を確かめてください。</p>
        </Notice>
      )}
      {alarms.includes('overdue') && row.nextDue !== null && (
        <Notice kind="warning" title="期限を過ぎています。">
          <p>
            {row.nextDue.subject}（期限 <Day day={row.nextDue.due} />）
          </p>
        </Notice>
      )}
    </>
  )
}

/** The wizard takes the use from here. */
const Doors = ({ view: { path, row, assessment, stated } }: { view: UseView }) => (
  <p class="buttons">
    {tasksFor(row).map((task) => (
      <Link key={task} to={taskLink(path, task)} kind="button">
        {row.status === 'ended' ? '内容を訂正する' : doors[task]}
      </Link>
    ))}
    {formsFor(assessment, stated).length > 0 && (
      <Link to={formsLink(path)} kind="button">
        様式を印刷する
      </Link>
    )}
    <Link to={handoverLink(row.department)} kind="button">
      課の引継書
    </Link>
  </p>
)

const doors = {
  check: '点検を記録する',
  confirm: '利用状況を確認する',
  renew: '内容を変える（更改・訂正）',
  terminate: '利用をやめる',
} as const
