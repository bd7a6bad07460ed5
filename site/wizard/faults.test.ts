import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addressOf, openPage, watch } from '../testing/browser.ts'
import { visits } from '../testing/visit.ts'

const visit = visits()

const name = (on: Page) => on.getByLabel('サービスの名前')
const saved = (on: Page) => on.locator('.saved').textContent()

describe('何も失わない', () => {
  test('途中で読み込み直しても、答えも、読めない書きかけも残る', async () => {
    await visit.applicant.begin()
    await name(visit.page).fill('例示サービス')
    await visit.applicant.answer('この利用には', '当てはまるものはない')
    await visit.page.goto(visit.page.url().replace(/at=.*/, 'at=write/use'))
    await visit.page.getByLabel('利用の目的').fill('書きかけ')
    await visit.page.reload()
    await expect.poll(() => visit.page.getByLabel('利用の目的').inputValue()).toBe('書きかけ')
    await visit.page.goto(visit.page.url().replace(/at=.*/, 'at=ask'))
    expect(await name(visit.page).inputValue()).toBe('例示サービス')
    expect(await visit.page.getByRole('group', { name: 'この利用には' }).getByLabel('当てはまる').isChecked()).toBe(
      true,
    )
    await name(visit.page).fill('見えない\u200b文字')
    await visit.page.reload()
    await expect.poll(() => name(visit.page).inputValue()).toBe('見えない\u200b文字')
  })

  test('最初の画面の一覧から続けられ、消すと一覧からなくなる', async () => {
    await visit.applicant.begin()
    await name(visit.page).fill('続きのある下書き')
    await visit.page.goto(addressOf(visit.folder, 'index.html'))
    await visit.page.goto(addressOf(visit.folder, 'apply.html'))
    await visit.page.getByRole('link', { name: '続きのある下書き' }).click()
    await expect.poll(() => name(visit.page).inputValue()).toBe('続きのある下書き')
    await visit.page.getByRole('link', { name: '下書きの一覧' }).click()
    visit.page.once('dialog', (dialog) => dialog.accept())
    await visit.page.getByRole('button', { name: '「続きのある下書き」を消す' }).click()
    await expect.poll(() => visit.page.getByRole('link', { name: '続きのある下書き' }).count()).toBe(0)
  })

  test('ファイルに保存した下書きを、ほかの端末で続けられる', async () => {
    await visit.applicant.begin()
    await name(visit.page).fill('持ち運ぶ下書き')
    const saving = visit.page.waitForEvent('download')
    await visit.page.getByRole('button', { name: '下書きをファイルに保存する' }).click()
    const file = await (await saving).path()
    const elsewhere = await openPage(visit.browser)
    await elsewhere.page.goto(addressOf(visit.folder, 'apply.html'))
    await elsewhere.page.getByLabel('ファイル', { exact: true }).setInputFiles({
      name: '下書き.json',
      mimeType: 'application/json',
      buffer: (await import('node:fs')).readFileSync(file),
    })
    await expect.poll(() => name(elsewhere.page).inputValue()).toBe('持ち運ぶ下書き')
    expect(elsewhere.complaints).toEqual([])
    await elsewhere.context.close()
  })

  test('2つのタブで開くと、どちらで書いたことも両方に残る', async () => {
    await visit.applicant.begin()
    await name(visit.page).fill('一つ目のタブ')
    const second = await visit.context.newPage()
    const complaints = watch(second)
    await second.goto(visit.page.url())
    expect(await name(second).inputValue()).toBe('一つ目のタブ')
    await name(second).fill('二つ目のタブ')
    await expect.poll(() => name(visit.page).inputValue()).toBe('二つ目のタブ')
    expect(await visit.page.locator('main').textContent()).toContain('別の画面で書き換えられた内容')
    await visit.applicant.answer('この利用には', '当てはまるものはない')
    await expect.poll(() => second.getByLabel('当てはまるものはない').first().isChecked()).toBe(true)
    expect(complaints).toEqual([])
  })

  test('知らせの届かないうちに両方で書いても、どちらも消えない', async () => {
    await visit.applicant.begin()
    await name(visit.page).fill('元の内容')
    // Another tab has written, and this one has not heard of it.
    await visit.page.evaluate(() => {
      const key = Object.keys(localStorage).find((one) => one.startsWith('shinsa:draft:'))!
      const kept = JSON.parse(localStorage.getItem(key)!)
      kept.token = 'another'
      kept.work.draft.service.name = '別のタブの内容'
      localStorage.setItem(key, JSON.stringify(kept))
    })
    await name(visit.page).fill('この画面の内容')
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('別の下書きとして残しました')
    await visit.page.goto(addressOf(visit.folder, 'index.html'))
    await visit.page.goto(addressOf(visit.folder, 'apply.html'))
    expect(await visit.page.locator('.drafts a').allTextContents()).toEqual(
      expect.arrayContaining(['この画面の内容', '別のタブの内容']),
    )
  })
})

