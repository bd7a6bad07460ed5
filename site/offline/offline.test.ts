import { cpSync, rmSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useLink } from '../links.ts'
import type { Site } from '../site.ts'
import { openBrowser } from '../testing/browser.ts'
import { builtFolder, siteWith } from '../testing/folder.ts'
import { type Served, serve } from '../testing/server.ts'

/** The next version: one use less, and a guideline in other words. */
const site = siteWith({ address: 'https://city.example/ward/shinsa/' })
const next: Site = {
  ...site,
  commit: 'f'.repeat(40),
  uses: site.uses.slice(1),
  knowledge: {
    ...site.knowledge,
    sections: site.knowledge.sections.map((section) =>
      section.number === '3' ? { ...section, title: '改めた題名' } : section,
    ),
  },
}

let browser: Browser
let folders: [string, string]
let served: Served
let context: BrowserContext
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  browser = await openBrowser()
  folders = [await builtFolder(site), await builtFolder(next)]
})
afterAll(async () => {
  await browser.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  served = await serve(folders[0])
  context = await browser.newContext()
  page = await context.newPage()
  complaints.length = 0
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterEach(async () => {
  await context.close()
  await served.close()
})

/** Waits until the worker has everything. */
const installed = (of: Page): Promise<unknown> => of.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
const open = async (path: string): Promise<void> => {
  await page.goto(`${served.address}${path}`)
}
const heading = (): Promise<string | null> => page.locator('h1').first().textContent()
/** The browser is cut off from the server, and so are its workers. */
const cutOff = (): Promise<void> => served.close()
const styled = (): Promise<boolean> =>
  page.evaluate(() => getComputedStyle(document.querySelector('.site-header')!).borderBottomStyle === 'solid')

describe('under a path of a server', () => {
  test('after one visit every page but those of single uses opens without a network', async () => {
    await open('')
    await installed(page)
    await cutOff()
    for (const [path, title] of [
      ['', '外部サービスを使うとき'],
      ['index.html', '外部サービスを使うとき'],
      ['apply.html', '申請'],
      ['register.html', '台帳'],
      ['deadlines.html', '期限'],
      ['statistics.html', '統計'],
      ['guideline/index.html', '基準'],
      ['guideline/9.html', '外部サービスの利用手続き'],
      ['guideline/9.html#renewal', '外部サービスの利用手続き'],
      ['accessibility.html', 'アクセシビリティ'],
    ]) {
      await open(path!)
      expect(await heading(), path).toContain(title)
      expect(await styled(), path).toBe(true)
    }
    await open(`guideline/index.html#q=${encodeURIComponent('ろごちゃっと')}`)
    await expect.poll(() => page.locator('#results a').first().textContent()).toBe('LoGoチャット')
    expect(complaints).toEqual([])
  })

  test('what has not been looked at says so', async () => {
    await open('')
    await installed(page)
    await cutOff()
    await open('uses/koho/never-looked-at.html')
    expect(await heading()).toBe('つながっていません')
    await page.getByRole('link', { name: '基準から探す' }).click()
    expect(await heading()).toBe('基準')
  })

  test('a use that was looked at opens again, and so it does when a new version has come', async () => {
    const path = useLink(next.uses[0]!.path)
    const name = next.uses[0]!.row.name!
    await open('')
    await installed(page)
    await open(path)
    expect(await heading()).toContain(name)
    served.publish(folders[1])
    await page.reload()
    await expect.poll(() => newestIsActive(page)).toBe(true)
    await cutOff()
    await open(path)
    expect(await heading()).toContain(name)
    expect(await styled()).toBe(true)
    expect(await page.locator('footer').innerText()).toContain('fffffff')
    expect(complaints).toEqual([])
  })

  test('a new version shows at once, whole, and then without a network too', async () => {
    await open('guideline/3.html')
    expect(await heading()).toContain('外部サービスの利用を認める')
    await installed(page)
    const before = await stores(page)
    served.publish(folders[1])
    await page.reload()
    expect(await heading()).toContain('改めた題名')
    expect(await styled()).toBe(true)
    await expect.poll(async () => (await stores(page)).filter((name) => !before.includes(name)).length).toBe(1)
    await expect.poll(() => newestIsActive(page)).toBe(true)
    await cutOff()
    await open('guideline/3.html')
    expect(await heading()).toContain('改めた題名')
    await open('guideline/index.html')
    expect(await page.locator('main').innerText()).toContain('改めた題名')
    expect(await styled()).toBe(true)
    expect(complaints).toEqual([])
  })

  test('while a new version is being published, half of it is never kept', async () => {
    await open('')
    await installed(page)
    // The list is of the next version, a page still of this one.
    const mixed = await builtFolder(next)
    cpSync(`${folders[0]}/guideline/3.html`, `${mixed}/guideline/3.html`)
    served.publish(mixed)
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration!.update()))
    await expect
      .poll(() =>
        page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one!.installing === null)),
      )
      .toBe(true)
    await cutOff()
    await open('guideline/3.html')
    expect(await heading()).toContain('外部サービスの利用を認める')
    await open('guideline/index.html')
    expect(await page.locator('main').innerText()).not.toContain('改めた題名')
    rmSync(mixed, { recursive: true, force: true })
  })

  test('what other sites of the same address keep is left alone', async () => {
    await open('')
    await page.evaluate(() => caches.open('someone else'))
    await installed(page)
    served.publish(folders[1])
    await page.reload()
    await expect.poll(() => newestIsActive(page)).toBe(true)
    expect(await page.evaluate(() => caches.keys())).toContain('someone else')
  })

  test('where storing is refused the pages are as they were', async () => {
    await context.addInitScript(() => {
      navigator.serviceWorker.register = () => Promise.reject(new DOMException('refused', 'SecurityError'))
    })
    await open('guideline/3.html')
    expect(await heading()).toContain('外部サービスの利用を認める')
    await open('index.html')
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length))).toBe(0)
    expect(complaints).toEqual([])
  })
})

test('an address where there is nothing leads back, however deep it is', async () => {
  await open('uses/koho/never/was/there.html')
  expect(await heading()).toBe('ページが見つかりません')
  expect(await styled()).toBe(true)
  await page.getByRole('link', { name: '台帳から探す' }).click()
  expect(page.url()).toBe(`${served.address}register.html`)
})

test('what was kept may be thrown away at any time', async () => {
  await open('')
  await installed(page)
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name)
  })
  await open('guideline/9.html')
  expect(await heading()).toContain('外部サービスの利用手続き')
  expect(await styled()).toBe(true)
  expect(complaints).toEqual([])
})

const stores = (of: Page): Promise<string[]> =>
  of.evaluate(() => caches.keys()).then((names) => names.filter((name) => name.startsWith('shinsa ')))

/** No worker waits or is being installed, and the newest store is that of the page's version. */
const newestIsActive = (of: Page): Promise<boolean> =>
  of.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    const still = registration!.installing === null && registration!.waiting === null
    return (
      still &&
      registration!.active?.state === 'activated' &&
      (await caches.keys()).filter((name) => name.startsWith('shinsa ')).length === 2
    )
  })
