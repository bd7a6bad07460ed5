import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { links } from './links.ts'
import { Footer, Header, siteName } from './parts/frame.tsx'
import { Root, useAsset, Versioned, type Versions } from './root.ts'
import type { Site } from './site.ts'

/** One page of the site; `path` counts from its top folder, and so do the names of scripts. */
export type Page = {
  path: string
  title: string
  body: VNode
  /** Where the reader is in the navigation. */
  under: keyof typeof links | null
  scripts?: readonly string[]
  /** Papers to print: the style sheet that they have instead, and nothing of the site around them. */
  papers?: string
  /** In place of the way up from its folder: a page that is shown at any address. */
  root?: string
}

// worker-src: the one that keeps the pages for use without a network, and the writer of xlsx, which makes its own.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The page as a file. */
export function written(page: Page, site: Site, versions: Versions = {}): string {
  const root = page.root ?? '../'.repeat(page.path.split('/').length - 1)
  return `<!doctype html>\n${renderToString(
    <Root.Provider value={root}>
      <Versioned.Provider value={versions}>
        <Whole page={page} site={site} />
      </Versioned.Provider>
    </Root.Provider>,
  )}\n`
}

const titleOf = ({ title }: Page): string => (title === siteName ? siteName : `${title}｜${siteName}`)

/** On every page. */
const everywhere = ['offline.js']

const Whole = ({ page, site }: { page: Page; site: Site }) => {
  const asset = useAsset()
  return (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light" />
        <title>{titleOf(page)}</title>
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={asset(page.papers ?? 'site.css')} />
        {[...(page.scripts ?? []), ...everywhere].map((script) => (
          <script key={script} defer src={asset(script)} />
        ))}
      </head>
      <body>{page.papers === undefined ? <Framed page={page} site={site} /> : page.body}</body>
    </html>
  )
}

const Framed = ({ page, site }: { page: Page; site: Site }) => (
  <>
    <a class="skip" href="#main">
      本文へ進む
    </a>
    <Header under={page.under} edition={site.edition} />
    <main id="main" tabIndex={-1}>
      {page.body}
    </main>
    <Footer site={site} />
  </>
)

/** The heading of a page, and what it is for in a sentence. */
export const Title = ({ children, lead }: { children: ComponentChildren; lead?: ComponentChildren }) => (
  <div class="title">
    <h1>{children}</h1>
    {lead !== undefined && <p class="lead">{lead}</p>}
  </div>
)
