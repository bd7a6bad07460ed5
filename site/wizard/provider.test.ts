import { readFileSync } from 'node:fs'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { addressOf } from '../testing/browser.ts'
import { visits } from '../testing/visit.ts'

const visit = visits()

const use = 'services/bunka/shisetsu-yoyaku.yml'
const folded = 'Excelで提供者に確かめる'

async function openCriteria(): Promise<void> {
  await visit.page.getByRole('navigation', { name: '申請の項目' }).waitFor()
  await visit.page.goto(visit.page.url().replace(/at=.*/, 'at=write/criteria'))
  await visit.page.getByText(folded).click()
}

test('提供者に送る表を保存し、記入されたものを取り込む', async () => {
  await visit.page.goto(addressOf(visit.folder, `apply.html#file=${encodeURIComponent(use)}&task=renew`))
  await openCriteria()
  const saving = visit.page.waitForEvent('download')
  await visit.page.getByRole('button', { name: '提供者に送る表を保存する' }).click()
  const file = await (await saving).path()
  const sheets = await readExcelFile(readFileSync(file))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['説明', '選定基準'])
  expect(sheets[1]?.data).toHaveLength(41)

  // A copy of the application whose 別表 is empty takes the answers of the sheet.
  const text = readFileSync(use, 'utf8').replace(/^criteria:[\s\S]*?(?=^\w)/m, '')
  await visit.page.goto(addressOf(visit.folder, 'index.html'))
  await visit.page.goto(addressOf(visit.folder, 'apply.html'))
  await visit.page.getByLabel('貼り付け').fill(text)
  await visit.page.getByRole('button', { name: 'この内容を写して' }).click()
  await visit.page.getByRole('link', { name: '内容を書く' }).first().click()
  await openCriteria()
  expect(await visit.page.locator('main').textContent()).toContain('40行のうち0行に答えました')
  await visit.page
    .getByLabel('記入された表')
    .setInputFiles({ name: '別表.xlsx', mimeType: '', buffer: readFileSync(file) })
  await visit.page.getByText('40行を取り込みました').waitFor()
  await expect.poll(() => visit.page.locator('main').textContent()).toContain('40行のうち40行に答えました')
  expect(await visit.page.locator('.criteria select').first().inputValue()).toBe('met')
  expect(await visit.page.locator('.criteria input').first().inputValue()).not.toBe('')
})

test('読めない表は、そう言い、書いたことを変えない', async () => {
  await visit.page.goto(addressOf(visit.folder, `apply.html#file=${encodeURIComponent(use)}&task=renew`))
  await openCriteria()
  const before = await visit.page.locator('.criteria input').first().inputValue()
  await visit.page
    .getByLabel('記入された表')
    .setInputFiles({ name: '壊れた.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 これは表ではない') })
  await visit.page.getByText('壊れた.xlsx を読めません').waitFor()
  expect(await visit.page.locator('.criteria input').first().inputValue()).toBe(before)
})
