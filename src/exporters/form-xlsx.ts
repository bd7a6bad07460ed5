import { emptyMark, type FormDocument, type FormRow, missingIn } from '../form/document.ts'
import { oneLine } from '../reporters/one-line.ts'
import { type Cell, type Sheet, sheetOf, text } from './sheet.ts'

type Line = FormRow & { group: string }

/** The form as a sheet of rows to fill in, and one that says from what it was filled and what it lacks. */
export function formSheets(document: FormDocument): Sheet[] {
  const { name, groups } = document
  const rows = groups.flatMap(({ title, rows }) => rows.map((row) => ({ ...row, group: title })))
  const hasLast = rows.some(({ last }) => last !== undefined)
  const columns = [
    text<Line>('区分', 18, ({ group }) => group),
    text<Line>('項目', 44, ({ label }) => label),
    text<Line>('要否', 14, ({ need }) => needs[need]),
    text<Line>('記入', 48, ({ value }) => value),
    ...(hasLast ? [text<Line>('前回の結果', 30, ({ last }) => last ?? null)] : []),
    text<Line>('選択肢', 30, ({ choices }) => choices.map((choice) => `${emptyMark} ${choice}`).join('　')),
    text<Line>('説明', 50, ({ hint }) => hint),
    text<Line>('状態', 10, ({ missing }) => (missing ? '未記入' : null)),
  ]
  return [sheetOf(name, columns, rows, 2), { ...aboutSheet(document), name: 'この様式について' }]
}

const needs = { required: '必須', conditional: '該当するとき', optional: '任意' }

function aboutSheet(document: FormDocument): Sheet {
  const { name, title, isReconstruction, about, origin, notices } = document
  const rows: [string, string][] = [
    ['様式', `${name}　${title}`],
    ...(isReconstruction ? [['位置付け', '参考様式（再構成）'] as [string, string]] : []),
    ...about.map((line): [string, string] => ['説明', line]),
    ...(origin === null
      ? []
      : [['ファイル', origin.file] as [string, string], ['内容のSHA-256', origin.sha256] as [string, string]]),
    ...notices.map((notice): [string, string] => ['注意', notice]),
    ...missingIn(document).map((missing): [string, string] => ['記入されていない項目', missing]),
  ]
  return {
    name: '',
    widths: [24, 100],
    frozenColumns: 0,
    headings: ['項目', '内容'],
    rows: rows.map((row) => row.map((cell): Cell => oneLine(cell))),
  }
}
