import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addressOf, barriers, openPage, type Watched } from '../testing/browser.ts'
import { builtSite } from '../testing/built.ts'
import { parseCsv } from '../testing/csv.ts'
import { builtFolder } from '../testing/folder.ts'
import { sampleSite } from '../testing/sample.ts'
import { withUses } from '../testing/thousand.ts'

const site = sampleSite()
const built = builtSite(site)
let watched: Watched
let page: Page
beforeEach(async () => {
  watched = await openPage(built.browser)
  page = watched.page
})
afterEach(async () => {
  expect(watched.complaints).toEqual([])
  await watched.context.close()
})

const open = (path = 'register.html', within = built.folder) => page.goto(addressOf(within, path))
const hash = (): string => decodeURIComponent(new URL(page.url()).hash)
const namesOf = (): Promise<string[]> => page.locator('table.register tbody tr:not([hidden]) th a').allTextContents()
const hits = (): Promise<string | null> => page.locator('#hits').textContent()
const headings = (): Promise<string[]> => page.locator('table.register thead th:not([hidden])').allTextContents()

describe('探す', () => {
  test('打つたびに絞られ、件数とアドレスに表れ、戻ると元に戻る', async () => {
    await open()
    expect(await hits()).toBe(`${site.uses.length} 件`)
    await page.locator('#words').pressSequentially('例示　生成ａｉ')
    expect(await namesOf()).toEqual(['例示生成AI'])
    expect(await hits()).toBe(`${site.uses.length} 件のうち 1 件が見つかりました`)
    expect(hash()).toBe('#q=例示　生成ａｉ')
    // The letters of one word are one step.
    await page.goBack()
    expect(await namesOf()).toHaveLength(site.uses.length)
    expect(await page.locator('#words').inputValue()).toBe('')
    await page.goForward()
    expect(await namesOf()).toEqual(['例示生成AI'])
  })

  test('見つからなければ、そう言い、すべて消せば戻る', async () => {
    await open('register.html#q=どこにもない')
    expect(await namesOf()).toEqual([])
    await expect(page.locator('#no-hits').isVisible()).resolves.toBe(true)
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: '条件をすべて消す' }).click()
    expect(await namesOf()).toHaveLength(site.uses.length)
    expect(hash()).toBe('')
  })
})

describe('絞り込む', () => {
  test('選んだものはアドレスに残り、開き直しても、別の人が開いても同じ', async () => {
    await open()
    await page.locator('#facet-status').selectOption('suspended')
    expect(await namesOf()).toEqual(['動画の広場'])
    await page.locator('#facet-status').selectOption('')
    await page.locator('#facet-alarm').selectOption('any')
    const marked = site.uses.filter(({ row }) => row.status === 'suspended' || row.permission?.state === 'unconfirmed')
    expect((await namesOf()).length).toBeGreaterThanOrEqual(marked.length)
    await page.locator('#facet-department').selectOption('kikaku')
    expect(await namesOf()).toEqual(['例示サービス'])
    expect(hash()).toBe('#department=kikaku&alarm=any')
    await page.reload()
    expect(await namesOf()).toEqual(['例示サービス'])
    expect(await page.locator('#facet-department').inputValue()).toBe('kikaku')
  })

  test('件数の一覧からも、その利用だけになる', async () => {
    await open()
    await page.getByRole('link', { name: /^利用停止/ }).click()
    expect(await namesOf()).toEqual(['動画の広場'])
    expect(await page.locator('#facet-status').inputValue()).toBe('suspended')
  })

  test('ページの中へ跳んでも、選んだことは消えない', async () => {
    await open('register.html#status=suspended')
    await page.locator('.skip').focus()
    await page.keyboard.press('Enter')
    expect(await namesOf()).toEqual(['動画の広場'])
  })
})

describe('並べ替える', () => {
  const days = (): Promise<string[]> =>
    page.locator('table.register tbody tr:not([hidden])').evaluateAll((rows) => {
      const place = [...document.querySelectorAll('table.register thead th')].findIndex(
        (heading) => (heading as HTMLElement).dataset.column === 'nextDueDate',
      )
      return rows.map((row) => row.children[place]?.querySelector('time')?.getAttribute('datetime') ?? '')
    })

  test('昇順、降順、元の順。空の欄はいつも最後', async () => {
    await open()
    const original = await namesOf()
    const heading = page.getByRole('columnheader', { name: '次の期限' })
    await heading.getByRole('button').click()
    const ascending = await days()
    const filled = ascending.filter((day) => day !== '')
    expect(ascending).toEqual([...filled].sort().concat(ascending.filter((day) => day === '')))
    expect(await heading.getAttribute('aria-sort')).toBe('ascending')
    expect(hash()).toBe('#sort=nextDueDate')
    await heading.getByRole('button').click()
    expect((await days()).filter((day) => day !== '')).toEqual([...filled].sort().reverse())
    expect((await days()).at(-1)).toBe('')
    await heading.getByRole('button').click()
    expect(await namesOf()).toEqual(original)
    expect(await heading.getAttribute('aria-sort')).toBeNull()
  })
})

