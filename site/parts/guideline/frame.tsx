import type { ComponentChildren } from 'preact'
import type { Knowledge } from '../../../src/explain/knowledge.ts'
import { links } from '../../links.ts'
import { Link } from '../link.tsx'
import { Known } from './known.ts'

/** Around every page of the guideline: the way back, and what the parts look things up in. */
export const Guideline = ({
  knowledge,
  name,
  children,
}: {
  knowledge: Knowledge
  name: string
  children: ComponentChildren
}) => (
  <Known.Provider value={knowledge}>
    <nav class="breadcrumb" aria-label="いまいる場所">
      <ol>
        <li>
          <Link to={links.guideline}>基準</Link>
        </li>
        <li aria-current="page">{name}</li>
      </ol>
    </nav>
    {children}
  </Known.Provider>
)

export type Entry = { anchor: string; name: string; below?: readonly Entry[] }

/** What is on this page: beside it where there is room, above it where there is none. */
export const OnThisPage = ({ entries }: { entries: readonly Entry[] }) => (
  <nav class="on-this-page" aria-labelledby="on-this-page">
    <h2 id="on-this-page">このページの内容</h2>
    <Entries entries={entries} />
  </nav>
)

const Entries = ({ entries }: { entries: readonly Entry[] }) => (
  <ul>
    {entries.map(({ anchor, name, below = [] }) => (
      <li key={anchor}>
        <a href={`#${anchor}`}>{name}</a>
        {below.length > 0 && <Entries entries={below} />}
      </li>
    ))}
  </ul>
)
