import { emptyMark, type FormDocument, type FormGroup, type FormRow, missingIn } from '../form/document.ts'
import { nothing as dash } from '../form/values.ts'
import { type Html, html, lines, nothing, page } from './page.ts'

const linesOf = (text: string): Html[] => lines(text.split(/\r\n|[\r\n]/))

/** The form on paper: A4, and nothing that a computer would have to run. */
export function formHtml(document: FormDocument): string {
  const { name, title, origin } = document
  return page({
    title: [name, title, origin?.file].filter((word) => word !== undefined).join('　'),
    orientation: 'portrait',
    style: `
@page { @top-right { content: "${runningHead(document)}"; font-size: 8pt } }
${formStyle}`,
    body: formBody(document),
  })
}

/** What stands on the paper, for a page of one form or of several. */
export function formBody(document: FormDocument, heading: 'h1' | 'h2' = 'h1'): Html[] {
  const { name, title, isReconstruction, about, origin, notices } = document
  return [
    html`<${tags[heading]}>${name}　${title}</${tags[heading]}>`,
    html`<p class="note">${isReconstruction ? html`<b class="kind">参考様式（再構成）</b>　` : nothing}${about.map((line) => line.replace(/。?$/, '。')).join('')}</p>`,
    origin === null
      ? nothing
      : html`<dl class="origin"><dt>ファイル</dt><dd>${origin.file}</dd><dt>内容のSHA-256</dt><dd>${origin.sha256}</dd></dl>`,
    ...notices.map((notice) => html`<p class="notice">${notice}</p>`),
    missingPart(document),
    ...tablesOf(document.groups).map(tablePart),
  ]
}

const tags = { h1: { html: 'h1' }, h2: { html: 'h2' } }

function missingPart(document: FormDocument): Html {
  const missing = missingIn(document)
  if (missing.length === 0) return nothing
  return html`<div class="missing"><b>記入されていない項目（${missing.length}件）</b><ul>${missing.map((name) => html`<li>${name}</li>`)}</ul></div>`
}

function tablesOf(groups: readonly FormGroup[]): FormGroup[][] {
  const tables: FormGroup[][] = []
  for (const group of groups) {
    const before = tables.at(-1)?.[0]?.columns.join()
    if (before === group.columns.join()) tables.at(-1)!.push(group)
    else tables.push([group])
  }
  return tables
}

/** The headings stand on every page, the title of a group above its rows. */
function tablePart(groups: readonly FormGroup[]): Html {
  const { columns } = groups[0]!
  return html`<table>
<colgroup>${widths[columns.length]!.map((width) => html`<col class="w${width}">`)}</colgroup>
<thead><tr>${columns.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
${groups.map(
  ({ title, rows }) => html`<tbody>
${title === '' ? nothing : html`<tr class="group"><th colspan="${columns.length}" scope="rowgroup">${title}</th></tr>\n`}${rows.map((row) => html`${rowPart(row)}\n`)}</tbody>
`,
)}</table>`
}

const widths: Readonly<Record<number, readonly number[]>> = { 2: [40, 60], 3: [45, 35, 20] }

const rowPart = (row: FormRow): Html =>
  html`<tr${markOf(row)}><th scope="row"><div>${row.label}${row.need === 'required' ? nothing : html` <small>（${needs[row.need]}）</small>`}</div>${hintPart(row)}</th><td>${answerPart(row)}</td>${row.last === undefined ? nothing : html`<td>${linesOf(row.last ?? dash)}</td>`}</tr>`

const markOf = ({ missing, open }: FormRow): Html => {
  if (missing) return html` class="lacking"`
  return open ? html` class="open"` : nothing
}

const needs = { conditional: '該当するとき', optional: '任意' }
const hintPart = ({ hint }: FormRow): Html => (hint === null ? nothing : html`<div class="hint">${hint}</div>`)

/** What a filled form need not have is no blank to fill in. */
function answerPart({ value, missing, open, choices }: FormRow): Html[] {
  if (value !== null) return linesOf(value)
  if (!missing && !open) return linesOf(dash)
  const toTick = choices.length === 0 ? [] : [html`<div class="choices">${choicesPart(choices)}</div>`]
  return [...(missing ? lines([html`<b>未記入</b>`]) : []), ...toTick]
}

const choicesPart = (choices: readonly string[]): Html[] =>
  choices.map((choice) => html`<span class="choice">${emptyMark} ${choice}</span> `)

/** On every sheet. Of the name only its digit goes into the style: nothing that somebody wrote. */
export const runningHead = ({ name, isReconstruction }: Pick<FormDocument, 'name' | 'isReconstruction'>): string =>
  `${/^様式\d/.exec(name)?.[0] ?? '添付資料'}${isReconstruction ? '（参考様式・再構成）' : ''}`

/** The rules for every form. */
export const formStyle = `h1 { font-size: 14pt }
dl.origin { font-size: 8pt } dd { overflow-wrap: anywhere }
.kind, .notice, .missing { border: 1px solid #1a1a1a; padding: 0 .4em }
.notice, .missing { padding: .3em .6em; margin: .5em 0 } .missing ul { columns: 2; margin: .2em 0; padding-left: 1.4em }
table { font-size: 9pt }
thead th { background: #d5dbe3 } tr.group th { background: #e8ecf1 } tr.group { break-after: avoid }
tr > th[scope=row] { background: #fff; font-weight: normal }
tr.lacking td:first-of-type { background: #fff6e0 }
.hint, small { color: #4d4d4d; font-size: 7.5pt; line-height: 1.35 }
.choice { display: inline-block; margin-right: 1em; white-space: nowrap }
tr.open td, tr.lacking td { height: 2.8em }
`
