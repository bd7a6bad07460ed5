import type { Measure } from '../../../src/explain/knowledge.ts'
import { anchors } from '../../../src/explain/places.ts'
import { stageLabel } from '../../../src/explain/topic.ts'
import { label } from '../../../src/vocabulary.ts'
import { Table } from '../table.tsx'
import { useKnowledge } from './known.ts'
import { CriterionLinks } from './topic-link.tsx'

export const MeasureTable = () => {
  const { rows } = useKnowledge().tables.measures
  return (
    <Table
      caption="ガバメントクラウドの特則の対策"
      captionHidden
      headings={[
        { name: '番号', width: 'narrow' },
        { name: '対策', width: 'wide' },
        { name: '時期' },
        { name: '当てはまるときと答え方' },
        { name: '関係する別表の行（再構成）' },
      ]}
      ids={rows.map(({ number }) => anchors.measure(number))}
      rows={rows.map((row) => [
        row.symbol,
        <Text key="text" row={row} />,
        [row.stage, ...(row.also ?? [])].map(stageLabel).join('、'),
        <When key="when" row={row} />,
        <CriterionLinks key="criteria" numbers={row.criteria} />,
      ])}
    />
  )
}

const Text = ({ row: { title, text, parts = [], note } }: { row: Measure }) => (
  <>
    <strong>{title}</strong>
    <p>{text}</p>
    {parts.length > 0 && (
      <ul class="plain-list">
        {parts.map(({ id, text: part }) => (
          <li key={id}>
            {id} {part}
          </li>
        ))}
      </ul>
    )}
    {note !== undefined && <p class="note">{note}</p>}
  </>
)

const When = ({ row: { condition, onlyModel, mayNotApply } }: { row: Measure }) => (
  <>
    <p>{onlyModel === undefined ? (condition ?? 'いつも') : `提供形態が${label('model', onlyModel)}のとき`}</p>
    {mayNotApply && <p class="note">当てはまらないときは、理由を添えて「該当なし」と答えられます。</p>}
  </>
)
