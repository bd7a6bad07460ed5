import type { Criterion } from '../../../src/explain/knowledge.ts'
import { anchors } from '../../../src/explain/places.ts'
import { label } from '../../../src/vocabulary.ts'
import { sectionLink } from '../../links.ts'
import { Chip } from '../chip.tsx'
import { Link } from '../link.tsx'
import { Table } from '../table.tsx'
import { useKnowledge } from './known.ts'
import { Sure } from './origin.tsx'
import { Listed, TopicLink } from './topic-link.tsx'

/** 別表: level, what is asked of the provider, and what shows it. One table for each field of it. */
export const CriteriaTable = () => {
  const { rows } = useKnowledge().tables.criteria
  return (
    <>
      {[...new Set(rows.map(({ category }) => category))].map((category) => (
        <Part key={category} category={category} rows={rows.filter((row) => row.category === category)} />
      ))}
    </>
  )
}

const Part = ({ category, rows }: { category: string; rows: readonly Criterion[] }) => (
  <>
    <h4>{category}</h4>
    <Table
      caption={`別表 ${category}`}
      captionHidden
      headings={[
        { name: '番号とレベル', width: 'narrow' },
        { name: '確認事項', width: 'wide' },
        { name: '提供者への質問', width: 'wide' },
        { name: '確認の資料', width: 'wide' },
      ]}
      ids={rows.map(({ number }) => anchors.criterion(number))}
      rows={rows.map((row) => [
        <Head key="head" row={row} />,
        <Requirement key="requirement" row={row} />,
        row.ask,
        <ul key="evidence" class="plain-list">
          {row.evidence.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>,
      ])}
    />
  </>
)

const Head = ({ row: { number, level } }: { row: Criterion }) => (
  <>
    <p>別表{number}</p>
    <Chip tone={level === 'required' ? 'bad' : 'neutral'}>{label('criterionLevel', level)}</Chip>
  </>
)

const Requirement = ({ row }: { row: Criterion }) => {
  const { number, title, requirement, condition, parameter, bodyMandate, certainty } = row
  return (
    <>
      <strong>{title}</strong>
      <p>{requirement}</p>
      {condition !== undefined && <p class="note">当てはまるとき: {condition}</p>}
      {parameter !== undefined && (
        <p class="note">
          数値: {parameter.name}（例 {parameter.example}
          {parameter.unit}）
        </p>
      )}
      {bodyMandate !== undefined && (
        <p class="note">
          <Link to={sectionLink(bodyMandate.replace('§', ''))}>ガイドライン {bodyMandate}</Link>{' '}
          により、必ず満たします。
        </p>
      )}
      <Risks number={number} />
      <p>
        <Sure certainty={certainty} />
      </p>
    </>
  )
}

const Risks = ({ number }: { number: Criterion['number'] }) => {
  const { rows } = useKnowledge().tables.risks
  const related = rows.filter(({ criteriaStated = [], criteria }) => [...criteriaStated, ...criteria].includes(number))
  if (related.length === 0) return null
  return (
    <div class="note">
      関係するリスク:{' '}
      <Listed
        items={related.map(({ id, label: name }) => (
          <TopicLink key={id} kind="risk" id={id}>
            {name}
          </TopicLink>
        ))}
      />
    </div>
  )
}
