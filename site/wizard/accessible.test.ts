import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { applicantAt } from '../testing/applicant.ts'
import { addressOf, barriers, openPage } from '../testing/browser.ts'
import { builtSite } from '../testing/built.ts'

const built = builtSite()

/** Goes on by the tab key until somebody stands on a control of this name, as a screen reader would say it. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press('Tab')
    const said = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null
      const legend = at?.closest('fieldset')?.querySelector('legend')?.textContent ?? ''
      const labels = [...(at?.labels ?? [])].map((label) => label.textContent)
      return [at?.type, legend, at?.getAttribute('aria-label'), ...labels, at?.textContent].filter(Boolean).join(' ')
    })
    if (name.test(said)) return
  }
  throw new Error(`No tab stop is called ${name}.`)
}

/** The choice in a group of radio buttons, by arrows from where it stands. */
async function choose(page: Page, group: RegExp, label: RegExp): Promise<void> {
  await tabTo(page, new RegExp(`^radio.*${group.source}`))
  for (let presses = 0; presses < 20; presses += 1) {
    const said = await page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent ?? '')
    if (label.test(said)) {
      await page.keyboard.press('Space')
      return
    }
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`No choice is called ${label}.`)
}

test('キーボードだけで、最初のページから申請の保存まで', async () => {
  const { page, complaints, context } = await openPage(built.browser)
  await page.goto(addressOf(built.folder, 'index.html'))
  await tabTo(page, /使えるか調べる/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '申請する', level: 1 }).waitFor()
  await tabTo(page, /使えるかを調べて申請する/)
  await page.keyboard.press('Enter')
  await tabTo(page, /サービスの名前/)
  await page.keyboard.type('例示アンケート')
  await choose(page, /この利用には/, /当てはまる/)
  await choose(page, /どの区分/, /クラウドサービス（インターネット）/)
  await tabTo(page, /個別・インターネット系/)
  await page.keyboard.press('Space')
  await tabTo(page, /どれも扱わない/)
  await page.keyboard.press('Space')
  await choose(page, /契約全体として/, /無料/)
  await choose(page, /どの種類/, /オンラインアンケート/)
  await choose(page, /利用申請を省略/, /当てはまる/)
  await page.getByText('利用申請が必要です（様式2）').waitFor()
  await tabTo(page, /^内容を書く$/)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: '申請の項目' }).waitFor()
  await tabTo(page, /提供者の名称/)
  await page.keyboard.type('株式会社例示')
  await tabTo(page, /次へ（利用する課）/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '利用する課', level: 1 }).waitFor()
  await tabTo(page, /所属/)
  await page.keyboard.press('ArrowDown')
  await tabTo(page, /外部サービス管理者/)
  await page.keyboard.type('広聴広報課長')
  await tabTo(page, /次へ（使い方）/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '使い方', level: 1 }).waitFor()
  await tabTo(page, /利用の目的/)
  await page.keyboard.type('アンケートのため')
  await tabTo(page, /業務の範囲/)
  await page.keyboard.type('区政モニター')
  await tabTo(page, /利用開始日/)
  await page.keyboard.type('R8.12.1')
  await tabTo(page, /次へ（取り扱う情報）/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '取り扱う情報', level: 1 }).waitFor()
  await tabTo(page, /具体的な情報項目/)
  await page.keyboard.type('個人を特定しない意見だけ')
  await tabTo(page, /次へ（申請と契約）/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '申請と契約', level: 1 }).waitFor()
  await choose(page, /契約の形態/, /約款/)
  await page.getByText('リスクの検討').first().waitFor()
  await page.waitForTimeout(400)
  await tabTo(page, /次へ（リスクの検討）/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'リスクの検討', level: 1 }).waitFor()
  for (const _ of await page.getByRole('group', { name: 'このリスクを' }).all())
    await choose(page, /このリスクを/, /はい/)
  await tabTo(page, /確かめて出す/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '自動点検の結果' }).waitFor()
  await expect.poll(() => page.locator('main').innerText()).toContain('直すところは見つかりませんでした')
  await tabTo(page, /ファイルの名前/)
  await page.keyboard.type('enquete')
  await tabTo(page, /個人の氏名や/)
  await page.keyboard.press('Space')
  await tabTo(page, /enquete\.yml を保存する/)
  const saving = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await saving).suggestedFilename()).toBe('enquete.yml')
  expect(complaints).toEqual([])
  await context.close()
})

