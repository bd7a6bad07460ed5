import { describe, expect, test } from 'vitest'
import * as tables from '../policies/tables.ts'
import { attachment } from '../src/exporters/form-attachment.ts'
import { formHtml } from '../src/exporters/form-html.ts'
import { registerHtml } from '../src/exporters/register-html.ts'
import { oneLine } from '../src/reporters/one-line.ts'
import { sampleRegister } from '../src/testing/register.ts'
import { browser, printed } from './testing/browser.ts'
import { filledFrom, sampleOf, samples } from './testing/forms.ts'
import { pagesOf, plain } from './testing/paper.ts'

if (browser === undefined) console.warn('Chromium がないため、様式を印刷する試験を飛ばします。')

/** Every page has its number, and begins with the headings of a table behind what stands above it. */
function expectPages(pages: readonly string[], above: string, headings: readonly string[]): void {
  for (const [index, text] of pages.entries()) {
    const corner = `${above}${index + 1}/${pages.length}`
    expect(text).toContain(corner)
    if (index === 0) continue
    const below = text.slice(text.indexOf(corner) + corner.length)
    const start = below === '' ? text.slice(0, text.indexOf(corner)) : below
    expect(
      headings.some((heading) => start.startsWith(plain(heading))),
      start.slice(0, 60),
    ).toBe(true)
  }
}

describe.skipIf(browser === undefined)('印刷した様式', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('様式%i は、どのページにも見出しとページ番号があり、何も欠けない', async (form) => {
    const document = sampleOf(form)
    const pages = await pagesOf(printed(formHtml(document)))
    expectPages(
      pages,
      `様式${form}(参考様式・再構成)`,
      document.groups.map(({ columns }) => columns.join('')),
    )
    if (form === 1 || form === 5) expect(pages.length).toBeGreaterThan(1)
    const all = pages.join('')
    for (const { label } of document.groups.flatMap(({ rows }) => rows)) expect(all).toContain(plain(label))
    expect(all).toContain(document.origin!.sha256)
    expect(all).toMatch(/\d{4}-\d{2}-\d{2}\(令和\d+年/)
  }, 180_000)

  test('印刷した台帳は、どのページにも見出しとページ番号があり、どの利用も欠けない', async () => {
    const pages = await pagesOf(printed(registerHtml(sampleRegister())))
    expect(pages.length).toBeGreaterThan(1)
    expectPages(pages, '', ['番号・状態課サービス・提供者', '番号課サービス・提供者', '終了(', '利用('])
    for (const { file, name } of sampleRegister().rows) expect(pages.join('')).toContain(plain(oneLine(name ?? file)))
  }, 180_000)

  test('添付資料は、1枚に収まる', async () => {
    expect(await pagesOf(printed(formHtml(attachment(tables, filledFrom(samples[0]![1])))))).toHaveLength(1)
  }, 180_000)
})
