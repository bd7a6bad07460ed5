import { periodOf, periods, publicColumns } from '../../src/publication.ts'
import { oneLine } from '../../src/reporters/one-line.ts'
import { links, useLink } from '../links.ts'
import { type Page, Title } from '../page.tsx'
import { Chip } from '../parts/chip.tsx'
import { Day } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { Link } from '../parts/link.tsx'
import { Words } from '../parts/words.tsx'
import type { Site, Use } from '../site.ts'

/** A page for each use with what may be published of it. */
export const publicUsePages = (site: Site): Page[] => site.uses.map((use) => publicUsePage(use, site))

const publicUsePage = ({ path, source, row }: Use, { asOf }: Site): Page => {
  const name = oneLine(row.name ?? '名称の記載なし')
  const section = oneLine(row.departmentName ?? row.department)
  return {
    path: useLink(path),
    title: `${name}（${section}）`,
    under: 'register',
    body: (
      <>
        <nav aria-label="パンくず" class="crumbs">
          <Link to={links.register}>台帳</Link> › {name}
        </nav>
        <Title lead={section}>{name}</Title>
        <p>
          <Chip tone="neutral">{periods[periodOf(source.value, asOf)]}</Chip>
        </p>
        <Facts
          rows={publicColumns.map(({ heading, kind, of }) => {
            const value = of(source.value)
            if (value === null) return [heading, null]
            return [heading, kind === 'day' ? <Day day={String(value)} /> : <Words>{String(value)}</Words>]
          })}
        />
      </>
    ),
  }
}
