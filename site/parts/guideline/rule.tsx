import { aboutRule, scopeWords } from '../../../src/explain/rules.ts'
import { markOf } from '../../../src/explain/topic.ts'
import { Facts } from '../facts.tsx'
import { ExamplesOf } from './examples.tsx'
import { useKnowledge } from './known.ts'
import { Listed, TopicLink } from './topic-link.tsx'
import { VerdictChip } from './verdict.tsx'

/** A rule: what it asks, why, and what it rests on. Its anchor is the last part of its name, which findings link to. */
export const RuleOf = ({ id }: { id: string }) => {
  const { title, why, scope, verdicts, clauses, interpretations, tables, examples } = aboutRule(id, useKnowledge())
  const anchor = id.split('/')[1]!
  return (
    <article class="rule" id={anchor}>
      <h3>{title}</h3>
      <p class="rule-name">
        <TopicLink kind="rule" id={id}>
          <code>{id}</code>
        </TopicLink>{' '}
        {verdicts.map((verdict) => (
          <VerdictChip key={verdict} verdict={verdict} />
        ))}
      </p>
      <p>{why}</p>
      <Facts
        rows={[
          ['見るもの', scopeWords[scope]],
          ...rowOf(
            '果たす条項',
            clauses.map((clause) => (
              <TopicLink key={clause.id} kind="clause" id={clause.id}>
                {clause.id}
              </TopicLink>
            )),
          ),
          ...rowOf(
            '読む表',
            tables.map((table) => (
              <TopicLink key={table.id} kind="table" id={table.id}>
                {table.title}
                {markOf(table.status)}
              </TopicLink>
            )),
          ),
          ...rowOf(
            'よりどころの読み',
            interpretations.map(({ number, question }) => (
              <TopicLink key={number} kind="interpretation" id={String(number)}>
                #{number} {question}
              </TopicLink>
            )),
          ),
        ]}
      />
      <ExamplesOf examples={examples} of={title} />
    </article>
  )
}

type Row = readonly [string, preact.ComponentChildren]
const rowOf = (name: string, items: preact.ComponentChildren[]): Row[] =>
  items.length === 0 ? [] : [[name, <Listed key={name} items={items} />]]
