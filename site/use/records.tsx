import { type Told, wordField } from '../../src/history.ts'
import { judgementsOf, transitionOf } from '../../src/ledger/permission.ts'
import type { LedgerRecord } from '../../src/ledger/record.ts'
import { answers, kinds } from '../../src/reporters/ledger.ts'
import { visible } from '../../src/reporters/visible.ts'
import { label } from '../../src/vocabulary.ts'
import { Day } from '../parts/day.tsx'
import { fileAt, GitHub } from '../parts/github.tsx'
import { Table } from '../parts/table.tsx'
import { Words } from '../parts/words.tsx'
import type { UseView } from './view.ts'

/** Who decided what, when, on which content and under which rules, as the ledger has it; the newest first. */
export const Records = ({ view }: { view: UseView }) => (
  <Table
    caption="決定の記録"
    captionHidden
    headings={[
      { name: '番号' },
      { name: '日' },
      { name: '内容' },
      { name: '承認した人' },
      { name: '判断と理由', width: 'wide' },
      { name: '規則の版' },
    ]}
    rows={(view.permission?.records ?? []).toReversed().map((record) => recordCells(record, view))}
  />
)

function recordCells(record: LedgerRecord, { path, site }: UseView) {
  const { id, kind, recordedAt, approvals, pr, rules, reasons = [] } = record
  const transition = transitionOf(path, record)
  return [
    id,
    <Day day={recordedAt.slice(0, 10)} />,
    <>
      {kinds[kind]}
      {transition !== null && `・${label('transition', transition)}`}
      {pr !== null && (
        <div>
          <GitHub site={site} to={`pull/${pr.number}`}>
            申請 #{pr.number}
          </GitHub>
        </div>
      )}
    </>,
    approvals.map(({ user }) => visible(user)).join('、') || null,
    <>
      {reasons.map((reason) => (
        <Words key={reason}>{reason}</Words>
      ))}
      {judgementsOf(path, record).map(({ key, rule, answer, reason }) => (
        <div key={key}>
          {site.context.policies.rules[rule]?.title ?? rule}: {answers[answer]}。<Words>{reason}</Words>
        </div>
      ))}
    </>,
    rules === null ? null : (
      <>
        {visible(rules.version)} <code>{rules.digest.slice(0, 12)}</code>
      </>
    ),
  ]
}

/** So many fields tell what a commit was about. */
const shownFields = 6

/** What git tells of the file, the newest first. */
export const History = ({ view }: { view: UseView }) => (
  <>
    {!view.site.isHistoryWhole && (
      <p class="note">新しい変更だけを読み込んで作ったページのため、古い変更は載っていないことがあります。</p>
    )}
    <Table
      caption="変更の履歴"
      captionHidden
      headings={[
        { name: '日' },
        { name: '変更' },
        { name: '変わった項目', width: 'wide' },
        { name: '記録した人' },
        { name: '版' },
      ]}
      rows={view.history.toReversed().map((told) => historyCells(told, view))}
    />
  </>
)

function historyCells({ commit, date, author, transition, changes }: Told, { site }: UseView) {
  const left = changes.length - shownFields
  return [
    <Day day={date} />,
    label('transition', transition),
    <>
      {changes.slice(0, shownFields).map((field) => (
        <div key={field.pointer}>{visible(wordField(field))}</div>
      ))}
      {left > 0 && <div>ほか{left}件</div>}
    </>,
    visible(author),
    <GitHub site={site} to={`commit/${commit}`}>
      <code>{commit.slice(0, 7)}</code>
    </GitHub>,
  ]
}

export const File = ({ view: { site, path } }: { view: UseView }) => (
  <p>
    <GitHub site={site} to={fileAt(site, path)}>
      <code>{path}</code>
    </GitHub>
  </p>
)
