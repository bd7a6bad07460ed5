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

/** How high the page is at this width. */
export function measured(page: string, width: number): number {
  const probe = `<script>document.title = 'height=' + document.documentElement.scrollHeight</script>`
  const dom = new TextDecoder().decode(
    withBrowser(page.replace('</html>', `${probe}</html>`), null, () => [`--window-size=${width},600`, '--dump-dom']),
  )
  return Number(/<title>height=(\d+)/.exec(dom)?.[1] ?? 2000)
}

/** What the browser writes to a file of this name, or says where there is none. */
function withBrowser(page: string, name: string | null, task: (out: string) => string[]): Uint8Array {
  if (browser === undefined) throw new Error('Chromium がありません。apt-get install chromium で入ります。')
  const folder = mkdtempSync(join(tmpdir(), 'browser-'))
  try {
    const [file, out] = [join(folder, 'page.html'), join(folder, name ?? '')]
    writeFileSync(file, page)
    const profile = `--user-data-dir=${join(folder, 'profile')}`
    const said = execFileSync(browser, [...flags, profile, ...task(out), pathToFileURL(file).href], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: withFonts(),
    })
    return new Uint8Array(name === null ? said : readFileSync(out))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
