import type { FormCell } from '../form/cells.ts'
import { emptyMark, type FormDocument, type FormGroup, type FormRow, missingIn } from '../form/document.ts'
import { oneLine } from '../reporters/one-line.ts'
import { formColumns } from '../sheets/form-answers.ts'
import { type Cell, fittingLines, type Sheet } from './sheet.ts'

/** A line to fill in: one place, or an entry of a list with all of its places side by side. */
type Line = { group: string; row: FormRow; first: FormCell; extras: readonly FormCell[]; isFirst: boolean }

/** The form as sheets to fill in, lists on sheets of their own, and one that says from what it was filled. */
export function formSheets(document: FormDocument): Sheet[] {
  const { name, groups } = document
  const names = [...new Set(groups.map(({ sheet = name }) => sheet))]
  return [
    ...names.map((one) =>
      entrySheet(
        one,
        groups.filter(({ sheet = name }) => sheet === one),
      ),
    ),
    aboutSheet(document),
  ]
}

function linesOf({ title, rows, isList }: FormGroup): Line[] {
  return rows.flatMap((row): Line[] => {
    const [first, ...rest] = row.cells
    if (isList === true && first !== undefined) return [{ group: title, row, first, extras: rest, isFirst: true }]
    return row.cells.map((cell, index) => ({ group: title, row, first: cell, extras: [], isFirst: index === 0 }))
  })
}

type Column = { heading: string; width: number; of(line: Line): Cell | string }

function entrySheet(name: string, groups: readonly FormGroup[]): Sheet {
  const lines = groups.flatMap(linesOf)
  const columns = columnsOf(lines)
  const choices = lines.flatMap((line, index) =>
    columns.flatMap(({ heading }, column) => {
      const cell = heading === formColumns.entry ? line.first : line.extras.find(({ title }) => title === heading)
      const isOne = cell !== undefined && cell.name !== null && cell.choices.length > 0 && !cell.takesSeveral
      return isOne ? [{ row: index + 1, column, words: cell.choices }] : []
    }),
  )
  return {
    name,
    widths: columns.map(({ width }) => width),
    frozenColumns: 2,
    headings: columns.map(({ heading }) => heading),
    rows: lines.map((line) => columns.map(({ of }) => sheetCell(of(line)))),
    choices,
  }
}

function columnsOf(lines: readonly Line[]): Column[] {
  const hasParts = lines.some(({ isFirst }) => !isFirst)
  const hasLast = lines.some(({ row }) => row.last !== undefined)
  const extras = [...new Set(lines.flatMap((line) => line.extras.map(({ title }) => title)))]
  return [
    { heading: '区分', width: 14, of: ({ group }) => group },
    { heading: '項目', width: 36, of: ({ row }) => row.label },
    ...(hasParts ? [{ heading: '内訳', width: 16, of: wordPart }] : []),
    { heading: '要否', width: 10, of: ({ row }) => needs[row.need] },
    { heading: formColumns.entry, width: extras.length > 0 ? 22 : 44, of: ({ first }) => first.value },
    ...extras.map((title) => ({
      heading: title,
      width: 24,
      of: (line: Line) => line.extras.find((cell) => cell.title === title)?.value ?? null,
    })),
    ...(hasLast ? [{ heading: '前回の結果', width: 22, of: ({ row }: Line) => row.last ?? null }] : []),
    { heading: '選択肢', width: 20, of: ({ first }) => first.choices.map((word) => `${emptyMark} ${word}`).join('　') },
    { heading: '説明', width: 34, of: ({ row, isFirst }) => (isFirst ? row.hint : null) },
    { heading: '状態', width: 8, of: ({ row, isFirst }) => (row.missing && isFirst ? '未記入' : null) },
    { heading: formColumns.name, width: 20, of: ({ first }) => first.name },
  ]
}

const needs = { required: '必須', conditional: '該当するとき', optional: '任意' }
const wordPart = ({ row, first }: Line): string | null => (row.cells.length > 1 ? first.title : null)

const sheetCell = (cell: Cell): Cell => (typeof cell === 'string' ? fittingLines(cell) || null : cell)

function aboutSheet(document: FormDocument): Sheet {
  const { name, title, isReconstruction, about, origin, notices } = document
  const rows: [string, string][] = [
    ['様式', `${name}　${title}`],
    ...(isReconstruction ? [['位置付け', '参考様式（再構成）'] as [string, string]] : []),
    ...about.map((line): [string, string] => ['説明', line]),
    [
      '記入のしかた',
      `「${formColumns.entry}」とその右の列に書きます。「${formColumns.name}」の列は、取り込むときに使うため、変えないでください。`,
    ],
    ...(origin === null
      ? []
      : [['ファイル', origin.file] as [string, string], ['内容のSHA-256', origin.sha256] as [string, string]]),
    ...notices.map((notice): [string, string] => ['注意', notice]),
    ...missingIn(document).map((missing): [string, string] => ['記入されていない項目', missing]),
  ]
  return {
    name: 'この様式について',
    widths: [24, 100],
    frozenColumns: 0,
    headings: ['項目', '内容'],
    rows: rows.map((row) => row.map((cell): Cell => oneLine(cell))),
  }
}
