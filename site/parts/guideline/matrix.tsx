import { type Cell, cellOf } from '../../../src/explain/tables.ts'
import { idsOf, label } from '../../../src/vocabulary.ts'
import { Table } from '../table.tsx'
import { useKnowledge } from './known.ts'
import { TopicLink } from './topic-link.tsx'

/** §3 as the guideline prints it: services down, networks across. */
export const MatrixTable = () => {
  const { tables } = useKnowledge()
  return (
    <Table
      caption="接続元とサービスの組合せ"
      captionHidden
      headings={[{ name: 'サービスの区分' }, ...idsOf('network').map((id) => ({ name: label('network', id) }))]}
      rows={idsOf('serviceClass').map((service) => [
        label('serviceClass', service),
        ...idsOf('network').map((network) => (
          <CellOf key={network} cell={cellOf(String(service), String(network), tables)} />
        )),
      ])}
    />
  )
}

const CellOf = ({ cell: { sign, condition } }: { cell: Cell }) => (
  <div class={`cell ${sign === '×' ? 'cell-no' : 'cell-yes'}`}>
    <p>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>{' '}
      {sign === '×' ? '使えない' : '使える'}
    </p>
    {condition !== null && (
      <p class="cell-condition">
        <TopicLink kind="condition" id={condition}>
          {label('condition', condition)}
        </TopicLink>
      </p>
    )}
  </div>
)
