/** Draws golden comments as GitHub shows them. By hand: `npx tsx scripts/pictures/comment.ts [folder [golden…]]`; needs cmark-gfm, Chromium and pngquant. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const pictures = [
  { golden: 'violations', picture: 'comment-violations' },
  { golden: 'judgements-open', picture: 'comment-judgements' },
  { golden: 'renewal-rising', picture: 'comment-renewal' },
]
const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist'].flatMap((name) => ['-e', name])
const browsers = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge']
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run', '--disable-sync']
const width = 860
const mostBytes = 200_000

const style = `
* { box-sizing: border-box }
body { margin: 0; padding: 16px; background: #fff; color: #1f2328; line-height: 1.5;
  font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans CJK JP", "Noto Sans", Helvetica, Arial, sans-serif }
.comment { border: 1px solid #d1d9e0; border-radius: 6px }
.author { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; color: #59636e }
.author b { color: #1f2328 } .author i { font-style: normal; font-size: 12px; border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 7px }
.body { padding: 16px; overflow-wrap: break-word } .body > :first-child { margin-top: 0 }
h2 { font-size: 21px; margin: 24px 0 16px; padding-bottom: .3em; border-bottom: 1px solid #d1d9e0b3; font-weight: 600; line-height: 1.25 }
h3 { font-size: 17.5px; margin: 24px 0 16px; font-weight: 600; line-height: 1.25 } p, ul, ol, table, pre, details, blockquote { margin: 0 0 16px }
a { color: #0969da; text-decoration: underline } ul, ol { padding-left: 2em } hr { height: .25em; margin: 24px 0; background: #d1d9e0; border: 0 }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse } th { font-weight: 600 }
th, td { padding: 6px 13px; border: 1px solid #d1d9e0 } tr:nth-child(2n) td { background: #f6f8fa }
code { padding: .2em .4em; font-size: 85%; background: #818b981f; border-radius: 6px; white-space: break-spaces;
  font-family: ui-monospace, "Liberation Mono", "Noto Sans Mono CJK JP", monospace }
pre { padding: 16px; font-size: 85%; background: #f6f8fa; border-radius: 6px; overflow: auto } pre code { padding: 0; background: none; font-size: 100%; white-space: pre }
blockquote { padding: 0 1em; color: #59636e; border-left: .25em solid #d1d9e0 } sub { font-size: 75% }`

const author = '<div class="author"><b>shinsa-gate</b> <i>bot</i> コメント</div>'

function pageOf(golden: string): string {
  const markdown = readFileSync(`src/comment/golden/${golden}.md`, 'utf8')
  const html = execFileSync('cmark-gfm', [...extensions, '--unsafe'], { input: markdown, encoding: 'utf8' })
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>${golden}</title><style>${style}</style>
<div class="comment">${author}<div class="body">${html}</div></div></html>`
}

/** As high as the page: measured first, since a window is drawn as it is. */
function draw(browser: string, page: string, picture: string): void {
  const url = pathToFileURL(page).href
  const probe = `<script>document.title = 'height=' + document.documentElement.scrollHeight</script>`
  writeFileSync(page, readFileSync(page, 'utf8').replace('</html>', `${probe}</html>`))
  const dom = execFileSync(browser, [...flags, `--window-size=${width},600`, '--dump-dom', url], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const height = Number(/<title>height=(\d+)/.exec(dom)?.[1] ?? 2000)
  execFileSync(browser, [...flags, `--window-size=${width},${height}`, `--screenshot=${picture}`, url], {
    stdio: 'ignore',
  })
}

const browser = browsers.find(existsSync)
if (browser === undefined) throw new Error('Chromium がありません。apt-get install chromium で入ります。')
const [, , target = 'docs/pictures', ...wanted] = process.argv
const work = mkdtempSync(join(tmpdir(), 'pictures-'))
mkdirSync(target, { recursive: true })
const all = wanted.length === 0 ? pictures : wanted.map((name) => ({ golden: name, picture: name }))
for (const { golden, picture } of all) {
  const page = join(work, `${golden}.html`)
  const drawn = join(target, `${picture}.png`)
  writeFileSync(page, pageOf(golden))
  draw(browser, page, drawn)
  execFileSync('pngquant', ['--force', '--speed', '1', '--output', drawn, '32', drawn])
  const { size } = statSync(drawn)
  console.log(`${drawn} ${size} bytes`)
  if (size > mostBytes) process.exitCode = 1
}
rmSync(work, { recursive: true })
