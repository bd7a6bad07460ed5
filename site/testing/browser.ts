import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContext, chromium as engine, type Page } from 'playwright-core'
import { browser as installed } from '../../scripts/testing/browser.ts'
import { withFonts } from '../../scripts/testing/fonts.ts'
import { carriedBrowser } from './carried.ts'

// A sandbox needs rights that a container may not give; the pages are our own.
const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync']

/** An installed browser of the Chromium kind, else the one that npm carries, which SHINSA_BROWSER=carried asks for. */
export async function openBrowser(): Promise<Browser> {
  if (installed !== undefined && process.env.SHINSA_BROWSER !== 'carried')
    return engine.launch({ executablePath: installed, args: flags, env: withFonts() })
  return engine.launch({ ...(await carriedBrowser()), args: flags })
}

/** A page of its own, and every complaint of the browser: on the console, of the policy, of a script, of the network. */
export type Watched = { page: Page; context: BrowserContext; complaints: string[] }

export async function openPage(browser: Browser, size = { width: 1280, height: 900 }): Promise<Watched> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  return { page, context, complaints: watch(page) }
}

/** Complaints of a page, as they come. */
export function watch(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('requestfailed', (request) => {
    // Whoever leaves a page does not wait for all of it.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`)
  })
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) complaints.push(`outside: ${request.url()}`)
  })
  return complaints
}

export const addressOf = (folder: string, path: string): string => `${pathToFileURL(folder).href}/${path}`

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page as it stands: 「rule: selectors」. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async (tags) => {
    type Axe = {
      run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>
    }
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, {
      preload: false,
      resultTypes: ['violations'],
      runOnly: tags,
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }, standards)
}