describe('この端末に残せないとき', () => {
  test('いっぱいのときは、そう言い、書いたことは画面に残る', async () => {
    await visit.page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await visit.applicant.begin()
    await name(visit.page).fill('残せない下書き')
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('この端末に下書きを残せません')
    await visit.page.getByRole('link', { name: '下書きの一覧' }).click()
    expect(await visit.page.locator('.drafts').textContent()).toContain('この端末に残せていません')
    await visit.page.goBack()
    expect(await name(visit.page).inputValue()).toBe('残せない下書き')
    await visit.applicant.answer('この利用には', '当てはまるものはない')
    expect(await name(visit.page).inputValue()).toBe('残せない下書き')
    expect(await visit.page.getByRole('button', { name: '下書きをファイルに保存する' }).isVisible()).toBe(true)
  })

  test('禁じられているときも、最後まで書ける', async () => {
    await visit.page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    })
    await visit.applicant.begin()
    await name(visit.page).fill('例示アンケート')
    await visit.applicant.answer('この利用には', '当てはまるものはない')
    await visit.applicant.answer('どの区分', 'クラウドサービス（インターネット）')
    await visit.applicant.answer('どのネットワーク', '個別・インターネット系')
    await visit.applicant.answer('どの重要情報', 'どれも扱わない')
    await visit.applicant.answer('契約全体として', '無料')
    await visit.applicant.answer('どの種類', 'オンラインアンケート')
    await visit.applicant.answer('利用申請を省略', '当てはまるものはない')
    await visit.applicant.toWriting()
    await visit.applicant.write({ 所属: '区長室広聴広報課' })
    await visit.applicant.fill('ファイルの名前', 'enquete')
    expect((await visit.applicant.save()).text).toContain('name: 例示アンケート')
  })
})

describe('悪意のある文字', () => {
  const hostile = '<img src=x onerror="document.title=\'やられた\'"><script>alert(1)</script>'

  test('書いた文字は文字のまま出て、何も動かない', async () => {
    await visit.applicant.begin()
    await name(visit.page).fill(hostile)
    await visit.applicant.answer('この利用には', '当てはまるものはない')
    await visit.page.goto(visit.page.url().replace(/at=.*/, 'at=hand-in'))
    for (const summary of await visit.page.locator('summary').all()) await summary.click()
    await expect.poll(() => visit.page.locator('.preview').textContent()).toContain('審査する方へ')
    expect(await visit.page.locator('pre').first().textContent()).toContain('<img src=x onerror=')
    expect(await visit.page.locator('main img, main script').count()).toBe(0)
    expect(await visit.page.title()).not.toBe('やられた')
    await visit.page.goto(addressOf(visit.folder, 'index.html'))
    await visit.page.goto(addressOf(visit.folder, 'apply.html'))
    expect(await visit.page.locator('.drafts a').first().textContent()).toBe(hostile)
  })

  test('文字の向きを変える符号は、その場で断る', async () => {
    await visit.applicant.begin()
    await name(visit.page).fill('例示\u202eexe')
    await visit.page.getByRole('heading', { level: 1 }).click()
    await expect.poll(() => visit.page.locator('.problem').first().textContent()).toContain('U+202E')
  })

  test('100キロバイトを貼り付けても、失わず、止まらない', async () => {
    const long = 'あいうえお'.repeat(6_827)
    await visit.applicant.begin()
    await visit.page.goto(visit.page.url().replace(/at=.*/, 'at=write/use'))
    await visit.page.getByLabel('利用の目的').fill(long)
    await expect.poll(() => saved(visit.page)).toContain('一時保存しました')
    await visit.page.reload()
    await expect.poll(() => visit.page.getByLabel('利用の目的').inputValue()).toBe(long)
  })

  test('貼り付けた壊れたファイルは、どこがどういけないかを言う', async () => {
    await visit.page.goto(addressOf(visit.folder, 'apply.html'))
    await visit.page.getByLabel('貼り付け').fill(`service:\n  name: ${hostile}\n  name: 二度目\n`)
    await expect.poll(() => visit.page.locator('section:has(#open)').textContent()).toContain('3行目')
    expect(await visit.page.locator('main img').count()).toBe(0)
  })
})
