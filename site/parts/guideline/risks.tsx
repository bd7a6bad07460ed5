import { anchors } from '../../../src/explain/places.ts'
import { label } from '../../../src/vocabulary.ts'
import { Table } from '../table.tsx'
import { useKnowledge } from './known.ts'
import { CriterionLinks } from './topic-link.tsx'

export const RiskTable = () => {
  const { rows } = useKnowledge().tables.risks
  return (
    <Table
      caption="外部サービスの利用に係るリスク"
      captionHidden
      headings={[
        { name: '番号', width: 'narrow' },
        { name: 'リスク', width: 'wide' },
        { name: '検討するとき' },
        { name: '必ず満たす別表の行' },
        { name: '関係する別表の行（再構成）' },
      ]}
      ids={rows.map(({ id }) => anchors.risk(id))}
      rows={rows.map(({ id, number, group, label: name, summary, criteriaStated = [], criteria }) => [
        `リスク${number}`,
        <>
          <strong>{name}</strong>
          <p>{summary}</p>
          <p class="note">
            識別子 <code>{id}</code>
          </p>
        </>,
        label('riskGroup', group),
        <CriterionLinks key="stated" numbers={criteriaStated} />,
        <CriterionLinks key="related" numbers={criteria} />,
      ])}
    />
  )
}
