import type { ComponentChildren } from 'preact'
import { anchors } from '../../../src/explain/places.ts'
import type { Drawn } from '../../../src/explain/topic.ts'
import { Table } from '../table.tsx'
import { CriteriaTable } from './criteria.tsx'
import { ExemptionTable } from './exemptions.tsx'
import { useKnowledge } from './known.ts'
import { MatrixTable } from './matrix.tsx'
import { MeasureTable } from './measures.tsx'
import { Mark, Origin } from './origin.tsx'
import { RiskTable } from './risks.tsx'
import { Listed, TopicLink } from './topic-link.tsx'

/** Tables of which more is known than their words. */
const ownDrawing: Readonly<Record<string, () => ComponentChildren>> = {
  '03-scope/network-matrix': () => <MatrixTable />,
  '06-risk/risks': () => <RiskTable />,
  '07-selection/criteria': () => <CriteriaTable />,
  '09-procedure/exemptions': () => <ExemptionTable />,
  '15-government-cloud/measures': () => <MeasureTable />,
}

/** A table of the guideline, whose words it is, and the rules that read it. */
export const TableOf = ({ table }: { table: Drawn }) => {
  const { rules } = useKnowledge().policies
  return (
    <section class="guideline-table" id={anchors.table(table.id)}>
      <h3>
        {table.title} <Mark status={table.status} />
      </h3>
      <Origin status={table.status} note={table.note} />
      {ownDrawing[table.id]?.() ?? <Plain table={table} />}
      <p class="reads">この表を読む規則</p>
      <Listed
        items={table.rules.map((id) => (
          <TopicLink key={id} kind="rule" id={id}>
            {rules[id]!.title}
          </TopicLink>
        ))}
      />
    </section>
  )
}

const Plain = ({ table: { title, header, rows } }: { table: Drawn }) => (
  <Table caption={title} captionHidden headings={header.map((name) => ({ name }))} rows={rows} />
)
