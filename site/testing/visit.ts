import { rmSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { type Applicant, applicantAt } from './applicant.ts'
import { openBrowser, openPage, type Watched } from './browser.ts'
import { builtFolder } from './folder.ts'

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
  let browser: Browser
  let folder: string
  let opened: Watched
  beforeAll(async () => {
    browser = await openBrowser()
    folder = await builtFolder()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    opened = await openPage(browser)
  })
  afterEach(async () => {
    expect(opened.complaints).toEqual([])
    await opened.context.close()
  })
  return {
    get browser() {
      return browser
    },
    get folder() {
      return folder
    },
    get page() {
      return opened.page
    },
    get context() {
      return opened.context
    },
    get applicant() {
      return applicantAt(opened.page, folder)
    },
  }
}
