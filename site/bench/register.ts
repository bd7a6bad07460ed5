import type { Browser, Page } from 'playwright-core'
import { addressOf, openPage } from '../testing/browser.ts'
import { heading, row, spread } from './report.ts'

/** What somebody types, letter by letter, with the corrections in between. */
const typed = ['z', 'o', 'o', 'm', 'Backspace', 'Backspace', 'Backspace', 'Backspace', '例', '示', 'サ', 'イ', 'ト']
const cleared = ['Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace']

/** From a key, or a choice, to the rows as they are painted. */
export async function register(browser: Browser, folder: string): Promise<void> {
  const { page, context } = await openPage(browser)
  const start = performance.now()
  await page.goto(addressOf(folder, 'register.html'))
  heading('利用 1,000 件の台帳')
  row('開く', `${(performance.now() - start).toFixed(0)} ms`)
  await watchTimes(page)
  await page.locator('#words').focus()
  for (const key of [...typed, ...cleared, ...typed, ...cleared])
    await timed(page, () => (key.length === 1 ? page.keyboard.insertText(key) : page.keyboard.press(key)))
  row('1文字ごとの絞り込み', spread(await takeTimes(page)))
  for (const value of ['some', 'none', '', 'personal', ''])
    await timed(page, () => page.locator('#facet-kinds').selectOption(value))
  row('条件を選ぶ', spread(await takeTimes(page)))
  const headings = page.locator('table.register thead button:visible')
  for (const place of [1, 1, 1, 2, 6]) await timed(page, () => headings.nth(place).click())
  row('並べ替え', spread(await takeTimes(page)))
  await context.close()
}

type Timed = typeof globalThis & { times: number[]; pending: Promise<void> }

/** The clock starts before the page hears of it, and stops when the frame has been painted. */
export const watchTimes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const timed = globalThis as unknown as Timed
    timed.times = []
    timed.pending = Promise.resolve()
    for (const kind of ['input', 'change', 'click'])
      addEventListener(
        kind,
        () => {
          const begin = performance.now()
          timed.pending = new Promise((resolve) => {
            requestAnimationFrame(() =>
              setTimeout(() => {
                timed.times.push(performance.now() - begin)
                resolve()
              }),
            )
          })
        },
        { capture: true },
      )
  })

export async function timed(page: Page, act: () => Promise<unknown>): Promise<void> {
  await act()
  await page.evaluate(() => (globalThis as unknown as Timed).pending)
}

export const takeTimes = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as Timed).times.splice(0))
