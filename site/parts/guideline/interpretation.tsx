import type { Interpretation } from '../../../src/explain/knowledge.ts'
import { sectionLink } from '../../links.ts'
import { Facts } from '../facts.tsx'
import { Link } from '../link.tsx'
import { useKnowledge } from './known.ts'
import { Listed, TopicLink } from './topic-link.tsx'

/** A passage that can be read in more than one way, the reading taken, and the one that is not. */
export const InterpretationOf = ({ row }: { row: Interpretation }) => {
  const { number, question, reading, reason, rejected, sections } = row
  const rules = Object.entries(useKnowledge().policies.rules).filter(([, rule]) =>
    rule.interpretations?.includes(number),
  )
  return (
    <article class="interpretation" id={String(number)}>
      <h2>
        #{number} {question}
      </h2>
      <Facts
        rows={[
          ['採る読み', <strong key="reading">{reading}</strong>],
          ['理由', reason],
          ['退けた読み', rejected],
          [
            '節',
            <Listed
              key="sections"
              items={sections.map((section) => (
                <Link key={section} to={sectionLink(section)}>
                  {section}
                </Link>
              ))}
            />,
          ],
          [
            'よりどころにする規則',
            rules.length === 0 ? (
              <span class="none">規則ではなく、表や手続きの読み方です。</span>
            ) : (
              <Listed
                key="rules"
                items={rules.map(([id, { title }]) => (
                  <TopicLink key={id} kind="rule" id={id}>
                    {title}
                  </TopicLink>
                ))}
              />
            ),
          ],
        ]}
      />
    </article>
  )
}

/** In a section: the question and its answer; the rest is one link away. */
export const InterpretationLines = ({ rows }: { rows: readonly Interpretation[] }) => (
  <dl class="readings">
    {rows.map(({ number, question, reading }) => (
      <div key={number}>
        <dt>
          <TopicLink kind="interpretation" id={String(number)}>
            #{number} {question}
          </TopicLink>
        </dt>
        <dd>{reading}</dd>
      </div>
    ))}
  </dl>
)
