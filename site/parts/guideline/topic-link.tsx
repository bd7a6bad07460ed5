import type { ComponentChildren } from 'preact'
import type { Kind } from '../../../src/explain/topic.ts'
import { Link } from '../link.tsx'
import { usePlace } from './known.ts'

/** A link to whatever can be explained. */
export const TopicLink = ({ kind, id, children }: { kind: Kind; id: string; children: ComponentChildren }) => (
  <Link to={usePlace()(kind, id)}>{children}</Link>
)

/** Several of them in a line; nothing where there are none. */
export const Listed = ({ items }: { items: readonly ComponentChildren[] }) =>
  items.length === 0 ? null : (
    <ul class="inline-list">
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  )

/** Rows of 別表 by their number. */
export const CriterionLinks = ({ numbers }: { numbers: readonly (number | string)[] }) => (
  <Listed
    items={numbers.map((number) => (
      <TopicLink key={number} kind="criterion" id={String(number)}>
        別表{number}
      </TopicLink>
    ))}
  />
)
