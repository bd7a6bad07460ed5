import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { internalOnly, links } from './links.ts'
import { Day } from './parts/day.tsx'
import { Link } from './parts/link.tsx'
import { Root } from './root.ts'
import type { Site } from './site.ts'

/** One page of the site; `path` counts from its top folder, and so do the names of scripts. */
export type Page = {
  path: string
  title: string
  body: VNode
  /** Where the reader is in the navigation. */
  under: keyof typeof links | null
  scripts?: readonly string[]
}

// worker-src: the writer of xlsx packs large sheets in a worker that it makes itself.
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The page as a file. */
export function written(page: Page, site: Site): string {
  const root = '../'.repeat(page.path.split('/').length - 1)
  return `<!doctype html>\n${renderToString(
    <Root.Provider value={root}>
      <Whole page={page} site={site} root={root} />
    </Root.Provider>,
  )}\n`
}

const siteName = '外部サービス審査'

const Whole = ({ page, site, root }: { page: Page; site: Site; root: string }) => (
  <html lang="ja">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <title>{page.title === siteName ? siteName : `${page.title}｜${siteName}`}</title>
      <link rel="icon" href={`${root}icon.svg`} type="image/svg+xml" />
      <link rel="stylesheet" href={`${root}site.css`} />
      {page.scripts?.map((script) => (
        <script key={script} defer src={`${root}${script}`} />
      ))}
    </head>
    <body>
      <a class="skip" href="#main">
        本文へ進む
      </a>
      <Header under={page.under} site={site} />
      <main id="main" tabIndex={-1}>
        {page.body}
      </main>
      <Footer site={site} />
    </body>
  </html>
)

const places = [
  ['apply', '申請する'],
  ['register', '台帳'],
  ['deadlines', '期限'],
  ['statistics', '統計'],
  ['guideline', '基準'],
] as const

const Header = ({ under, site: { edition } }: { under: Page['under']; site: Site }) => (
  <header class="site-header">
    <p class="site-name">
      <Link to={links.top}>{siteName}</Link>
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
  </header>
)

const Footer = ({ site }: { site: Site }) => (
  <footer class="site-footer">
    <p>
      <Day day={site.asOf} />
      現在
      {site.commit !== null && (
        <>
          （版 <code>{site.commit.slice(0, 7)}</code>）
        </>
      )}
      {site.edition === 'public' && '・公開用（公開してよい項目だけを載せています）'}
    </p>
    <p>
      別表・様式・対策の一部は、公表されていない原本の代わりに再構成したものです。該当する表には「再構成」と示しています。
    </p>
    <p>
      <Link to={links.accessibility}>アクセシビリティ</Link>
    </p>
  </footer>
)

/** The heading of a page, and what it is for in a sentence. */
export const Title = ({ children, lead }: { children: ComponentChildren; lead?: ComponentChildren }) => (
  <div class="title">
    <h1>{children}</h1>
    {lead !== undefined && <p class="lead">{lead}</p>}
  </div>
)