/** Every state of the wizard that looks different, from the first to the last. */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  最初の画面: async () => undefined,
  最初の画面で下書きがある: async (page) => {
    await begin(page)
    await page.getByLabel('サービスの名前').fill('例示')
    await page.getByRole('link', { name: '下書きの一覧' }).click()
    await page.getByRole('heading', { name: /書きかけの下書き/ }).waitFor()
  },
  台帳の利用を選ぶ: async (page) => {
    await page.getByText('台帳の利用から選ぶ').click()
    await page.locator('.registered li').first().waitFor()
  },
  壊れたファイルを開く: async (page) => {
    await page.getByLabel('貼り付け').fill('service: [\n')
    await page.locator('.finding').first().waitFor()
  },
  質問の途中: async (page) => {
    await begin(page)
    await page.getByLabel('サービスの名前').fill('ロゴ')
    await page.getByRole('button', { name: /^LoGoフォーム/ }).waitFor()
  },
  使えない: async (page) => {
    await chat(page)
  },
  申請が必要: async (page) => {
    await important(page)
    for (const summary of await page.locator('summary').all()) await summary.click()
  },
  別表: async (page) => {
    await important(page)
    await page.goto(page.url().replace(/at=.*/, 'at=write/criteria'))
    await page.locator('.criteria select').first().selectOption({ index: 2 })
    await page.locator('.criteria summary').first().click()
  },
  直すところのあるページ: async (page) => {
    await important(page)
    await page.goto(page.url().replace(/at=.*/, 'at=write/use'))
    await page.getByLabel('利用開始日').fill('令和8年2月30日')
    await page.getByLabel('利用終了予定日').fill('2020-01-01')
    await page.getByLabel('利用開始日').fill('2026-12-01')
    await page.getByRole('heading', { level: 1 }).click()
    await page.locator('.field-wrong').first().waitFor()
  },
  出す画面: async (page) => {
    await important(page)
    await page.goto(page.url().replace(/at=.*/, 'at=hand-in'))
    for (const summary of await page.locator('summary').all()) await summary.click()
    await page.locator('.preview h2').first().waitFor()
  },
  出し方: async (page) => {
    await page.goto(`${page.url()}#file=services%2Fbunka%2Fshisetsu-yoyaku.yml&task=confirm`)
    await page.getByLabel('利用中', { exact: true }).check()
    await page.locator('.turn').getByRole('link', { name: '確かめて出す' }).click()
    await page.getByLabel('この内容に、個人の氏名や').check()
    await page.getByRole('link', { name: 'GitHubの画面を開く' }).waitFor()
  },
  点検: async (page) => {
    await page.goto(`${page.url()}#file=services%2Fbunka%2Fshisetsu-yoyaku.yml&task=check`)
    await page.getByLabel('一部実施').first().check()
  },
  終了: async (page) => {
    await page.goto(`${page.url()}#file=services%2Fbunka%2Fshisetsu-yoyaku.yml&task=terminate`)
    await page.getByRole('heading', { name: '利用の終了（様式3）' }).waitFor()
  },
  更改: async (page) => {
    await page.goto(`${page.url()}#file=services%2Fbunka%2Fshisetsu-yoyaku.yml&task=renew`)
    await page.getByLabel('プラン名').fill('上位')
    await page.getByRole('button', { name: /更改の申請として書く/ }).waitFor()
  },
}

const begin = (page: Page) => page.getByRole('button', { name: '使えるかを調べて申請する' }).click()

async function chat(page: Page): Promise<void> {
  await begin(page)
  const applicant = applicantAt(page, built.folder)
  await page.getByLabel('サービスの名前').fill('LoGoチャット')
  await page.getByRole('heading', { level: 1 }).click()
  await applicant.answer('この利用には', '当てはまるものはない')
  await applicant.answer('どの区分', 'LGWAN-ASP（インターネット接続あり）')
  await applicant.answer('どのネットワーク', '住民情報系')
  await page.getByText('この内容では利用できません。').waitFor()
}

async function important(page: Page): Promise<void> {
  await begin(page)
  const applicant = applicantAt(page, built.folder)
  await page.getByLabel('サービスの名前').fill('例示相談')
  await applicant.answer('この利用には', '当てはまるものはない')
  await applicant.answer('どの区分', 'クラウドサービス（インターネット）')
  await applicant.answer('どのネットワーク', '個別・インターネット系')
  await applicant.answer('どの重要情報', '要配慮個人情報')
  await applicant.answer('契約全体として', '有料')
  await applicant.answer('どの種類', '業務システム')
  await applicant.answer('利用申請を省略', '当てはまるものはない')
  await applicant.answer('生成AI', 'いいえ')
  await page.getByText('利用申請が必要です').waitFor()
}

describe('どの画面も、axe が何も見つけず、横に動かさずに読める', () => {
  test.each(Object.keys(states))('%s', async (state) => {
    const { page, complaints, context } = await openPage(built.browser)
    await page.goto(addressOf(built.folder, 'apply.html'))
    await states[state]!(page)
    expect(await barriers(page)).toEqual([])
    // As wide as a page at 1280 that somebody has enlarged to 400 %.
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await barriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(complaints).toEqual([])
    await context.close()
  })
})
