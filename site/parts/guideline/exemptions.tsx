import type { Exemption } from '../../../src/explain/knowledge.ts'
import { anchors } from '../../../src/explain/places.ts'
import { label } from '../../../src/vocabulary.ts'
import { Table } from '../table.tsx'
import { useKnowledge } from './known.ts'
import { TopicLink } from './topic-link.tsx'

const words = (outcome: 'exempt' | 'prohibited') => (
  <TopicLink kind="outcome" id={outcome}>
    {outcome === 'prohibited' ? '× ' : ''}
    {label('outcome', outcome)}
  </TopicLink>
)

/** §9: who need not apply; the conditions of a row are facts, checked by a rule. */
export const ExemptionTable = () => {
  const { rows } = useKnowledge().tables.exemptions
  return (
    <Table
      caption="利用申請を省略するサービス"
      captionHidden
      headings={[
        { name: 'サービス', width: 'wide' },
        { name: '重要情報あり' },
        { name: '重要情報なし' },
        { name: '当てはまるとき' },
        { name: '識別子' },
      ]}
      ids={rows.map(({ id }) => anchors.exemption(String(id)))}
      rows={rows.map((row) => [
        <Head key="head" row={row} />,
        words(row.important),
        words('exempt'),
        <Claim key="claim" row={row} />,
        <code key="id">{row.id}</code>,
      ])}
    />
  )
}

const Head = ({ row: { label: name, examples } }: { row: Exemption }) => (
  <>
    {name}
    {examples.length > 0 && <p class="note">例: {examples.join('、')}</p>}
  </>
)

const Claim = ({ row: { claim } }: { row: Exemption }) => {
  if (claim === undefined) return <span class="none">条件なし</span>
  const { pricing, categories = [] } = claim
  return (
    <>
      {pricing !== undefined && <p>料金が{label('pricing', pricing)}のとき</p>}
      {categories.length > 0 && <p>種類が{categories.map((id) => label('category', id)).join('、')}のとき</p>}
    </>
  )
}
