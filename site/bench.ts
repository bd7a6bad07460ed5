/** `npm run bench:site`: how heavy the pages are, how long the site takes to build, and how fast it answers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './bench/build.ts'
import { register } from './bench/register.ts'
import { search } from './bench/search.ts'
import { weights } from './bench/weights.ts'
import { wizard } from './bench/wizard.ts'
import { openBrowser } from './testing/browser.ts'
import { siteWith } from './testing/folder.ts'
import { withUses } from './testing/thousand.ts'

/** As many as a large city has. */
const many = 1000

const folder = mkdtempSync(join(tmpdir(), 'site-bench-'))
const browser = await openBrowser()
try {
  const site = siteWith()
  await build(site, join(folder, 'real'))
  weights(join(folder, 'real'))
  await wizard(browser, join(folder, 'real'))
  await search(browser, join(folder, 'real'))
  await build(withUses(site, many), join(folder, 'many'))
  await register(browser, join(folder, 'many'))
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
