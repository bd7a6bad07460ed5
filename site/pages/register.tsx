import { byCodeUnit } from '../../src/diagnostic.ts'
import { alarmsOf } from '../../src/register/alarms.ts'
import { links, registerLink } from '../links.ts'
import { type Page, Title } from '../page.tsx'
import { Day } from '../parts/day.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { Link } from '../parts/link.tsx'
import { Controls, Hits } from '../register/controls.tsx'
import { countsOf } from '../register/counts.ts'
import { facetsOf, orderOf, valuesOf } from '../register/facets.ts'
import { publicUseColumns } from '../register/public-uses.tsx'
import { RegisterTable } from '../register/table.tsx'
import { useColumns } from '../register/uses.tsx'
import { useAsset } from '../root.ts'
import type { Site, Use } from '../site.ts'

export const registerPage = (site: Site): Page => ({
  path: links.register,
  title: '台帳',
  under: 'register',
  scripts: ['register.js'],
  body: <Register site={site} />,
})

/** Only those need them who take rows away. */
const csvScripts = ['register-rows.js', 'register-csv.js']

const Register = ({ site }: { site: Site }) => {
  const asset = useAsset()
  const columns = site.edition === 'public' ? publicUseColumns(site.asOf) : useColumns
  return (
    <div class="wide across">
      <Title lead={leads[site.edition]}>台帳</Title>
      <Summary site={site} />
      <Controls facets={facetsOf(site)} columns={columns} />
      <Hits count={site.uses.length}>
        <Downloads
          files={[
            ['register.xlsx', 'Excel', `外部サービス台帳_${site.asOf}.xlsx`],
            ['register.csv', 'CSV', `外部サービス台帳_${site.asOf}.csv`],
          ]}
        >
          <button type="button" id="chosen-csv" hidden>
            絞り込んだ行の CSV
          </button>
          <button type="button" id="print" hidden>
            印刷
          </button>
        </Downloads>
      </Hits>
      <RegisterTable
        caption="外部サービスの利用"
        csv={{ name: `外部サービス台帳_${site.asOf}_一部.csv`, scripts: csvScripts.map(asset) }}
        columns={columns}
        rows={inOrder(site)}
        valuesOf={(use) => valuesOf(use, site)}
        isMarked={({ row }) => alarmsOf(row).length > 0}
      />
      <p class="buttons">
        <button type="button" id="rest" hidden />
      </p>
    </div>
  )
}

const leads = {
  internal: '区で利用している外部サービスと、その状態です。サービス名から、許可の内容や点検の記録を見られます。',
  public: '区の各課が届け出ている外部サービスの利用です。公開してよい項目だけを載せています。',
}

/** Section by section, in the order of the table of sections. */
export function inOrder({ uses, context }: Pick<Site, 'uses' | 'context'>): Use[] {
  const order = orderOf(context)
  return [...uses].sort((a, b) => order(a.row.department) - order(b.row.department) || byCodeUnit(a.path, b.path))
}

/** How many uses there are of each kind; a number leads to them. */
const Summary = ({ site }: { site: Site }) => (
  <>
    <p>
      <Day day={site.asOf} />
      現在 {site.uses.length} 件
    </p>
    <ul class="counts">
      {countsOf(site).map(({ facet, value, name, count }) => (
        <li key={value}>
          <Link to={registerLink({ [facet]: value })}>
            {name} <b>{count}</b>
          </Link>
        </li>
      ))}
    </ul>
  </>
)
