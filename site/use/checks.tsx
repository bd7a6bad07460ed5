import { type Entry, entriesAt } from '../../src/form/entries.ts'
import { idsOf, label } from '../../src/vocabulary.ts'
import { formLink } from '../links.ts'
import { Day } from '../parts/day.tsx'
import { Link } from '../parts/link.tsx'
import { Table } from '../parts/table.tsx'
import { Words } from '../parts/words.tsx'
import { CheckResult } from './lists.tsx'
import type { UseView } from './view.ts'

/** 様式4 to 様式7 as they were made, the newest first, and what each of them left open. */
export const Checks = ({ view }: { view: UseView }) => {
  const checks = entriesAt(view.stated, '/checks').toReversed()
  const results = idsOf('checkResult').map(String)
  const open = checks.flatMap((check) => openItems(check, view))
  return (
    <>
      <Table
        caption="点検の記録"
        captionHidden
        headings={[
          { name: '様式' },
          { name: '点検日', width: 'wide' },
          { name: '点検者' },
          { name: '管理者の確認日', width: 'wide' },
          ...results.map((id) => ({ name: label('checkResult', id) })),
        ]}
        rows={checks.map((check, index) => [
          checks.findIndex(({ form }) => form === check.form) === index ? (
            <Link to={formLink(view.path, Number(check.form))}>様式{String(check.form)}</Link>
          ) : (
            `様式${check.form}`
          ),
          <DayOf value={check.date} />,
          typeof check.by === 'string' ? <Words>{check.by}</Words> : null,
          <DayOf value={check.confirmed} />,
          ...results.map((id) => entriesAt(check, '/items').filter(({ result }) => result === id).length),
        ])}
      />
      {open.length > 0 && (
        <Table
          caption="一部実施・未実施の項目"
          headings={[
            { name: '項目', width: 'wide' },
            { name: '点検', width: 'wide' },
            { name: '結果' },
            { name: '備考', width: 'wide' },
          ]}
          rows={open}
        />
      )}
    </>
  )
}

export const DayOf = ({ value }: { value: unknown }) => (typeof value === 'string' ? <Day day={value} /> : null)

const openItems = (check: Entry, { knowledge }: UseView) =>
  entriesAt(check, '/items')
    .filter(({ result }) => result === 'partial' || result === 'no')
    .map((entry) => [
      titleOf(String(entry.id), knowledge.forms),
      <>
        様式{String(check.form)} <DayOf value={check.date} />
      </>,
      <CheckResult entry={entry} />,
      typeof entry.note === 'string' ? <Words>{entry.note}</Words> : null,
    ])

const titleOf = (id: string, forms: UseView['knowledge']['forms']): string =>
  forms.flatMap(({ items = [] }) => items).find((item) => item.id === id)?.text ?? id

export const Confirmations = ({ view }: { view: UseView }) => (
  <Table
    caption="利用状況の確認"
    captionHidden
    headings={[{ name: '確認日' }, { name: '利用状況' }]}
    rows={entriesAt(view.stated, '/confirmations')
      .toReversed()
      .map(({ date, status }) => [
        <DayOf value={date} />,
        typeof status === 'string' ? label('confirmationStatus', status) : null,
      ])}
  />
)
