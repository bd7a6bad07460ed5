/** Draws the screens that the README shows. By hand: `npm run pictures:site [-- folder]`; needs pngquant. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { applicantAt } from './testing/applicant.ts'
import { addressOf, openBrowser, openPage } from './testing/browser.ts'
import { builtFolder } from './testing/folder.ts'

const [, , target = 'docs/pictures'] = process.argv
const mostBytes = 120_000
const size = { width: 1000, height: 760 }

const folder = await builtFolder()
const use = 'services/bunka/shisetsu-yoyaku.yml'

async function ask(page: Page): Promise<void> {
  const applicant = applicantAt(page, folder)
  await applicant.begin()
  await applicant.fill('サービスの名前', '例示相談記録')
  await applicant.answer('この利用には', '当てはまるものはない')
  await applicant.answer('どの区分', 'クラウドサービス（インターネット）')
  await applicant.answer('どのネットワーク', '個別・インターネット系')
  await applicant.answer('どの重要情報', '保有個人情報', '要配慮個人情報')
  await applicant.answer('契約全体として', '有料')
  await applicant.answer('どの種類', '業務システム')
  await applicant.answer('利用申請を省略', '当てはまるものはない')
  await applicant.answer('生成AI', 'いいえ')
  await applicant.outcome().waitFor()
}
const scrollTo = (page: Page, selector: string): Promise<void> =>
  page
    .locator(selector)
    .first()
    .evaluate((node) => window.scrollTo(0, window.scrollY + node.getBoundingClientRect().top - 12))

/** How to come to each screen. */
const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'site-ask': async (page) => {
    await ask(page)
    await scrollTo(page, '#outcome')
  },
  'site-write': async (page) => {
    await page.goto(addressOf(folder, `apply.html#file=${encodeURIComponent(use)}&task=renew`))
    await page.getByRole('navigation', { name: '申請の項目' }).getByRole('link', { name: '別表の確認' }).click()
    await page.locator('.criteria select').nth(2).selectOption('unmet')
    await page.getByRole('heading', { level: 1 }).click()
    await scrollTo(page, '.filters')
  },
  'site-hand-in': async (page) => {
    await page.goto(addressOf(folder, `apply.html#file=${encodeURIComponent(use)}&task=renew`))
    await page.getByLabel('プラン名').fill('上位プラン')
    await page.getByRole('button', { name: /更改の申請として書く/ }).click()
    await page.getByRole('navigation', { name: '申請の段階' }).getByRole('link', { name: '確かめて出す' }).click()
    await page.getByText('審査する人の見え方を見る').click()
    await page.locator('.preview h2').first().waitFor()
    await page.setViewportSize({ ...size, height: 1080 })
    await scrollTo(page, '.title')
  },
  'site-register': async (page) => {
    await page.setViewportSize({ ...size, height: 1080 })
    await page.goto(addressOf(folder, 'register.html'))
  },
  'site-use': async (page) => {
    await page.goto(addressOf(folder, 'uses/bunka/shisetsu-yoyaku.html'))
  },
  'site-guideline': async (page) => {
    await page.goto(addressOf(folder, 'guideline/3.html#table-network-matrix'))
  },
}

mkdirSync(target, { recursive: true })
const browser = await openBrowser()
for (const [name, show] of Object.entries(screens)) {
  const { page, context } = await openPage(browser, size)
  await show(page)
  const picture = join(target, `${name}.png`)
  await page.screenshot({ path: picture })
  execFileSync('pngquant', ['--force', '--speed', '1', '--output', picture, '48', picture])
  const bytes = statSync(picture).size
  console.log(`${picture} ${bytes} bytes`)
  if (bytes > mostBytes) process.exitCode = 1
  await context.close()
}
await browser.close()
rmSync(folder, { recursive: true, force: true })
