/** Draws the first page of 様式1 and 様式5. By hand: `npx tsx scripts/pictures/form.ts [folder]`; needs Chromium and pngquant. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formHtml } from '../../src/exporters/form-html.ts'
import { drawn } from '../testing/browser.ts'
import { sampleOf } from '../testing/forms.ts'
import { shrink } from './github.ts'

const [, , target = 'docs/pictures'] = process.argv
const mostBytes = 150_000
/** A4 as the screen has it. */
const size = { width: 860, height: 1216 }

mkdirSync(target, { recursive: true })
for (const form of [1, 5]) {
  const picture = join(target, `form-${form}.png`)
  writeFileSync(picture, drawn(formHtml(sampleOf(form)), size))
  shrink(picture, mostBytes)
}
