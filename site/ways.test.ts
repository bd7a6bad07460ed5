import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { links } from './links.ts'
import { addressOf, openPage, watch } from './testing/browser.ts'
import { builtSite } from './testing/built.ts'
import { siteWith } from './testing/folder.ts'
import { pagesToVisit } from './testing/visited.ts'

const site = siteWith()
const all = pagesToVisit(site)

const built = builtSite(site)

/** A page as somebody sees it whose browser is set up so. */
async function opened(path: string, options: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }> {
  const context = await built.browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'ja-JP',
    ...options,
  })
  const page = await context.newPage()
  const complaints = watch(page)
  await page.goto(addressOf(built.folder, path))
  return { page, complaints }
}

describe('without JavaScript', () => {
  // The wizard alone needs it, and says so.
  test.each(all.filter((path) => path !== links.apply))('%s can be read', async (path) => {
    const { page, complaints } = await opened(path, { javaScriptEnabled: false })
    const unseen = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, tr)')]
        .filter((element) => element.closest('details:not([open]), [hidden]') === null && !element.checkVisibility())
        .map(({ textContent }) => textContent),
    )
    expect(unseen).toEqual([])
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(60)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('what is folded unfolds', async () => {
    const { page } = await opened('guideline/3.html', { javaScriptEnabled: false })
    const example = page.locator('.example-name').first()
    expect(await example.isVisible()).toBe(false)
    await page.locator('summary').first().click()
    expect(await example.isVisible()).toBe(true)
    await page.context().close()
  })

  test('the wizard says what to do instead', async () => {
    const { page } = await opened(links.apply, { javaScriptEnabled: false })
    expect(await page.locator('main').innerText()).toContain('JavaScript')
    await page.context().close()
  })
})

test.each(all)('with less motion nothing moves: %s', async (path) => {
  const { page } = await opened(path, { reducedMotion: 'reduce' })
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
        const still = transitionDuration.split(', ').every((duration) => Number.parseFloat(duration) === 0)
        return !still || animationName !== 'none' || scrollBehavior === 'smooth'
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  )
  expect(moving).toEqual([])
  await page.context().close()
})

test.each(Object.entries(links))('with colours replaced the place in the navigation is marked: %s', async (_, path) => {
  if (!all.includes(path)) return
  const { page } = await opened(path, { forcedColors: 'active' })
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll('.site-header nav a')].map((link) => ({
      current: link.getAttribute('aria-current') === 'page',
      line: getComputedStyle(link).borderBottomColor,
    })),
  )
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  for (const { current, line } of lines) expect(line === ground).toBe(!current)
  await page.context().close()
})

/** Of the use pages one; the longest sections have the same parts as the others. */
const byKeys = all.filter((path) => !/^guideline\/(?!index|4|decisions|interpretations)/.test(path))

test.each(byKeys)('the keyboard alone goes through %s, and every stop is seen', async (path) => {
  const { page, context } = await openPage(built.browser)
  await page.goto(addressOf(built.folder, path))
  const stops = await page.locator('a[href], button, input, select, textarea, summary, [tabindex="0"]').count()
  const unseen: string[] = []
  let pressed = 0
  for (; pressed <= stops + 2; pressed += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      if (element === null || element === document.body) return null
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const { top, bottom, left, right } = element.getBoundingClientRect()
      const within = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
      return { what: element.outerHTML.slice(0, 80), seen: outlineStyle !== 'none' && outlineWidth !== '0px' && within }
    })
    if (stop === null) break
    if (!stop.seen) unseen.push(stop.what)
  }
  expect(unseen).toEqual([])
  // Papers have no more than the way back and a button; on other pages much is folded.
  expect(pressed, 'stops').toBeGreaterThanOrEqual(Math.min(stops, 6))
  expect(pressed, 'no way out').toBeLessThanOrEqual(stops + 2)
  await context.close()
})

test('the first stop leads past the navigation', async () => {
  const { page, context } = await openPage(built.browser)
  await page.goto(addressOf(built.folder, 'guideline/3.html'))
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('本文へ進む')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await context.close()
})

test('on paper what is folded is there, and what only leads elsewhere is not', async () => {
  const { page } = await opened('guideline/3.html', {})
  await page.emulateMedia({ media: 'print' })
  const heightOf = (selector: string): Promise<number> =>
    page.evaluate((one) => document.querySelector(one)!.getBoundingClientRect().height, selector)
  expect(await heightOf('.example-list .answer')).toBeGreaterThan(10)
  expect(await heightOf('.on-this-page')).toBe(0)
  expect(await heightOf('.site-header nav')).toBe(0)
  await page.context().close()
})
