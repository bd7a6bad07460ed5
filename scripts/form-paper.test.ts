import { describe, expect, test } from 'vitest'
import * as tables from '../policies/tables.ts'
import { attachment } from '../src/exporters/form-attachment.ts'
import { formHtml } from '../src/exporters/form-html.ts'
import { browser, printed } from './testing/browser.ts'
import { filledFrom, sampleOf, samples } from './testing/forms.ts'
import { pagesOf, plain } from './testing/paper.ts'

if (browser === undefined) console.warn('Chromium がないため、様式を印刷する試験を飛ばします。')

describe.skipIf(browser === undefined)('印刷した様式', () => {
  test.each([
    [1, ['項目記入', 'リスク検討結果', '別表の行確認結果と根拠']],
    [5, ['項目結果・根拠・備考前回の結果']],
  ])(
    '様式%i は、どのページにも見出しとページ番号があり、何も欠けない',
    async (form, headings) => {
      const document = sampleOf(form)
      const pages = await pagesOf(printed(formHtml(document)))
      expect(pages.length).toBeGreaterThan(1)
      for (const [index, text] of pages.entries()) {
        expect(text).toContain(`様式${form}(参考様式・再構成)${index + 1}/${pages.length}`)
        if (index === 0) continue
        const below = text.slice(text.indexOf(`${index + 1}/${pages.length}`) + `${index + 1}/${pages.length}`.length)
        expect(
          headings.some((heading) => below.startsWith(heading)),
          below.slice(0, 40),
        ).toBe(true)
      }
      const all = pages.join('')
      for (const { label } of document.groups.flatMap(({ rows }) => rows)) expect(all).toContain(plain(label))
      expect(all).toContain(document.origin!.sha256)
      expect(all).toMatch(/\d{4}-\d{2}-\d{2}\(令和\d+年/)
    },
    180_000,
  )

  test('添付資料は、1枚に収まる', async () => {
    expect(await pagesOf(printed(formHtml(attachment(tables, filledFrom(samples[0]![1])))))).toHaveLength(1)
  }, 180_000)
})