describe('列', () => {
  test('選んだ列だけが見え、アドレスから戻る', async () => {
    await open()
    expect(await headings()).not.toContain('プラン')
    await page.getByText('表示する列を選ぶ').click()
    await page.getByLabel('プラン', { exact: true }).check()
    await page.getByLabel('番号', { exact: true }).uncheck()
    expect(await headings()).toContain('プラン')
    expect(await headings()).not.toContain('番号')
    expect(await page.locator('table.register tbody tr').first().locator('td:visible, th:visible').count()).toBe(
      (await headings()).length,
    )
    const before = await headings()
    await page.reload()
    expect(await headings()).toEqual(before)
    expect(await page.getByLabel('番号', { exact: true }).isChecked()).toBe(false)
    expect(await barriers(page)).toEqual([])
  })
})

const fileOf = (link: string): string => link.replace(/^uses(.*)html$/, 'services$1yml')

describe('持ち帰る', () => {
  test('絞り込んだ行だけの CSV は、全部の CSV の、その行', async () => {
    await open('register.html#status=in-use&sort=-name')
    const shown = await page
      .locator('table.register tbody tr:not([hidden]) th a')
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')!))
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '絞り込んだ行の CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^外部サービス台帳_.*_一部\.csv$/)
    const all = parseCsv(readFileSync(`${built.folder}/register.csv`))
    const some = parseCsv(readFileSync(await download.path()))
    const column = all[0]!.indexOf('ファイル')
    expect(some[0]).toEqual(all[0])
    expect(some.slice(1).map((cells) => cells[column])).toEqual(shown.map(fileOf))
    for (const cells of some) expect(all).toContainEqual(cells)
  })
})

test('人が書いたものは、どれも文字として出る', async () => {
  await open()
  expect(await namesOf()).toContain('<script>alert(1)</script>')
  expect(await page.locator('img, iframe').count()).toBe(0)
})

test('キーボードだけで、探し、並べ、開く', async () => {
  await open()
  await page.locator('#words').focus()
  await page.keyboard.type('施設')
  const heading = page.getByRole('columnheader', { name: 'サービス名' }).getByRole('button')
  for (
    let presses = 0;
    presses < 40 && !(await heading.evaluate((node) => node === document.activeElement));
    presses += 1
  )
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(hash()).toBe('#q=施設&sort=name')
  const link = page.getByRole('link', { name: '施設予約くん' })
  for (let presses = 0; presses < 20 && !(await link.evaluate((node) => node === document.activeElement)); presses += 1)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/uses\/bunka\/yoyaku\.html$/)
})

test('JavaScript がなくても、すべての行が読め、動かない欄は出ない', async () => {
  const context = await built.browser.newContext({ javaScriptEnabled: false })
  const plain = await context.newPage()
  await plain.goto(addressOf(built.folder, 'register.html'))
  expect(await plain.locator('table.register tbody tr:visible').count()).toBe(site.uses.length)
  expect(await plain.locator('#controls, #chosen-csv, #print, #rest').filter({ visible: true }).count()).toBe(0)
  expect(await plain.getByRole('link', { name: 'Excel' }).isVisible()).toBe(true)
  await context.close()
})

describe('利用が多いとき', () => {
  let large: string
  beforeAll(async () => {
    large = await builtFolder(withUses(site, 250))
  })

  test('初めの50件を見せ、残りは求めれば見せ、焦点は続きに移る', async () => {
    await open('register.html', large)
    expect(await namesOf()).toHaveLength(50)
    expect(await hits()).toBe('250 件（初めの 50 件を表示）')
    await page.getByRole('button', { name: '残りの 200 件も表示する' }).click()
    expect(await namesOf()).toHaveLength(250)
    const focused = await page.evaluate(() => document.activeElement?.closest('tr')?.rowIndex)
    expect(focused).toBe(51)
  })

  test('印刷するものは、見つかったすべて', async () => {
    await open('register.html', large)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await namesOf()).toHaveLength(250)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await namesOf()).toHaveLength(50)
  })
})

describe('期限', () => {
  const rows = () => page.locator('table.deadlines tbody tr').filter({ visible: true })
  test('課を選ぶと、その課のものだけになり、予定表もその課のものになる', async () => {
    await open('deadlines.html')
    const all = await rows().count()
    await page.getByLabel('課').selectOption('bunka')
    const some = await rows().count()
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(all)
    expect(await rows().locator('.note').first().textContent()).toBe('地域文化部文化・生涯学習課')
    expect(hash()).toBe('#department=bunka')
    expect(await page.getByRole('link', { name: /予定表/ }).getAttribute('href')).toBe('deadlines/bunka.ics')
    await page.reload()
    expect(await rows().count()).toBe(some)
    await page.goBack()
    expect(await rows().count()).toBe(all)
    expect(await page.getByRole('link', { name: /予定表/ }).getAttribute('href')).toBe('deadlines.ics')
  })

  test('月の見出しは、中身のあるものだけ。数は見えているもの', async () => {
    await open('deadlines.html#department=bunka')
    for (const section of await page.locator('[data-month]').filter({ visible: true }).all())
      expect(await section.locator('tbody tr').filter({ visible: true }).count()).toBeGreaterThan(0)
    const counted = (await page.locator('#deadline-counts').textContent())!.match(/\d+/g)!.map(Number)
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(await rows().count())
  })
})
