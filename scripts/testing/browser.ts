import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withFonts } from './fonts.ts'

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run', '--disable-sync']

/** A browser of the Chromium kind on this computer; undefined where there is none. */
export const browser = browsers.find(existsSync)

type Size = { width: number; height: number }

/** The page as PDF: what somebody gets who prints it. */
export const printed = (page: string): Uint8Array =>
  withBrowser(page, 'page.pdf', (out) => ['--no-pdf-header-footer', `--print-to-pdf=${out}`])

/** The page as PNG. */
export const drawn = (page: string, { width, height }: Size): Uint8Array =>
  withBrowser(page, 'page.png', (out) => [`--window-size=${width},${height}`, `--screenshot=${out}`])

function withBrowser(page: string, name: string, task: (out: string) => string[]): Uint8Array {
  if (browser === undefined) throw new Error('Chromium がありません。apt-get install chromium で入ります。')
  const folder = mkdtempSync(join(tmpdir(), 'browser-'))
  try {
    const [file, out] = [join(folder, 'page.html'), join(folder, name)]
    writeFileSync(file, page)
    const profile = `--user-data-dir=${join(folder, 'profile')}`
    execFileSync(browser, [...flags, profile, ...task(out), pathToFileURL(file).href], {
      stdio: 'ignore',
      env: withFonts(),
    })
    return new Uint8Array(readFileSync(out))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
