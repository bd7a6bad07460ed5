import { type Grid, plain, wordsOf } from './grid.ts'

/** The columns that a table may have, each by the names that people give it. */
export type Columns<Key extends string> = Readonly<Record<Key, readonly string[]>>
/** A row of a table: where it stands in its sheet, counted from 1, and its words by column. */
export type TableRow<Key extends string> = { line: number; words: Readonly<Partial<Record<Key, string>>> }
export type Table<Key extends string> = {
  sheet: string
  columns: readonly Key[]
  rows: readonly TableRow<Key>[]
  /** What stands above the table and in its head: titles and legends, cell by cell and row by row. */
  above: readonly string[]
  /** Columns that nobody asked for, and the lines in which they say something. */
  others: readonly { heading: string; lines: readonly number[] }[]
}

/** The table below the first row that names one of the wanted columns; null where no row does. */
export function tableIn<Key extends string>(grid: Grid, columns: Columns<Key>, wanted: Key): Table<Key> | null {
  const words = wordsOf(grid)
  const head = headOf(words, columns, wanted)
  if (head === null) return null
  const places = placesOf(words[head] ?? [], columns)
  const rows = words.slice(head + 1).map((row, index) => ({
    line: head + 2 + index,
    words: Object.fromEntries(places.map(([key, place]) => [key, row[place] ?? ''])) as Partial<Record<Key, string>>,
  }))
  return {
    sheet: grid.name,
    columns: places.map(([key]) => key),
    rows: rows.filter((row) => places.some(([key]) => (row.words[key] ?? '') !== '')),
    above: [...words.slice(0, head + 1).flat(), ...words.slice(0, head).map((row) => row.join(' '))],
    others: othersIn(words, head, new Set(places.map(([, place]) => place))),
  }
}

const othersIn = (words: readonly string[][], head: number, asked: ReadonlySet<number>): Table<string>['others'] =>
  (words[head] ?? []).flatMap((heading, place) => {
    const filled = words.slice(head + 1).flatMap((row, index) => ((row[place] ?? '') === '' ? [] : [head + 2 + index]))
    return asked.has(place) || heading === '' || filled.length === 0 ? [] : [{ heading, lines: filled }]
  })

/** The last of the rows next to each other that name the column: a head may take two, merged downwards. */
function headOf<Key extends string>(words: readonly string[][], columns: Columns<Key>, wanted: Key): number | null {
  const names = (row: readonly string[] | undefined): boolean =>
    row?.some((word) => isNamed(word, columns[wanted])) ?? false
  const first = words.findIndex(names)
  if (first < 0) return null
  let last = first
  while (names(words[last + 1])) last += 1
  return last
}

/** The first place of each column; what no name fits is left out. */
function placesOf<Key extends string>(head: readonly string[], columns: Columns<Key>): [Key, number][] {
  return (Object.entries(columns) as [Key, readonly string[]][]).flatMap(([key, names]) => {
    const place = head.findIndex((word) => isNamed(word, names))
    return place < 0 ? [] : [[key, place] as [Key, number]]
  })
}

/** A heading is known with what stands in brackets behind it, and without. */
function isNamed(word: string, names: readonly string[]): boolean {
  const heading = headingOf(word)
  return (
    heading !== '' && names.some((name) => headingOf(name) === heading || headingOf(name) === withoutBrackets(heading))
  )
}
const headingOf = (word: string): string => plain(word).toLowerCase()
const withoutBrackets = (heading: string): string => heading.replace(/[([【].*$/, '')

/** 1, １, ①, No.1, 第1号 and X1 as the tables have them; null where it is no number. */
export function rowNumber(word: string): number | string | null {
  const [, number = ''] = /^(?:no\.?|番号|第)?(x?[1-9]\d{0,3})(?:\.0)?[号.)]?$/i.exec(plain(word)) ?? []
  if (number === '') return null
  return /^x/i.test(number) ? number.toUpperCase() : Number(number)
}
