import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { addressOf } from './browser.ts'

/** Somebody of a section before the wizard, who sees names and nothing else. */
export const applicantAt = (page: Page, folder: string) => ({
  page,

  /** From the first page, as a new user. */
  async begin(): Promise<void> {
    await page.goto(addressOf(folder, 'index.html'))
    await page.getByRole('link', { name: '使えるか調べる・申請する' }).click()
    await page.getByRole('button', { name: '使えるかを調べて申請する' }).click()
  },

  /** An answer to a question, by the beginning of both. */
  async answer(question: string, ...choices: readonly string[]): Promise<void> {
    const group = page.getByRole('group', { name: question })
    for (const choice of choices) await group.getByLabel(choice).first().check()
  },

  fill: (label: string, text: string): Promise<void> => page.getByLabel(label).first().fill(text),
  outcome: (): Locator => page.getByRole('region', { name: '手続きの見込み' }),
  findings: (): Locator => page.locator('.finding-violation, .problem:not(:empty)'),

  async toWriting(): Promise<void> {
    await page.getByRole('link', { name: '内容を書く', exact: true }).click()
    await page.getByRole('navigation', { name: '申請の項目' }).waitFor()
  },

  /** Fills what is required page by page, and what was given by its label; ends on the last step. */
  async write(given: Readonly<Record<string, string>>): Promise<void> {
    for (;;) {
      await fillPage(page, given)
      const forward = page.locator('.turn a.primary')
      const isLast = (await forward.textContent()) === '確かめて出す'
      const before = await forward.getAttribute('href')
      await forward.click()
      if (isLast) break
      // A fast browser would fill in the page that is about to go.
      await page.waitForFunction(nextIsNot, before)
    }
    await page.getByRole('heading', { name: '確かめて出す', level: 1 }).waitFor()
  },

  /** The file, as it is saved on the last step. */
  async save(): Promise<{ name: string; text: string }> {
    const name = page.getByRole('button', { name: /^「.*」にする$/ })
    if (await name.isVisible()) await name.click()
    await page.getByLabel('この内容に、個人の氏名や').check()
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: /\.yml を保存する$/ }).click()
    const download = await saving
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
  },
})

export type Applicant = ReturnType<typeof applicantAt>

/** New fields come as others are answered: goes on until nothing required is open. */
async function fillPage(page: Page, given: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(given)) {
    const field = page.getByLabel(new RegExp(`^${label}`)).first()
    if (await field.isVisible()) await put(field, text)
  }
  for (let round = 0; round < 4; round += 1) {
    const open = await page.evaluate(openFields)
    if (open.length === 0) return
    for (const id of open) await put(page.locator(`[id="${id}"]`), given[id] ?? null)
    await page.waitForTimeout(250)
  }
}

/** Every page leads on to another one. */
const nextIsNot = (before: string | null): boolean =>
  document.querySelector('.turn a.primary')?.getAttribute('href') !== before

/** The controls of required fields without an answer, by their ids. */
function openFields(): string[] {
  const isRequired = (box: Element): boolean => box.querySelector('.need-required') !== null
  const boxes = [...document.querySelectorAll('.field')].filter(isRequired)
  const controls = boxes.flatMap((box) => {
    const radios = [...box.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')]
    if (radios.length > 0) return radios.some(({ checked }) => checked) ? [] : radios.slice(0, 1)
    const text = box.querySelector<HTMLInputElement>('input, textarea, select')
    return text === null || text.value !== '' ? [] : [text]
  })
  const selects = [...document.querySelectorAll<HTMLSelectElement>('.criteria select')].filter(
    ({ value }) => value === '',
  )
  return [...controls, ...selects].map(({ id }) => id)
}

async function put(field: Locator, text: string | null): Promise<void> {
  const kind = await field.evaluate((node) => (node instanceof HTMLInputElement ? node.type : node.localName))
  if (kind === 'radio' || kind === 'checkbox') await field.check()
  else if (kind === 'select') await field.selectOption(text === null ? { index: 1 } : { label: text })
  else await field.fill(text ?? (await exampleNear(field)))
}

/** What the page itself gives as an example. */
const exampleNear = (field: Locator): Promise<string> =>
  field.evaluate((node) => {
    const box = node.closest('.field')
    return (box?.querySelector('.example')?.textContent ?? '').replace(/^例: /, '')
  })
