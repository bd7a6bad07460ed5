import { internalOnly, links } from '../links.ts'
import type { Page } from '../page.tsx'
import type { Edition, Site } from '../site.ts'
import { Day } from './day.tsx'
import { Link } from './link.tsx'

export const siteName = '外部サービス審査'

const places = [
  ['apply', '申請する'],
  ['register', '台帳'],
  ['deadlines', '期限'],
  ['statistics', '統計'],
  ['guideline', '基準'],
] as const

/** Above every page: where the reader is, and where else one can go. */
export const Header = ({ under, edition }: { under: Page['under']; edition: Edition }) => (
  <header class="site-header">
    <div class="inner">
      <p class="site-name">
        <Link to={links.top} current={under === 'top'}>
          {siteName}
        </Link>
      </p>
      <nav aria-label="主なページ">
        <ul>
          {places
            .filter(([place]) => edition === 'internal' || !internalOnly.includes(links[place]))
            .map(([place, name]) => (
              <li key={place}>
                <Link to={links[place]} current={under === place}>
                  {name}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
    </div>
  </header>
)

/** Below every page: what it shows, of which day and which version. */
export const Footer = ({ site: { asOf, commit, edition, repository } }: { site: Site }) => (
  <footer class="site-footer">
    <div class="inner">
      <p>
        <Day day={asOf} />
        現在
        {commit !== null && (
          <>
            （版 <code>{commit.slice(0, 7)}</code>）
          </>
        )}
        {edition === 'public' && '・公開用（公開してよい項目だけを載せています）'}
      </p>
      <p>
        別表・様式・対策の一部は、公表されていない原本の代わりに再構成したものです。該当する表には「再構成」と示しています。
      </p>
      <ul>
        <li>
          <Link to={links.accessibility}>アクセシビリティ</Link>
        </li>
        {repository !== null && (
          <li>
            <a href={`https://github.com/${repository}`}>リポジトリ（GitHub）</a>
          </li>
        )}
      </ul>
    </div>
  </footer>
)
