import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pagesOf } from '../../scripts/testing/paper.ts'
import { addressOf, barriers, openBrowser, openPage } from '../testing/browser.ts'
import { builtFolder, siteWith } from '../testing/folder.ts'
import { sampleSite } from '../testing/sample.ts'

let browser: Browser
let folders: Record<'real' | 'sample', string>
beforeAll(async () => {
  browser = await openBrowser()
  folders = {
    real: await builtFolder(siteWith()),
    sample: await builtFolder(sampleSite()),
  }
})
afterAll(() => browser.close())

const wide = { width: 1280, height: 900 }
const narrow = { width: 320, height: 640 }

async function opened(folder: string, path: string): Promise<{ page: Page; done(): Promise<void> }> {
  const { page, context, complaints } = await openPage(browser, wide)
  await page.goto(addressOf(folder, path))
  return {
    page,
    async done() {
      expect(complaints).toEqual([])
      await context.close()
    },
  }
}

/** States and texts that the uses of this repository do not have; those are looked at with every other page. */
test.each([
  'uses/bunka/yoyaku.html',
  'uses/koho/stopped.html',
  'uses/zaisei/ended.html',
  'uses/zeimu/broken.html',
  'uses/unknown/hostile-9.html',
  'uses/unknown/hostile-9/forms.html',
  'handovers/unknown.html',
  'register.html',
  'deadlines.html',
])('%s に、妨げになるものがなく、横にはみ出さない', async (path) => {
  const { page, done } = await opened(folders.sample, path)
  for (const size of [wide, narrow]) {
    await page.setViewportSize(size)
    expect(await barriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
  }
  await done()
})

describe('利用のページ', () => {
  test('人が書いたものは、文字として出る', async () => {
    const { page, done } = await opened(folders.sample, 'uses/unknown/hostile-9.html')
    expect(await page.locator('h1').textContent()).toBe('"><img src=x onerror=alert(1)>')
    expect(await page.locator('img').count()).toBe(0)
    await done()
  })

  test('停止していることと、だれが何をするかが、初めに分かる', async () => {
    const { page, done } = await opened(folders.sample, 'uses/koho/stopped.html')
    const first = await page.locator('main').innerText()
    expect(first.slice(0, 400)).toContain('利用を停止しています。')
    expect(first.slice(0, 400)).toContain('約款が変わったため。')
    expect(first.slice(0, 600)).toMatch(/次にする人\s*情報政策課/)
    await done()
  })

  test('許可に付いた条件と、決定の記録が並ぶ', async () => {
    const { page, done } = await opened(folders.sample, 'uses/bunka/yoyaku.html')
    expect(await page.locator('section:has(> #conditions)').innerText()).toContain('令和8年度末までに\n見直す。')
    const records = await page.locator('section:has(> #records)').innerText()
    expect(records).toContain('D-2026-000001')
    expect(records).toContain('接続元とサービスの区分の組合せ: 条件付')
    await done()
  })

  test('終えた利用には、訂正のほかに、することの入口がない', async () => {
    const { page, done } = await opened(folders.sample, 'uses/zaisei/ended.html')
    expect(await page.locator('a.button[href*="apply.html"]').allTextContents()).toEqual(['内容を訂正する'])
    await done()
  })
})

describe('様式のページ', () => {
  const path = 'uses/bunka/shisetsu-yoyaku/forms.html'
  const shown = (page: Page): Promise<string[]> =>
    page
      .locator('main > section')
      .filter({ visible: true })
      .evaluateAll((all) => all.map(({ id }) => id))

  test('求めた様式だけが見え、すべても見られる', async () => {
    const { page, done } = await opened(folders.real, `${path}#form-5`)
    expect(await shown(page)).toEqual(['form-5'])
    await page.getByRole('link', { name: '様式1だけ' }).click()
    expect(await shown(page)).toEqual(['form-1'])
    await page.getByRole('link', { name: 'すべて' }).click()
    expect(await shown(page)).toEqual(['form-1', 'form-3', 'form-4', 'form-5', 'form-6'])
    await done()
  })

  const printed = async (address: string): Promise<string[]> => {
    const { page, done } = await opened(folders.real, address)
    const bytes = await page.pdf({ preferCSSPageSize: true })
    await done()
    return pagesOf(new Uint8Array(bytes))
  }

  test('紙には、様式ごとの見出しとページ番号が付き、画面の案内は載らない', async () => {
    const pages = await printed(path)
    const heads = pages.map((text) => /様式(\d)\(参考様式・再構成\)/.exec(text)?.[1])
    expect([...new Set(heads)]).toEqual(['1', '3', '4', '5', '6'])
    for (const [index, text] of pages.entries()) expect(text).toContain(`${index + 1}/${pages.length}`)
    expect(pages.join('')).not.toContain('印刷する')
  }, 120_000)

  test('1つの様式だけを印刷できる', async () => {
    const pages = await printed(`${path}#form-5`)
    expect(pages.every((text) => text.includes('様式5(参考様式・再構成)'))).toBe(true)
    expect(pages[0]).toContain('例示施設予約')
  }, 120_000)
})

test('課の引継書を、利用のページから開いて印刷できる', async () => {
  const { page, done } = await opened(folders.sample, 'uses/bunka/yoyaku.html')
  await page.getByRole('link', { name: '課の引継書' }).click()
  const text = (await pagesOf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))).join('')
  expect(text).toMatch(/外部サービスの引継書.*期限のあるもの.*判断・点検で残っていること.*施設予約くん/s)
  expect(text).not.toContain('印刷する')
  await page.getByRole('link', { name: '台帳（' }).click()
  expect(await page.locator('tbody tr').filter({ visible: true }).count()).toBe(1)
  await done()
}, 120_000)

test('図は、読み上げられ、同じ数が表にある', async () => {
  const { page, done } = await opened(folders.real, 'statistics.html')
  for (const chart of await page.locator('svg[role=img]').all()) {
    const [title, description] = await chart.evaluate((svg) =>
      [svg.querySelector('title'), svg.querySelector('desc')].map((part) => part?.textContent ?? ''),
    )
    expect(title).not.toBe('')
    const cells = await chart.locator('xpath=ancestor::section[1]').locator('table').innerText()
    const pairs = description!.split('、').map((pair) => /^(.*) ([\d・]+)$/.exec(pair)!)
    expect(pairs.length).toBeGreaterThan(0)
    for (const [, name, count] of pairs) {
      expect(cells).toContain(name)
      if (!count!.includes('・')) expect(cells).toMatch(new RegExp(`${name!.replaceAll(/[()]/g, '.')}\\s+${count}\\b`))
    }
  }
  await done()
})

test('JavaScript がなくても、利用のページと期限が読める', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(addressOf(folders.real, 'uses/bunka/shisetsu-yoyaku.html'))
  expect(await page.locator('main').innerText()).toContain('例示施設予約')
  await page.goto(addressOf(folders.real, 'deadlines.html'))
  expect(await page.locator('table.deadlines').count()).toBeGreaterThan(2)
  expect(await page.locator('#deadline-controls').isVisible()).toBe(false)
  await context.close()
})
