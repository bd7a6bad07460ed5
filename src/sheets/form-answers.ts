import { isLeaf } from '../draft/places.ts'
import { fields } from '../generated/fields.ts'
import { meantResult, signOf } from './answers.ts'
import type { Grid } from './grid.ts'
import { type Columns, type TableRow, tableIn } from './table.ts'

/** The columns by which the sheet of a form is known again. */
export const formColumns = { entry: '記入', name: '記入欄の名前' }

/** What somebody wrote into a place of a form: its name is that of the option which answers it. */
export type FormAnswer = { name: string; word: string; sheet: string; line: number }

/** The lists whose entries stand in one line each: how their names begin, where they are, and what `entry` answers. */
type List = { begins: RegExp; fields: string; first: string; meant(word: string): string }
const lists: readonly List[] = [
  { begins: /^(risks\.[^.]+)\./, fields: '/risks/*', first: 'accepted', meant: (word) => accepted[word] ?? word },
  { begins: /^(criteria\.[^.]+)\./, fields: '/criteria/*', first: 'result', meant: meantResult },
  { begins: /^(conditions\.[^.]+)\./, fields: '/conditions/*', first: 'reason', meant: (word) => word },
  { begins: /^(governmentCloud\.[^.]+)\./, fields: '/governmentCloud/*', first: 'result', meant: meantCheck },
  { begins: /^(f\d-\d{2})$/, fields: '/checks/*/items/*', first: 'result', meant: meantCheck },
]
/** What the forms word in their own way, and the signs that people write. */
const accepted: Readonly<Record<string, string>> = { 許容する: 'はい', 許容しない: 'いいえ' }
const checked: Readonly<Record<string, string>> = {
  ...{ '○': 'yes', '◎': 'yes', '△': 'partial', '×': 'no', '✕': 'no', '-': 'n/a' },
}
function meantCheck(word: string): string {
  return checked[signOf(word)] ?? word
}
/** What tells the entries apart is no answer. */
const identities = ['id', 'number', 'measure']

/** Titles of the other places of an entry → the end of their names. */
const partsOf = ({ fields: list, first }: List): Map<string, string> =>
  new Map(
    Object.entries(fields).flatMap(([pointer, field]) => {
      const end = pointer.slice(list.length + 1).replaceAll('/', '.')
      const isPart = pointer.startsWith(`${list}/`) && isLeaf(field) && ![...identities, first].includes(end)
      return isPart ? [[field.title, end]] : []
    }),
  )

const titles = [...new Set(lists.flatMap((list) => [...partsOf(list).keys()]))]
const columns: Columns<string> = {
  ...Object.fromEntries(titles.map((title) => [title, [title]])),
  entry: [formColumns.entry],
  name: [formColumns.name],
}

/** What the sheets of a form say; null where none of them is one. Places without a word answer nothing. */
export function formAnswers(grids: readonly Grid[]): FormAnswer[] | null {
  const tables = grids.flatMap((grid) => tableIn(grid, columns, 'name') ?? [])
  if (tables.length === 0) return null
  return tables.flatMap(({ sheet, rows }) =>
    rows.flatMap((row) => answersIn(row).map((answer) => ({ ...answer, sheet }))),
  )
}

function answersIn({ line, words }: TableRow<string>): Omit<FormAnswer, 'sheet'>[] {
  const name = (words.name ?? '').trim()
  if (name === '') return []
  const list = lists.find(({ begins }) => begins.test(name))
  const entry = list?.begins.exec(name)?.[1] ?? ''
  const parts = list === undefined ? [] : [...partsOf(list)]
  return [
    { name, word: meant(words.entry ?? '', list) },
    ...parts.map(([title, end]) => ({ name: `${entry}.${end}`, word: words[title] ?? '' })),
  ].flatMap((answer) => (answer.word === '' ? [] : [{ ...answer, line }]))
}

/** 様式2 asks that nothing important is there. */
const own: Readonly<Record<string, string>> = { 重要情報を扱いません: 'なし' }
const meant = (word: string, list: List | undefined): string => list?.meant(word) ?? own[word] ?? word
