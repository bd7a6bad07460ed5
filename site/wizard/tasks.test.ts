import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import { judgeChanges } from '../../src/change.ts'
import { checkService } from '../../src/check.ts'
import { parseSource } from '../../src/source/document.ts'
import { addressOf, barriers } from '../testing/browser.ts'
import { visits } from '../testing/visit.ts'

const visit = visits()

const file = 'services/bunka/shisetsu-yoyaku.yml'
const before = readFileSync(file, 'utf8')

/** From the list on the first page of the wizard. */
async function begin(task: string): Promise<void> {
  await visit.page.goto(addressOf(visit.folder, 'apply.html'))
  await visit.page.getByText('台帳の利用から選ぶ').click()
  await visit.page.getByLabel('サービスや課の名前').fill('例示施設予約')
  await visit.page.getByRole('link', { name: `例示施設予約の${task}` }).click()
  await visit.page.getByRole('navigation', { name: '申請の段階' }).waitFor()
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
const toEnd = () => visit.page.locator('.turn').getByRole('link', { name: '確かめて出す' }).click()

/** Lines that the file did not have, and those that it has no more. */
function differenceFrom(after: string): { added: string[]; removed: string[] } {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  return {
    added: fresh.filter((line) => !old.includes(line)),
    removed: old.filter((line) => !fresh.includes(line)),
  }
}

describe('今ある利用から', () => {
  test('戻ると元の画面に戻り、下書きは増えない', async () => {
    await begin('点検の記録')
    await visit.page.goBack()
    await visit.page.getByText('台帳の利用から選ぶ').waitFor()
    expect(await visit.page.locator('.drafts li').count()).toBe(1)
    await visit.page.goForward()
    await visit.page.getByRole('heading', { name: '点検の記録', level: 1 }).waitFor()
  })

  test.each([
    ['例示施設予約', ['点検の記録', '利用状況の確認', '更改・訂正', '利用の終了']],
    ['Microsoft 365', ['利用状況の確認', '更改・訂正', '利用の終了']],
    ['例示会議録', ['更改・訂正']],
  ])('%s には、その状態でできることだけが並ぶ', async (use, tasks) => {
    await visit.page.goto(addressOf(visit.folder, 'apply.html'))
    await visit.page.getByText('台帳の利用から選ぶ').click()
    const line = visit.page.locator('.registered li').filter({ hasText: use })
    await visit.page.getByLabel('サービスや課の名前').fill(use)
    expect(await line.first().getByRole('link').allTextContents()).toEqual(tasks)
  })

  test('様式5の点検を、前回の答えを見て記録する', async () => {
    await begin('点検の記録')
    expect(await visit.page.locator('.last').first().textContent()).toContain('前回: 実施済み')
    await visit.page.getByRole('button', { name: '前回と同じ答えを入れる' }).click()
    await visit.page.getByLabel('未実施').first().check()
    await visit.page.getByLabel('理由と今後の予定').first().fill('12月の会議で提供者に確かめます。')
    await visit.applicant.fill('点検者', '主査')
    await visit.applicant.fill('点検日', 'R8.11.28')
    await toEnd()
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('直すところは見つかりませんでした')
    const { name, text } = await visit.applicant.save()
    expect(name).toBe('shisetsu-yoyaku.yml')
    expect(judgedAs(text)).toEqual({ transition: 'check', violations: [] })
    expect(differenceFrom(text).removed).toEqual([])
    expect(differenceFrom(text).added.join('\n')).toContain('12月の会議で提供者に確かめます。')
  })

  test('答えの足りない点検は、どこが足りないかを言う', async () => {
    await begin('点検の記録')
    await visit.page.getByLabel('一部実施').first().check()
    await toEnd()
    await expect.poll(() => visit.page.locator('.finding-violation').count()).toBeGreaterThan(0)
    expect(await visit.page.locator('main').textContent()).toContain('理由')
    await visit.page.goBack()
    const open = visit.page.locator('.row-box').nth(1)
    await expect.poll(() => open.textContent()).toContain('答えてください。')
  })

  test('利用状況の確認を記録する', async () => {
    await begin('利用状況の確認')
    await visit.page.getByLabel('利用中', { exact: true }).check()
    await toEnd()
    const { text } = await visit.applicant.save()
    expect(judgedAs(text)).toEqual({ transition: 'check', violations: [] })
    expect(differenceFrom(text).removed).toEqual([])
  })

  test('終了済みと答えると、終了の記録へ進める', async () => {
    await begin('利用状況の確認')
    await visit.page.getByLabel('終了済み', { exact: true }).check()
    await visit.page.getByRole('link', { name: '利用の終了を記録する' }).click()
    await visit.page.getByRole('radio', { name: '台帳調査への回答' }).waitFor()
  })

  test('様式6から終了までを、一度に出す', async () => {
    await begin('利用の終了')
    for (const group of await visit.page.getByRole('group', { name: '実施状況' }).all())
      await group.getByLabel('実施済み').check()
    await visit.applicant.fill('点検者', '主査')
    await visit.applicant.fill('点検日', '2026-11-20')
    await visit.applicant.fill('利用終了日', '令和8年11月30日')
    await visit.page.getByRole('group', { name: '終了の理由' }).getByLabel('業務の終了').check()
    await visit.page.getByRole('group', { name: '情報の取出し' }).getByLabel('はい').check()
    await visit.page.getByRole('group', { name: '情報の消去' }).getByLabel('はい').check()
    await visit.applicant.fill('消去証明書', '消去証明書 第12号')
    await toEnd()
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('直すところは見つかりませんでした')
    const { text } = await visit.applicant.save()
    expect(judgedAs(text)).toEqual({ transition: 'termination', violations: [] })
    expect(differenceFrom(text).removed).toEqual([])
  })

  test('プランを変えると更改になり、前回の申請番号が入る', async () => {
    await begin('更改・訂正')
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('まだ何も変えていません')
    await visit.applicant.fill('プラン名', '上位')
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('この変更は「更改」です')
    await visit.page.getByRole('button', { name: '更改の申請として書く' }).click()
    await visit.page.getByRole('navigation', { name: '申請の項目' }).getByRole('link', { name: '申請と契約' }).click()
    await visit.page.getByRole('group', { name: '可否決定' }).getByLabel('決定待ち').check()
    await visit.page.getByRole('navigation', { name: '申請の段階' }).getByRole('link', { name: '確かめて出す' }).click()
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('サービス › プラン名: 自治体 → 上位')
    const { text } = await visit.applicant.save()
    expect(judgedAs(text)).toEqual({ transition: 'renewal', violations: [] })
    expect(text).toContain('previous: R6-0018')
    expect(
      differenceFrom(text).removed.every((line) =>
        /plan|application|previous|date|number|decision|informatization/.test(line),
      ),
    ).toBe(true)
  })
})

describe('重要情報をやめるとき', () => {
  test('様式6の点検を書いて、一度に出す', async () => {
    await begin('更改・訂正')
    const steps = visit.page.getByRole('navigation', { name: '申請の段階' })
    const pages = visit.page.getByRole('navigation', { name: '申請の項目' })
    expect(await pages.textContent()).not.toContain('様式6')
    await steps.getByRole('link', { name: '手続きを調べる' }).click()
    await visit.applicant.answer('どの重要情報', 'どれも扱わない')
    await steps.getByRole('link', { name: '内容を書く' }).click()
    await visit.page.getByRole('button', { name: '更改の申請として書く' }).click()
    await pages.getByRole('link', { name: '申請と契約' }).click()
    await visit.page.getByRole('group', { name: '可否決定' }).getByLabel('決定待ち').check()
    await steps.getByRole('link', { name: '確かめて出す' }).click()
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('直すところが14件あります')
    // What has been recorded cannot be written anew.
    const recorded = visit.page.getByRole('listitem').filter({ hasText: '様式5は、この利用の点検に使う' })
    expect(await recorded.getByRole('link', { name: /ここを直す|この欄を開く/ }).count()).toBe(0)
    await visit.page.getByRole('link', { name: '様式6の点検' }).click()
    await visit.page.getByRole('group', { name: '実施状況' }).first().waitFor()
    for (const group of await visit.page.getByRole('group', { name: '実施状況' }).all())
      await group.getByLabel('実施済み').check()
    await visit.page.locator('.turn').getByRole('link', { name: '確かめて出す' }).click()
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('直すところは見つかりませんでした')
    await visit.page.getByText('審査する人の見え方を見る').click()
    await visit.page.locator('.preview').getByRole('heading', { name: 'リスクと手続きの変化' }).waitFor()
    expect(await barriers(visit.page)).toEqual([])
    const { text } = await visit.applicant.save()
    expect(judgedAs(text)).toEqual({ transition: 'renewal', violations: [] })
  })
})

describe('出し方', () => {
  test('短い申請は、GitHubの画面に内容が入る。長い申請は、写し取ってから開く', async () => {
    await begin('利用状況の確認')
    await visit.page.getByLabel('利用中', { exact: true }).check()
    await toEnd()
    await visit.page.getByLabel('この内容に、個人の氏名や').check()
    const link = visit.page.getByRole('link', { name: 'GitHubの画面を開く' })
    expect(await link.getAttribute('href')).toBe(`https://github.com/example/shinsa/edit/main/${file}`)
    await visit.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    // The door itself leads outside.
    await link.evaluate((node) => node.addEventListener('click', (event) => event.preventDefault()))
    await link.click()
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('内容を写し取りました')
    const copied = await visit.page.evaluate(() => navigator.clipboard.readText())
    expect(judgedAs(copied)).toEqual({ transition: 'check', violations: [] })
  })

  test('https でない庁内のサーバーでも、写し取れる', async () => {
    await visit.page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await begin('利用状況の確認')
    await visit.page.getByLabel('利用中', { exact: true }).check()
    await toEnd()
    await visit.page.getByLabel('この内容に、個人の氏名や').check()
    await visit.page.getByRole('button', { name: '中身を写し取る' }).click()
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('写し取りました。')
    await visit.context.grantPermissions(['clipboard-read'])
    const elsewhere = await visit.context.newPage()
    await elsewhere.goto(addressOf(visit.folder, 'index.html'))
    const copied = await elsewhere.evaluate(() => navigator.clipboard.readText())
    expect(judgedAs(copied)).toEqual({ transition: 'check', violations: [] })
  })

  test('新しい短い申請は、新しいファイルの画面に内容が入る', async () => {
    await visit.page.goto(addressOf(visit.folder, 'apply.html'))
    await visit.page.getByLabel('貼り付け').fill(readFileSync('services/senkan/touhyojo-annai.yml', 'utf8'))
    await visit.page.getByRole('button', { name: 'この内容を写して、新しい申請を始める' }).click()
    await visit.page.getByRole('navigation', { name: '申請の段階' }).getByRole('link', { name: '確かめて出す' }).click()
    await visit.page.getByLabel('この内容に、個人の氏名や').check()
    await visit.applicant.fill('ファイルの名前', 'touhyojo-annai')
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('同じ名前の利用が台帳にあります。')
    expect(await visit.page.getByRole('link', { name: 'GitHubの画面を開く' }).count()).toBe(0)
    await visit.applicant.fill('ファイルの名前', 'annai')
    const address = new URL((await visit.page.getByRole('link', { name: 'GitHubの画面を開く' }).getAttribute('href'))!)
    expect(address.pathname).toBe('/example/shinsa/new/main')
    expect(address.searchParams.get('filename')).toBe('services/senkan/annai.yml')
    const value = address.searchParams.get('value')
    if (value !== null) expect(parseSource('', value).readable).toBe(true)
    expect(address.href.length).toBeLessThanOrEqual(7800)
    expect(await visit.page.getByRole('link', { name: '申請フォームを開く' }).getAttribute('href')).toBe(
      'https://github.com/example/shinsa/issues/new?template=new.yml',
    )
  })
})
