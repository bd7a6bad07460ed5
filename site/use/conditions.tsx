import { labelOf } from '../../src/fields.ts'
import { entriesAt } from '../../src/form/entries.ts'
import { label } from '../../src/vocabulary.ts'
import { Day } from '../parts/day.tsx'
import { Rule } from '../parts/rule.tsx'
import { Table } from '../parts/table.tsx'
import { Words } from '../parts/words.tsx'
import { DayOf } from './checks.tsx'
import type { UseView } from './view.ts'

/** The conditions that the guideline sets, with what the file records, and those that a reviewer has set. */
export const Conditions = ({ view }: { view: UseView }) => (
  <>
    <Recorded view={view} />
    <Imposed view={view} />
  </>
)

export const hasConditions = ({ assessment, stated, permission }: UseView): boolean =>
  assessment.conditions.length + entriesAt(stated, '/conditions').length + (permission?.conditions.length ?? 0) > 0

const Recorded = ({ view: { assessment, stated } }: { view: UseView }) => {
  const entries = entriesAt(stated, '/conditions')
  const ids = [...new Set([...assessment.conditions, ...entries.map(({ id }) => String(id))])]
  if (ids.length === 0) return null
  return (
    <Table
      caption="ガイドラインの定める条件と、申請した課の記録"
      headings={[{ name: '条件' }, { name: '理由と判断の経過', width: 'wide' }, { name: '判断・相談の日' }]}
      rows={ids.map((id) => {
        const { reason, date } = entries.find((entry) => entry.id === id) ?? {}
        return [
          label('condition', id),
          typeof reason === 'string' ? <Words>{reason}</Words> : <span class="none">記載なし</span>,
          <DayOf value={date} />,
        ]
      })}
    />
  )
}

const Imposed = ({ view: { permission, site } }: { view: UseView }) =>
  permission === null || permission.conditions.length === 0 ? null : (
    <Table
      caption="許可に付いた条件"
      headings={[
        { name: '条件', width: 'wide' },
        { name: '問われたこと', width: 'wide' },
        { name: '項目' },
        { name: '記録' },
        { name: '日' },
      ]}
      rows={permission.conditions.map(({ reason, rule, pointer, id, date, by }) => [
        <Words>{reason}</Words>,
        <Rule id={rule} policies={site.context.policies} />,
        labelOf(pointer),
        `${id}（${by.user}）`,
        <Day day={date} />,
      ])}
    />
  )
