import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);
import{oneLine}from"./chunk-ULLMTS27.js";import{isDay}from"./chunk-LPEQABID.js";import{wareki}from"./chunk-MTPKQJUU.js";var html=(strings,...parts)=>({html:strings.map((string,index)=>string+(index<parts.length?markupOf(parts[index]):"")).join("")}),markupOf=part=>typeof part=="string"||typeof part=="number"?escaped(String(part)):"html"in part?part.html:part.map(one=>one.html).join(""),entities={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"},escaped=text=>oneLine(text).replace(/[&<>"']/g,character=>entities[character]),nothing={html:""},lines=texts=>texts.filter(text=>text!==null&&text!=="").map(text=>html`<div>${text}</div>`),dayText=day=>day===null?null:html`<time datetime="${day}"><span class="iso">${day}</span>${isDay(day)?html` <span class="wareki">${wareki(day)}</span>`:nothing}</time>`;function table(caption,columns,rows){return html`<table>
<caption>${caption}</caption>
<colgroup>${columns.map(([,width])=>html`<col class="w${width}">`)}</colgroup>
<thead><tr>${columns.map(([heading])=>html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>
${rows.map(({cells,mark=""})=>html`<tr${mark===""?nothing:html` class="${mark}"`}>${cells.map(cell=>html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table>`}var page=({title,orientation,body,style=""})=>html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{html:styleFor(orientation)+style}}</style>
</head>
<body>
${body.map(part=>html`${part}\n`)}</body>
</html>
`.html,styleFor=orientation=>`
@page { size: A4 ${orientation}; margin: 12mm 10mm 14mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1rem; max-width: ${orientation==="landscape"?"1400px":"1000px"}; color: #1a1a1a; background: #fff; overflow-wrap: anywhere;
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
${[3,4,5,6,7,8,9,10,11,12,13,14,15,16,18,20,22,24,25,28,30,35,40,45,50].map(width=>`.w${width}{width:${width}%}`).join("")}
@media screen and (max-width: 700px) { table { display: block; overflow-x: auto; table-layout: auto; min-width: 100% } }
@media print { body { max-width: none; padding: 0 } * { print-color-adjust: exact } }
`;export{html,nothing,lines,dayText,table,page};
