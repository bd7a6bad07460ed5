import { isDay } from '../calendar.ts'
import { oneLine } from '../reporters/one-line.ts'
import { wareki } from '../wareki.ts'

/** Markup that is ours; everything else that goes into a page is text. */
export type Html = { readonly html: string }
type Part = Html | string | number | readonly Html[]

/** A template whose values are escaped, unless they are markup themselves. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.map((string, index) => string + (index < parts.length ? markupOf(parts[index]!) : '')).join(''),
})

const markupOf = (part: Part): string => {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map((one) => one.html).join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => oneLine(text).replace(/[&<>"']/g, (character) => entities[character]!)

export const nothing: Html = { html: '' }

/** Several lines in one cell; empty ones are left out. */
export const lines = (texts: readonly (Html | string | null)[]): Html[] =>
  texts.filter((text) => text !== null && text !== '').map((text) => html`<div>${text!}</div>`)

/** A day as machines and as people read it. */
export const dayText = (day: string | null): Html | null =>
  day === null
    ? null
    : html`<time datetime="${day}"><span class="iso">${day}</span>${isDay(day) ? html` <span class="wareki">${wareki(day)}</span>` : nothing}</time>`

/** A table whose headings stand on every page; widths are parts of a hundred. */
export function table(
  caption: string,
  columns: readonly (readonly [heading: string, width: number])[],
  rows: readonly { cells: readonly Html[][]; mark?: string }[],
): Html {
  return html`<table>
<caption>${caption}</caption>
<colgroup>${columns.map(([, width]) => html`<col class="w${width}">`)}</colgroup>
<thead><tr>${columns.map(([heading]) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>
${rows.map(({ cells, mark = '' }) => html`<tr${mark === '' ? nothing : html` class="${mark}"`}>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table>`
}

/** `style`: rules of ours for this kind of page alone. */
type Page = { title: string; orientation: 'portrait' | 'landscape'; body: readonly Html[]; style?: string }

/** One file that needs nothing else: no script, no font, no picture; whatever opens it can print it. */
export const page = ({ title, orientation, body, style = '' }: Page): string =>
  html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ html: styleFor(orientation) + style }}</style>
</head>
<body>
${body.map((part) => html`${part}\n`)}</body>
</html>
`.html

/** The rules that every page to print has. */
export const styleFor = (orientation: Page['orientation']): string => `
@page { size: A4 ${orientation}; margin: 12mm 10mm 14mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1rem; max-width: ${orientation === 'landscape' ? '1400px' : '1000px'}; color: #1a1a1a; background: #fff; overflow-wrap: anywhere;
  font: 10pt/1.5 "BIZ UDPGothic", "Yu Gothic UI", Meiryo, "Noto Sans CJK JP", sans-serif }
h1 { font-size: 16pt; margin: 0 0 .3em }
h2 { font-size: 12pt; margin: 1.4em 0 .4em; border-bottom: 2px solid #1a1a1a; break-after: avoid }
h3 { font-size: 11pt; margin: 1em 0 .2em; break-after: avoid }
.use { break-inside: avoid }
p { margin: .2em 0 }
.note { color: #4d4d4d; font-size: 9pt }
.iso, .wareki { white-space: nowrap }
.strong { font-weight: bold }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 8.5pt; margin: .3em 0 1em }
caption { text-align: left; font-weight: bold; padding: .3em 0; break-after: avoid }
th, td { border: 1px solid #767676; padding: .25em .4em; text-align: left; vertical-align: top }
th { background: #e8ecf1 }
thead { display: table-header-group }
tr { break-inside: avoid }
tr.stopped td { background: #fdeeee }
tr.late td { background: #fff6e0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1em; margin: .3em 0 }
dt { font-weight: bold } dd { margin: 0 }
${[3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 25, 28, 30, 35, 40, 45, 50].map((width) => `.w${width}{width:${width}%}`).join('')}
@media screen and (max-width: 700px) { table { display: block; overflow-x: auto; table-layout: auto; min-width: 100% } }
@media print { body { max-width: none; padding: 0 } * { print-color-adjust: exact } }
`
