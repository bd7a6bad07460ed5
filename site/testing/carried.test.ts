import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { carriedBrowser } from './carried.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carried-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

test('the browser that npm carries starts where there is none, for several test files at once', async () => {
  const page = join(folder, 'page.html')
  writeFileSync(page, '<!doctype html><title>例</title><p>あ</p>')
  const titles = await Promise.all(
    [1, 2].map(async () => {
      const browser = await chromium.launch({ ...(await carriedBrowser(folder)), args: ['--no-sandbox'] })
      const opened = await browser.newPage()
      await opened.goto(pathToFileURL(page).href)
      const title = await opened.title()
      await browser.close()
      return title
    }),
  )
  expect(titles).toEqual(['例', '例'])
})
