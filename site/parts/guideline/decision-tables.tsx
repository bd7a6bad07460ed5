import type { ComponentChildren } from 'preact'
import {
  type Decided,
  type DecisionByKind,
  decisionsByExemption,
  decisionsByKind,
  decisionsByNetwork,
} from '../../../src/explain/decisions.ts'
import { label } from '../../../src/vocabulary.ts'
import { Table } from '../table.tsx'
import { TableFrame } from '../table-frame.tsx'
import { Answer, Reasons, reasonsOf } from './decision.tsx'
import { useKnowledge } from './known.ts'
import { TopicLink } from './topic-link.tsx'

type Row = { group: string; name: string; answers: readonly Decided[] }

/** Rows of one group share its name; above them the information, and below that the price. */
const Grid = ({ caption, of, by, rows }: { caption: string; of: string; by: string; rows: readonly Row[] }) => {
  const reasons = reasonsOf(rows.flatMap(({ answers }) => answers))
  return (
    <>
      <TableFrame label={caption} kind="decisions">
        <table>
          <caption class="hidden">{caption}</caption>
          <Head of={of} by={by} />
          {[...new Set(rows.map(({ group }) => group))].map((group) => (
            <Group key={group} name={group} rows={rows.filter((row) => row.group === group)} reasons={reasons} />
          ))}
        </table>
      </TableFrame>
      <Reasons reasons={reasons} />
    </>
  )
}

const information = ['重要情報なし', '重要情報あり', '要配慮個人情報あり']

const Head = ({ of, by }: { of: string; by: string }) => (
  <thead>
    <tr>
      <th scope="col" rowSpan={2}>
        {of}
      </th>
      <th scope="col" rowSpan={2}>
        {by}
      </th>
      {information.map((name) => (
        <th key={name} scope="colgroup" colSpan={2}>
          {name}
        </th>
      ))}
    </tr>
    <tr>
      {information.flatMap((name) =>
        ['free', 'paid'].map((pricing) => (
          <th key={name + pricing} scope="col">
            {label('pricing', pricing)}
          </th>
        )),
      )}
    </tr>
  </thead>
)

const Group = ({ name, rows, reasons }: { name: string; rows: readonly Row[]; reasons: readonly string[] }) => (
  <tbody>
    {rows.map((row, index) => (
      <tr key={row.name}>
        {index === 0 && (
          <th scope="rowgroup" rowSpan={rows.length}>
            {name}
          </th>
        )}
        <th scope="row">{row.name}</th>
        {row.answers.map((answer, column) => (
          <td key={column} class={answer.outcome === 'prohibited' ? 'shut' : ''}>
            <Answer answer={answer} reasons={reasons} />
          </td>
        ))}
      </tr>
    ))}
  </tbody>
)

export const ByNetwork = () => (
  <Part id="network" title="区分・接続元・情報・料金">
    <p>申請を省略できるサービスではなく、種類に特別の定めがないときの判定です。</p>
    <Grid
      caption="区分・接続元・情報・料金ごとの判定"
      of="区分"
      by="接続元"
      rows={decisionsByNetwork(useKnowledge().policies).map(({ class: service, network, answers }) => ({
        group: label('serviceClass', service),
        name: label('network', network),
        answers,
      }))}
    />
  </Part>
)

export const ByKind = () => (
  <Part id="category" title="種類に特別の定めがあるもの">
    <p>クラウドサービスを個別・インターネット系から使うときの判定です。</p>
    <Grid
      caption="種類ごとの判定"
      of="種類"
      by="事情"
      rows={decisionsByKind(useKnowledge().policies).map((row) => ({
        group: label('category', row.category),
        name: circumstance(row),
        answers: row.answers,
      }))}
    />
  </Part>
)

function circumstance({ category, publishedWithConsent, arrangedByItSection }: DecisionByKind): string {
  if (category === 'distribution') return publishedWithConsent ? '本人の同意を得て配信する' : '本人の同意を得ていない'
  return arrangedByItSection ? '情報政策課が整備した' : '情報政策課が整備していない'
}

export const ByExemption = () => {
  const { policies, tables } = useKnowledge()
  const rows = decisionsByExemption(policies, tables)
  const reasons = reasonsOf(rows.flatMap(({ without, within }) => [without, within]))
  return (
    <Part id="exemption" title="申請を省略できるサービス">
      <p>
        使える接続元から使い、その行に当てはまるときの判定です。使えない接続元からは、省略できるサービスも使えません。
      </p>
      <Table
        caption="申請を省略できるサービスの判定"
        captionHidden
        headings={[{ name: 'サービス', width: 'wide' }, { name: '重要情報なし' }, { name: '重要情報あり' }]}
        rows={rows.map(({ exemption, without, within }) => [
          <TopicLink key="name" kind="exemption" id={exemption}>
            {label('exemption', exemption)}
          </TopicLink>,
          <Answer key="without" answer={without} reasons={reasons} />,
          <Answer key="within" answer={within} reasons={reasons} />,
        ])}
      />
      <Reasons reasons={reasons} />
    </Part>
  )
}

const Part = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)
