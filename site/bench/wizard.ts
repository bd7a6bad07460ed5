import type { Browser } from 'playwright-core'
import { addressOf, openPage } from '../testing/browser.ts'
import { takeTimes, timed, watchTimes } from './register.ts'
import { heading, row, spread } from './report.ts'

const use = 'services%2Fbunka%2Fshisetsu-yoyaku.yml'

/** From a key to the finding as it is painted, in a full application: 重要情報 with forty rows of 別表. */
export async function wizard(browser: Browser, folder: string): Promise<void> {
  heading('申請ウィザード（重要情報あり、別表40行の申請）')
  const { page, context } = await openPage(browser)
  const start = performance.now()
  await page.goto(addressOf(folder, `apply.html#file=${use}&task=renew`))
  await page.getByRole('navigation', { name: '申請の項目' }).waitFor()
  row('今ある利用を開く', `${(performance.now() - start).toFixed(0)} ms`)

  await page.goto(page.url().replace(/at=.*/, 'at=write/use'))
  const end = page.getByLabel('利用終了予定日')
  await end.fill('2020-01-01')
  await end.blur()
  await page.locator('.finding-violation').waitFor()
  await watchTimes(page)
  await end.focus()
  const found: number[] = []
  for (let turn = 0; turn < 20; turn += 1) {
    // The last digit turns a day that cannot be read into one before the beginning, and back.
    await timed(page, () => page.keyboard.press('Backspace'))
    await page.locator('.problem').first().waitFor()
    await timed(page, () => page.keyboard.insertText('1'))
    await page.locator('.finding-violation').waitFor()
    found.push(...(await takeTimes(page)))
  }
  row('1文字ごとの指摘（日付）', spread(found))

  await page.goto(page.url().replace(/at=.*/, 'at=write/criteria'))
  const evidence = page.locator('.criteria input').first()
  await evidence.focus()
  await takeTimes(page)
  for (const letter of '契約書 第12条 第2項 別紙1') await timed(page, () => page.keyboard.insertText(letter))
  row('1文字ごとの書込み（別表の40行のページ）', spread(await takeTimes(page)))
  await context.close()
}
