import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Site } from '../site.ts'
import { openBrowser } from './browser.ts'
import { builtFolder } from './folder.ts'

/** For a file of tests: one browser, and one built site that is taken away afterwards. */
export function builtSite(site?: Site): { readonly browser: Browser; readonly folder: string } {
  let browser: Browser
  let folder: string
  beforeAll(async () => {
    browser = await openBrowser()
    folder = await builtFolder(site)
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    get browser() {
      return browser
    },
    get folder() {
      return folder
    },
  }
}
