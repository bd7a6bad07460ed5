import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import { found } from '../../scripts/files.ts'
import { sourceOf } from '../../scripts/sources.ts'
import { checkService } from '../../src/check.ts'
import { label } from '../../src/vocabulary.ts'
import { addressOf, openPage, type Watched } from '../testing/browser.ts'
import { builtSite } from '../testing/built.ts'

const built = builtSite()
let opened: Watched

beforeAll(async () => {
  opened = await openPage(built.browser)
})

const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${place}/${name}`)
    .sort()

/** What the engine says in Node, as the page words it. */
const inNode = (file: string): string[] =>
  checkService(sourceOf(file, found(readFileSync(file), [])), policies).diagnostics.map(
    ({ line, column, verdict, message, remedy }) =>
      `${line}行目 ${column}文字目 ${label('verdict', verdict)} ${message}${remedy ?? ''}`,
  )

test('ブラウザの点検は、すべての利用とすべての断られる例で、Node と同じことを言う', async () => {
  const { page, complaints } = opened
  await page.goto(addressOf(built.folder, 'apply.html'))
  const files = [...filesIn('services'), ...filesIn('fixtures/refused')]
  expect(files.length).toBeGreaterThan(100)
  for (const file of files) {
    const name = file.replaceAll('/', '-')
    await page.getByLabel('ファイル', { exact: true }).setInputFiles({
      name,
      mimeType: 'application/yaml',
      buffer: readFileSync(file),
    })
    await page.getByText(new RegExp(`^${name.replaceAll('.', '\\.')}: 要修正`)).waitFor()
    const said = await page.locator('#open ~ * .finding, section:has(#open) .finding').evaluateAll((items) =>
      items.map((item) => {
        const copy = item.cloneNode(true) as Element
        for (const part of copy.querySelectorAll('.sources')) part.remove()
        return (copy.textContent ?? '').trim()
      }),
    )
    expect(said, file).toEqual(inNode(file))
  }
  expect(complaints).toEqual([])
})
