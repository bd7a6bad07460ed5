import { execFileSync } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { drawn, measured } from '../testing/browser.ts'

/** As GitHub has it beside its sidebar. */
const width = 860
const mostBytes = 200_000
const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist'].flatMap((name) => ['-e', name])

const style = `
* { box-sizing: border-box }
body { margin: 0; padding: 16px; background: #fff; color: #1f2328; line-height: 1.5;
  font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans CJK JP", "Noto Sans", Helvetica, Arial, sans-serif }
.comment { border: 1px solid #d1d9e0; border-radius: 6px }
.author { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; color: #59636e }
.author b { color: #1f2328 } .author i { font-style: normal; font-size: 12px; border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 7px }
.title { font-size: 26px; margin: 0 0 12px; font-weight: 400 } .body { padding: 16px; overflow-wrap: break-word } .body > :first-child { margin-top: 0 }
h2 { font-size: 21px; margin: 24px 0 16px; padding-bottom: .3em; border-bottom: 1px solid #d1d9e0b3; font-weight: 600; line-height: 1.25 }
h3 { font-size: 17.5px; margin: 24px 0 16px; font-weight: 600; line-height: 1.25 } p, ul, ol, table, pre, details, blockquote { margin: 0 0 16px }
a { color: #0969da; text-decoration: underline } ul, ol { padding-left: 2em } hr { height: .25em; margin: 24px 0; background: #d1d9e0; border: 0 }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse } th { font-weight: 600 }
th, td { padding: 6px 13px; border: 1px solid #d1d9e0 } tr:nth-child(2n) td { background: #f6f8fa }
code { padding: .2em .4em; font-size: 85%; background: #818b981f; border-radius: 6px; white-space: break-spaces;
  font-family: ui-monospace, "Liberation Mono", "Noto Sans Mono CJK JP", monospace }
pre { padding: 16px; font-size: 85%; background: #f6f8fa; border-radius: 6px; overflow: auto } pre code { padding: 0; background: none; font-size: 100%; white-space: pre }
blockquote { padding: 0 1em; color: #59636e; border-left: .25em solid #d1d9e0 } sub { font-size: 75% }`

/** What somebody said there, as a page; an issue has a title. */
export function pageOf(markdown: string, { by, what, title }: { by: string; what: string; title?: string }): string {
  const html = execFileSync('cmark-gfm', [...extensions, '--unsafe'], { input: markdown, encoding: 'utf8' })
  const heading = title === undefined ? '' : `<h1 class="title">${title}</h1>`
  const author = `<div class="author"><b>${by}</b> <i>bot</i> ${what}</div>`
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>${what}</title><style>${style}</style>
${heading}<div class="comment">${author}<div class="body">${html}</div></div></html>`
}

/** Draws a page as high as it is, and says how large the picture came out. */
export function draw(page: string, picture: string): void {
  writeFileSync(picture, drawn(page, { width, height: measured(page, width) }))
  shrink(picture, mostBytes)
}

export function shrink(picture: string, most: number): void {
  execFileSync('pngquant', ['--force', '--speed', '1', '--output', picture, '32', picture])
  const { size } = statSync(picture)
  console.log(`${picture} ${size} bytes`)
  if (size > most) process.exitCode = 1
}
