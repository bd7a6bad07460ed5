import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { addressOf, openPage } from '../testing/browser.ts'
import { takeTimes, timed, watchTimes } from './register.ts'
import { heading, kilobytes, row, spread } from './report.ts'

/** What somebody types, letter by letter. */
const typed = ['重要情報', ' ', '無料', ' ', 'ろごちゃっと', '03-scope/network-matrix']

/** From the first letter, for which the index comes, and then from each key to the results as they are painted. */
export async function search(browser: Browser, folder: string): Promise<void> {
  heading('基準の検索')
  row('索引（gzip）', kilobytes(gzipSync(readFileSync(join(folder, 'guideline-index.js'))).length))
  const { page, context } = await openPage(browser)
  await page.goto(addressOf(folder, 'guideline/index.html'))
  const field = page.locator('#query')
  const start = performance.now()
  await field.fill('様式')
  await page.locator('#results li').first().waitFor()
  row('最初の1文字（索引の読込みと準備を含む）', `${(performance.now() - start).toFixed(0)} ms`)
  await field.fill('')
  await watchTimes(page)
  for (const text of typed) {
    for (const letter of text) await timed(page, () => page.keyboard.insertText(letter))
    if (text !== ' ') for (const _ of text) await timed(page, () => page.keyboard.press('Backspace'))
  }
  row('1文字ごとの検索', spread(await takeTimes(page)))
  await context.close()
}
