import { readFileSync, rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import { judgeChanges } from '../../src/change.ts'
import { checkService } from '../../src/check.ts'
import { parseSource } from '../../src/source/document.ts'
import { type Applicant, applicantAt } from '../testing/applicant.ts'
import { addressOf, openBrowser, openPage, type Watched } from '../testing/browser.ts'
import { builtFolder } from '../testing/folder.ts'

let browser: Browser
let folder: string
let opened: Watched
let page: Page
let applicant: Applicant

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
  applicant = applicantAt(page, folder)
})
afterEach(async () => {
  expect(opened.complaints).toEqual([])
  await opened.context.close()
})

const file = 'services/bunka/shisetsu-yoyaku.yml'
const before = readFileSync(file, 'utf8')

/** From the list on the first page of the wizard. */
async function begin(task: string): Promise<void> {
  await page.goto(addressOf(folder, 'apply.html'))
  await page.getByText('台帳の利用から選ぶ').click()
  await page.getByLabel('サービスや課の名前').fill('例示施設予約')
  await page.getByRole('link', { name: `例示施設予約の${task}` }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** What the pull request would be called, and what would keep it from being merged. */
function judgedAs(after: string): { transition: string | undefined; violations: string[] } {
  const head = parseSource(file, after)
  const { changes, diagnostics } = judgeChanges([{ file, base: parseSource(file, before), head }], policies)
  const all = [...checkService(head, policies).diagnostics, ...diagnostics]
  return {
    transition: changes[0]?.transition,
    violations: all.filter(({ verdict }) => verdict === 'violation').map(({ message }) => message),
  }
}
const toEnd = () => page.locator('.turn').getByRole('link', { name: '確かめて出す' }).click()

/** Lines that the file did not have, and those that it has no more. */
function differenceFrom(after: string): { added: string[]; removed: string[] } {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  return {
    added: fresh.filter((line) => !old.includes(line)),
    removed: old.filter((line) => !fresh.includes(line)),
  }
}

describe('今ある利用から', () => {
  test('様式5の点検を、前回の答えを見て記録する', async () => {
    await begin('点検の記録')
    expect(await page.locator('.last').first().textContent()).toContain('前回: 実施済み')
    await page.getByRole('button', { name: '前回と同じ答えを入れる' }).click()
    await page.getByLabel('未実施').first().check()
    await page.getByLabel('理由と今後の予定').first().fill('12月の会議で提供者に確かめます。')
    await applicant.fill('点検者', '主査')
    await applicant.fill('点検日', 'R8.11.28')
    await toEnd()
    await expect.poll(() => page.locator('main').textContent()).toContain('直すところは見つかりませんでした')
    const { name, text } = await applicant.save()
    expect(name).toBe('shisetsu-yoyaku.yml')
    expect(judgedAs(text)).toEqual({ transition: 'check', violations: [] })
    expect(differenceFrom(text).removed).toEqual([])
    expect(differenceFrom(text).added.join('\n')).toContain('12月の会議で提供者に確かめます。')
  })

  test('答えの足りない点検は、どこが足りないかを言う', async () => {
    await begin('点検の記録')
    await page.getByLabel('一部実施').first().check()
    await toEnd()
    await expect.poll(() => page.locator('.finding-violation').count()).toBeGreaterThan(0)
    expect(await page.locator('main').textContent()).toContain('理由')
  })

  test('利用状況の確認を記録する', async () => {
    await begin('利用状況の確認')
    await page.getByLabel('利用中', { exact: true }).check()
    await toEnd()
    const { text } = await applicant.save()
    expect(judgedAs(text)).toEqual({ transition: 'check', violations: [] })
    expect(differenceFrom(text).removed).toEqual([])
  })

  test('様式6から終了までを、一度に出す', async () => {
    await begin('利用の終了')
    for (const group of await page.getByRole('group', { name: '実施状況' }).all())
      await group.getByLabel('実施済み').check()
    await applicant.fill('点検者', '主査')
    await applicant.fill('点検日', '2026-11-20')
    await applicant.fill('利用終了日', '令和8年11月30日')
    await page.getByRole('group', { name: '終了の理由' }).getByLabel('業務の終了').check()
    await page.getByRole('group', { name: '情報の取出し' }).getByLabel('はい').check()
    await page.getByRole('group', { name: '情報の消去' }).getByLabel('はい').check()
    await applicant.fill('消去証明書', '消去証明書 第12号')
    await toEnd()
    await expect.poll(() => page.locator('main').textContent()).toContain('直すところは見つかりませんでした')
    const { text } = await applicant.save()
    expect(judgedAs(text)).toEqual({ transition: 'termination', violations: [] })
    expect(differenceFrom(text).removed).toEqual([])
  })

  test('プランを変えると更改になり、前回の申請番号が入る', async () => {
    await begin('更改・訂正')
    await expect.poll(() => page.locator('main').textContent()).toContain('まだ何も変えていません')
    await applicant.fill('プラン名', '上位')
    await expect.poll(() => page.locator('main').textContent()).toContain('この変更は「更改」です')
    await page.getByRole('button', { name: '更改の申請として書く' }).click()
    await page.getByRole('navigation', { name: '申請の項目' }).getByRole('link', { name: '申請と契約' }).click()
    await page.getByRole('group', { name: '可否決定' }).getByLabel('決定待ち').check()
    await page.getByRole('navigation', { name: '申請の段階' }).getByRole('link', { name: '確かめて出す' }).click()
    await expect.poll(() => page.locator('main').textContent()).toContain('サービス › プラン名: 自治体 → 上位')
    const { text } = await applicant.save()
    expect(judgedAs(text)).toEqual({ transition: 'renewal', violations: [] })
    expect(text).toContain('previous: R6-0018')
    expect(
      differenceFrom(text).removed.every((line) =>
        /plan|application|previous|date|number|decision|informatization/.test(line),
      ),
    ).toBe(true)
  })
})

describe('出し方', () => {
  test('短い申請は、GitHubの画面に内容が入る。長い申請は、写し取ってから開く', async () => {
    await begin('利用状況の確認')
    await page.getByLabel('利用中', { exact: true }).check()
    await toEnd()
    await page.getByLabel('この内容に、個人の氏名や').check()
    const link = page.getByRole('link', { name: 'GitHubの画面を開く' })
    expect(await link.getAttribute('href')).toBe(`https://github.com/example/shinsa/edit/main/${file}`)
    await opened.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    // The door itself leads outside.
    await link.evaluate((node) => node.addEventListener('click', (event) => event.preventDefault()))
    await link.click()
    await expect.poll(() => page.locator('main').textContent()).toContain('内容を写し取りました')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(judgedAs(copied)).toEqual({ transition: 'check', violations: [] })
  })

  test('新しい短い申請は、新しいファイルの画面に内容が入る', async () => {
    await page.goto(addressOf(folder, 'apply.html'))
    await page.getByLabel('貼り付け').fill(readFileSync('services/senkan/touhyojo-annai.yml', 'utf8'))
    await page.getByRole('button', { name: 'この内容を写して、新しい申請を始める' }).click()
    await page.getByRole('navigation', { name: '申請の段階' }).getByRole('link', { name: '確かめて出す' }).click()
    await applicant.fill('ファイルの名前', 'annai')
    await page.getByLabel('この内容に、個人の氏名や').check()
    const address = new URL((await page.getByRole('link', { name: 'GitHubの画面を開く' }).getAttribute('href'))!)
    expect(address.pathname).toBe('/example/shinsa/new/main')
    expect(address.searchParams.get('filename')).toBe('services/senkan/annai.yml')
    const value = address.searchParams.get('value')
    if (value !== null) expect(parseSource('', value).readable).toBe(true)
    expect(address.href.length).toBeLessThanOrEqual(7800)
    expect(await page.getByRole('link', { name: '申請フォームを開く' }).getAttribute('href')).toBe(
      'https://github.com/example/shinsa/issues/new?template=new.yml',
    )
  })
})
