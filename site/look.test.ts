import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { written } from './page.tsx'
import { pagesOf } from './pages.ts'
import type { Site } from './site.ts'
import { addressOf, barriers, openBrowser, openPage } from './testing/browser.ts'
import { builtFolder, siteWith } from './testing/folder.ts'
import { pagesToVisit } from './testing/visited.ts'

/** 320 px is 1280 px at 400 %. */
const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 320, height: 640 } }
const editions = { internal: siteWith(), public: siteWith({ edition: 'public' }) }

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Whatever is folded is looked at unfolded. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })

const runsOver = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** WCAG 1.4.12: the widest spacing that a reader may set. */
const space = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    )
    document.adoptedStyleSheets = [sheet]
  })

/** The public edition only where it differs in more than what surrounds every page. */
const bodyOf = (site: Site, path: string): string => {
  const page = pagesOf(site).find((one) => one.path === path)
  return page === undefined ? '' : /<main.*<\/main>/s.exec(written(page, site))![0]
}
const pages = {
  internal: pagesToVisit(editions.internal),
  public: pagesToVisit(editions.public).filter(
    (path) => bodyOf(editions.public, path) !== bodyOf(editions.internal, path),
  ),
}

describe.each(['internal', 'public'] as const)('from a folder, the %s edition', (edition) => {
  let folder: string
  beforeAll(async () => {
    folder = await builtFolder(editions[edition])
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(pages[edition])('%s', async (path) => {
    const { page, context, complaints } = await openPage(browser, sizes.wide)
    await page.goto(addressOf(folder, path))
    await unfold(page)
    for (const [name, size] of Object.entries(sizes)) {
      await page.setViewportSize(size)
      expect(await runsOver(page), `${name}: sideways`).toBeLessThanOrEqual(0)
      expect(await barriers(page), name).toEqual([])
    }
    await space(page)
    expect(await runsOver(page), 'sideways with wide spacing').toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await context.close()
  })
})
