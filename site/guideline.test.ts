import { expect, test } from 'vitest'
import { addressOf, barriers, openPage, type Watched } from './testing/browser.ts'
import { builtSite } from './testing/built.ts'

const built = builtSite()

async function atContents(query = ''): Promise<Watched> {
  const watched = await openPage(built.browser)
  await watched.page.goto(`${addressOf(built.folder, 'guideline/index.html')}${query}`)
  return watched
}

test('typing finds, says how many, and puts the question into the address', async () => {
  const { page, context, complaints } = await atContents()
  await page.getByLabel('基準の中を探す').fill('ろごちゃっと')
  await expect.poll(() => page.getByRole('status').textContent()).toMatch(/^\d+件見つかりました。/)
  const first = page.locator('#results a').first()
  expect(await first.textContent()).toBe('LoGoチャット')
  expect(page.url()).toContain(`#q=${encodeURIComponent('ろごちゃっと')}`)
  expect(await barriers(page)).toEqual([])
  await first.click()
  expect(await page.locator('h1').textContent()).toBe('名前の挙がっているサービス')
  expect(await page.evaluate(() => document.querySelector(':target')?.textContent)).toContain('LoGoチャット')
  await page.goBack()
  await expect.poll(() => page.locator('#results a').count()).toBeGreaterThan(0)
  expect(complaints).toEqual([])
  await context.close()
})

test('an address asks', async () => {
  const { page, context } = await atContents(`#q=${encodeURIComponent('様式5')}`)
  await expect.poll(() => page.locator('#results a').first().textContent()).toContain('運用・保守')
  expect(await page.getByLabel('基準の中を探す').inputValue()).toBe('様式5')
  await context.close()
})

test('the keyboard goes from the field into the results and back', async () => {
  const { page, context } = await atContents()
  await page.getByLabel('基準の中を探す').focus()
  await page.keyboard.type('network-matrix')
  await expect.poll(() => page.locator('#results a').count()).toBeGreaterThan(1)
  const at = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.textContent ?? undefined)
  await page.keyboard.press('ArrowDown')
  const first = await at()
  await page.keyboard.press('ArrowDown')
  expect(await at()).not.toBe(first)
  await page.keyboard.press('ArrowUp')
  expect(await at()).toBe(first)
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('query')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/guideline\/3\.html#network-matrix$/)
  await context.close()
})

test('what is not there is not found, and nothing typed is taken for markup', async () => {
  const { page, context, complaints } = await atContents()
  const field = page.getByLabel('基準の中を探す')
  for (const typed of ['<img src=x onerror=alert(1)>', '\u202e\u0000%', '(', 'あ'.repeat(100_000)]) {
    await field.fill(typed)
    await expect.poll(() => page.getByRole('status').textContent()).toMatch(/見つかり/)
    expect(await page.locator('#search img').count()).toBe(0)
  }
  await field.fill('')
  await expect.poll(() => page.getByRole('status').textContent()).toBe('')
  expect(await page.locator('#results li').count()).toBe(0)
  expect(page.url()).not.toContain('#')
  expect(complaints).toEqual([])
  await context.close()
})

test('an address that is no question is none', async () => {
  const { page, context, complaints } = await atContents('#q=%E3%81')
  expect(await page.getByLabel('基準の中を探す').inputValue()).toBe('')
  expect(complaints).toEqual([])
  await context.close()
})

test('a finding leads to its rule, which is then marked', async () => {
  const { page, context } = await openPage(built.browser)
  await page.goto(addressOf(built.folder, 'guideline/9.html#renewal'))
  const rule = page.locator('.rule:target')
  expect(await rule.locator('h3').textContent()).toBe('更改の申請')
  expect(await rule.evaluate((element) => Math.abs(element.getBoundingClientRect().top) < innerHeight)).toBe(true)
  expect(await rule.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)')
  await context.close()
})
