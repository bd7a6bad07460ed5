import { foldKana } from '../../src/folding.ts'

/** What narrows the register down; each is one choice, and has its name in the address. */
export const facets = ['department', 'kinds', 'class', 'category', 'pricing', 'status', 'due', 'alarm'] as const
export type Facet = (typeof facets)[number]

export type Sort = { column: string; isDescending: boolean }
/** All that somebody has chosen; null: as the page came. */
export type State = {
  words: string
  chosen: Partial<Record<Facet, string>>
  sort: Sort | null
  columns: readonly string[] | null
}
export const initial: State = { words: '', chosen: {}, sort: null, columns: null }

/** As it stands behind the # of the address; empty where nothing is chosen. */
export function hashOf({ words, chosen, sort, columns }: State): string {
  const written = new URLSearchParams()
  if (words !== '') written.set('q', words)
  for (const facet of facets) if (chosen[facet] !== undefined) written.set(facet, chosen[facet])
  if (sort !== null) written.set('sort', `${sort.isDescending ? '-' : ''}${sort.column}`)
  if (columns !== null) written.set('columns', columns.join(','))
  return String(written)
}

/** Null for the name of a place on the page, which is no state. */
export function stateOf(hash: string): State | null {
  const written = hash.replace(/^#/, '')
  if (written !== '' && !written.includes('=')) return null
  const read = new URLSearchParams(written)
  const [, minus, column] = /^(-?)(.+)$/.exec(read.get('sort') ?? '') ?? []
  return {
    words: read.get('q') ?? '',
    chosen: Object.fromEntries(facets.flatMap((facet) => (read.get(facet) ? [[facet, read.get(facet)!]] : []))),
    sort: column === undefined ? null : { column, isDescending: minus === '-' },
    columns: read.get('columns')?.split(',').filter(Boolean) ?? null,
  }
}

/** Every word of the search has to occur. */
export const wordsOf = (written: string): string[] =>
  written
    .split(/\s+/)
    .map(foldKana)
    .filter((word) => word !== '')

/** A row as it is searched: `values` of a facet are all that it answers to. */
export type Searched = { key: string; values: Readonly<Record<string, readonly string[]>> }

export const matcherOf = ({ words, chosen }: State): ((row: Searched) => boolean) => {
  const sought = wordsOf(words)
  const asked = Object.entries(chosen)
  return ({ key, values }) =>
    asked.every(([facet, value]) => values[facet]?.includes(value)) && sought.every((word) => key.includes(word))
}

/** What a cell is sorted by: its rank in a list of choices, or what it says. Null has no place, and stands last. */
export type SortKey = number | string | null

const collator = new Intl.Collator('ja', { numeric: true })

/** Rows in the order of their keys; equal ones keep theirs. */
export function sorted<Row>(rows: readonly Row[], keyOf: (row: Row) => SortKey, isDescending: boolean): Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }))
  const direction = isDescending ? -1 : 1
  return keyed
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
      return direction * compare(a.key, b.key)
    })
    .map(({ row }) => row)
}

const compare = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
