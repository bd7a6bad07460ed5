import { readFileSync, rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import readExcelFile from 'read-excel-file/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addressOf, openBrowser, openPage, type Watched } from '../testing/browser.ts'
import { builtFolder } from '../testing/folder.ts'

let browser: Browser
let folder: string
let opened: Watched
let page: Page

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
  page = opened.page
})
afterEach(async () => {
  expect(opened.complaints).toEqual([])
  await opened.context.close()
})

const use = 'services/bunka/shisetsu-yoyaku.yml'
const folded = 'Excelで提供者に確かめる'

async function openCriteria(): Promise<void> {
  await page.getByRole('navigation', { name: '申請の項目' }).waitFor()
  await page.goto(page.url().replace(/at=.*/, 'at=write/criteria'))
  await page.getByText(folded).click()
}

test('提供者に送る表を保存し、記入されたものを取り込む', async () => {
  await page.goto(addressOf(folder, `apply.html#file=${encodeURIComponent(use)}&task=renew`))
  await openCriteria()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '提供者に送る表を保存する' }).click()
  const file = await (await saving).path()
  const sheets = await readExcelFile(readFileSync(file))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['説明', '選定基準'])
  expect(sheets[1]?.data).toHaveLength(41)

  // A copy of the application whose 別表 is empty takes the answers of the sheet.
  const text = readFileSync(use, 'utf8').replace(/^criteria:[\s\S]*?(?=^\w)/m, '')
  await page.goto(addressOf(folder, 'index.html'))
  await page.goto(addressOf(folder, 'apply.html'))
  await page.getByLabel('貼り付け').fill(text)
  await page.getByRole('button', { name: 'この内容を写して' }).click()
  await page.getByRole('link', { name: '内容を書く' }).first().click()
  await openCriteria()
  expect(await page.locator('main').textContent()).toContain('40行のうち0行に答えました')
  await page.getByLabel('記入された表').setInputFiles({ name: '別表.xlsx', mimeType: '', buffer: readFileSync(file) })
  await page.getByText('40行を取り込みました').waitFor()
  await expect.poll(() => page.locator('main').textContent()).toContain('40行のうち40行に答えました')
  expect(await page.locator('.criteria select').first().inputValue()).toBe('met')
  expect(await page.locator('.criteria input').first().inputValue()).not.toBe('')
})

test('読めない表は、そう言い、書いたことを変えない', async () => {
  await page.goto(addressOf(folder, `apply.html#file=${encodeURIComponent(use)}&task=renew`))
  await openCriteria()
  const before = await page.locator('.criteria input').first().inputValue()
  await page
    .getByLabel('記入された表')
    .setInputFiles({ name: '壊れた.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 これは表ではない') })
  await page.getByText('壊れた.xlsx を読めません').waitFor()
  expect(await page.locator('.criteria input').first().inputValue()).toBe(before)
})
