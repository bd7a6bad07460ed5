import type { MetClause, Way } from '../../../src/explain/clauses.ts'
import type { Subsection } from '../../../src/explain/knowledge.ts'
import { anchors } from '../../../src/explain/places.ts'
import { isUnder } from '../../../src/explain/sections.ts'
import { metLabel } from '../../../src/explain/topic.ts'
import { Table } from '../table.tsx'
import { TopicLink } from './topic-link.tsx'

const kinds = { rule: 'rule', field: 'field', attestation: 'item' } as const

const WayOf = ({ way: { met, id, label } }: { way: Way }) => (
  <>
    <span class="way">{metLabel(met)}</span>{' '}
    {met === 'step' || met === 'outside' ? (
      label
    ) : (
      <TopicLink kind={kinds[met]} id={id}>
        {label}
      </TopicLink>
    )}
  </>
)

const Ways = ({ clause: { ways, reason } }: { clause: MetClause }) => (
  <>
    {ways.length === 0 ? (
      <p class="way">{metLabel('outside')}</p>
    ) : (
      <ul class="plain-list">
        {ways.map((way) => (
          <li key={way.met + way.id}>
            <WayOf way={way} />
          </li>
        ))}
      </ul>
    )}
    {reason !== null && <p class="note">{reason}</p>}
  </>
)

const ClauseTable = ({ clauses, caption }: { clauses: readonly MetClause[]; caption: string }) => (
  <Table
    caption={caption}
    captionHidden
    headings={[
      { name: '番号', width: 'narrow' },
      { name: '条項', width: 'wide' },
      { name: '果たし方', width: 'wide' },
    ]}
    ids={clauses.map(({ id }) => anchors.clause(id))}
    rows={clauses.map((clause) => [clause.id, clause.text, <Ways key="ways" clause={clause} />])}
  />
)

type Props = { clauses: readonly MetClause[]; subsections: readonly Subsection[]; number: string }

/** Every sentence of a section, under the heading below which it stands, and how this repository carries it out. */
export const Clauses = ({ clauses, subsections, number }: Props) => {
  const loose = clauses.filter((clause) => !subsections.some((subsection) => isUnder(clause, subsection)))
  return (
    <>
      {loose.length > 0 && <ClauseTable caption={`第${number}節の条項`} clauses={loose} />}
      {subsections.map((subsection) => (
        <section key={subsection.number}>
          <h3 id={subsection.number.replace(/[()]/g, '')}>
            {subsection.number} {subsection.title}
          </h3>
          <ClauseTable
            caption={`${number}-${subsection.number} ${subsection.title} の条項`}
            clauses={clauses.filter((clause) => isUnder(clause, subsection))}
          />
        </section>
      ))}
    </>
  )
}
