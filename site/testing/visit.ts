import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, expect } from 'vitest'
import { type Applicant, applicantAt } from './applicant.ts'
import { openPage, type Watched } from './browser.ts'
import { builtSite } from './built.ts'

/** The site as somebody visits it: a fresh page for each test, of which the browser must not complain. */
export type Visit = {
  readonly browser: Browser
  readonly folder: string
  readonly page: Page
  readonly context: BrowserContext
  readonly applicant: Applicant
}

/** For a file of tests: one browser, one built site. */
export function visits(): Visit {
  const built = builtSite()
  let opened: Watched
  beforeEach(async () => {
    opened = await openPage(built.browser)
  })
  afterEach(async () => {
    expect(opened.complaints).toEqual([])
    await opened.context.close()
  })
  return {
    get browser() {
      return built.browser
    },
    get folder() {
      return built.folder
    },
    get page() {
      return opened.page
    },
    get context() {
      return opened.context
    },
    get applicant() {
      return applicantAt(opened.page, built.folder)
    },
  }
}
