import type { ComponentChildren } from 'preact'
import { csvOf } from '../../scripts/csv.ts'
import { statisticsTable } from '../../src/exporters/statistics.ts'
import { periodOf, periods } from '../../src/publication.ts'
import { useStatuses, wordStatus } from '../../src/register/status.ts'
import { type Counts, countUses, type Group, type Statistics } from '../../src/statistics.ts'
import { warekiYear } from '../../src/wareki.ts'
import { links, registerLink } from '../links.ts'
import { type Page, Title } from '../page.tsx'
import { type Bar, Chart } from '../parts/chart.tsx'
import { Day } from '../parts/day.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { Link } from '../parts/link.tsx'
import { Table } from '../parts/table.tsx'
import { orderOf } from '../register/facets.ts'
import type { Site } from '../site.ts'

export const statisticsPage = (site: Site): Page => ({
  path: links.statistics,
  title: '統計',
  under: 'statistics',
  scripts: ['print.js'],
  body: <Body site={site} />,
})

const statisticsOf = ({ uses, asOf }: Pick<Site, 'uses' | 'asOf'>): Statistics => countUses(uses, asOf)

export const statisticsData = (site: Site): Record<string, string> => ({
  'statistics.csv': csvOf(statisticsTable(statisticsOf(site))),
})

const Body = ({ site }: { site: Site }) => {
  const statistics = statisticsOf(site)
  const isInternal = site.edition === 'internal'
  const order = orderOf(site.context)
  const departments = [...statistics.departments].sort((a, b) => order(a.id) - order(b.id))
  const groups = { isInternal, site }
  return (
    <>
      <Title lead={isInternal ? '利用の数と、今年度の点検・確認の進みです。' : '利用の数です。'}>統計</Title>
      <p>
        <Day day={site.asOf} />
        現在 {statistics.total.uses} 件
      </p>
      <Downloads files={isInternal ? [['statistics.csv', 'CSV', `外部サービスの集計_${site.asOf}.csv`]] : []}>
        <button type="button" data-print hidden>
          印刷
        </button>
      </Downloads>
      <Statuses site={site} counts={statistics.total} />
      {isInternal && <Progress statistics={statistics} />}
      <Groups {...groups} id="class" title="サービスの区分ごとの利用" facet="class" groups={statistics.classes} />
      <Groups
        {...{ ...groups, id: 'kinds', title: '取り扱う情報の種類ごとの利用', facet: 'kinds' }}
        groups={statistics.informationKinds}
        note="1件の利用に複数の種類があるときは、それぞれに数えます。"
      />
      <Groups {...groups} id="department" title="課ごとの利用" facet="department" groups={departments} />
    </>
  )
}

const bar = (name: string, count: number): Bar => ({ name, parts: [{ count, tone: 1 }] })

const Part = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section>
    <h2 id={id}>{title}</h2>
    <div class="chart-pair">{children}</div>
  </section>
)

const Statuses = ({ site: { edition, uses, asOf }, counts }: { site: Site; counts: Counts }) => {
  const all =
    edition === 'public'
      ? Object.entries(periods).map(([id, name]) => ({
          ...{ id, name, count: uses.filter(({ source }) => periodOf(source.value, asOf) === id).length },
        }))
      : useStatuses.map((id) => ({ id: id as string, name: wordStatus(id), count: counts.status[id] }))
  const rows = all.filter(({ count }) => count > 0)
  const title = edition === 'public' ? '利用期間ごとの利用' : '状態ごとの利用'
  return (
    <Part id="status" title={title}>
      <Chart id="status-chart" title={title} bars={rows.map(({ name, count }) => bar(name, count))} />
      <Table
        caption={title}
        captionHidden
        headings={[{ name: '状態' }, { name: '利用' }]}
        rows={rows.map(({ id, name, count }) => [<Link to={registerLink({ status: id })}>{name}</Link>, count])}
      />
    </Part>
  )
}

/** What the 年度 asks of the uses, and how far it has come. */
const Progress = ({ statistics: { fiscalYear, total } }: { statistics: Statistics }) => {
  const title = `${warekiYear(fiscalYear)}の点検と利用状況の確認`
  const rows = [
    { name: '点検（様式4・5・7）', ...total.checks },
    { name: '利用状況の確認', ...total.confirmations },
  ]
  return (
    <Part id="progress" title={title}>
      <Chart
        id="progress-chart"
        title={title}
        legend={['済み', '残り（期限内）', '残り（期限超過）']}
        bars={rows.map(({ name, done, open, overdue }) => ({
          name,
          parts: [
            { count: done, tone: 1 },
            { count: open - overdue, tone: 2 },
            { count: overdue, tone: 3 },
          ],
        }))}
      />
      <Table
        caption={title}
        captionHidden
        headings={[{ name: '内容' }, { name: '済み' }, { name: '残り' }, { name: 'うち期限超過' }]}
        rows={rows.map(({ name, done, open, overdue }) => [name, done, open, overdue])}
      />
    </Part>
  )
}

type GroupsProps = {
  site: Site
  isInternal: boolean
  id: string
  title: string
  facet: 'class' | 'kinds' | 'department'
  groups: readonly Group[]
  note?: string
}

const Groups = ({ isInternal, id, title, facet, groups, note }: GroupsProps) => {
  const rows = groups.filter(({ counts }) => counts.uses > 0)
  return (
    <Part id={id} title={title}>
      <Chart id={`${id}-chart`} title={title} bars={rows.map(({ name, counts }) => bar(name, counts.uses))} />
      <div>
        <Table
          caption={title}
          captionHidden
          headings={[
            { name: '分類' },
            { name: '利用' },
            { name: '重要情報あり' },
            ...(isInternal ? [{ name: '利用中' }, { name: '点検済み' }, { name: '点検の残り' }] : []),
          ]}
          rows={rows.map(({ id: value, name, counts: { uses, important, status, checks } }) => [
            <Link to={registerLink({ [facet]: value })}>{name}</Link>,
            uses,
            important,
            ...(isInternal ? [status['in-use'], checks.done, checks.open] : []),
          ])}
        />
        {note !== undefined && <p class="note">{note}</p>}
      </div>
    </Part>
  )
}
