import { foldKana } from '../../src/folding.ts'
import { type Facet, facets, type Searched, type SortKey } from './state.ts'

/** A row of the table in the page, with what it is searched and sorted by. */
export type PageRow = Searched & { element: HTMLTableRowElement; index: number; sortKey(column: Column): SortKey }
export type Column = { id: string; index: number; heading: HTMLTableCellElement; rank: Facet | null }

export const columnsOf = (table: HTMLTableElement): Column[] =>
  Array.from(table.tHead?.rows[0]?.cells ?? [], (heading, index) => ({
    ...{ id: heading.dataset.column ?? '', index, heading },
    rank: (heading.dataset.rank as Facet | undefined) ?? null,
  }))

/** `orders`: the choices of each facet in their order. */
export const rowsOf = (table: HTMLTableElement, orders: Readonly<Record<string, readonly string[]>>): PageRow[] =>
  Array.from(table.tBodies[0]?.rows ?? [], (element, index) => {
    const values = Object.fromEntries(facets.map((facet) => [facet, element.dataset[facet]?.split(' ') ?? []]))
    let key: string | null = null
    return {
      element,
      index,
      values,
      get key() {
        // A thousand rows at once would be felt when the page opens: see `prepare`.
        key ??= foldKana(element.textContent ?? '')
        return key
      },
      sortKey({ index: place, rank }) {
        if (rank !== null) return rankOf(values[rank]?.[0], orders[rank] ?? [])
        return keyOf(element.cells[place])
      },
    }
  })

const rankOf = (value: string | undefined, order: readonly string[]): number | null =>
  value === undefined || !order.includes(value) ? null : order.indexOf(value)

/** A day counts before its words, and a name before what stands beside it. */
function keyOf(cell: HTMLTableCellElement | undefined): string | null {
  const text = cell?.querySelector('time')?.dateTime ?? cell?.querySelector('a')?.textContent ?? cell?.textContent ?? ''
  return text.trim() === '' ? null : text.trim()
}

/** Reads the rows for the search, a few at a time, while nobody waits. */
export function prepare(rows: readonly PageRow[], from = 0): void {
  const some = 50
  for (const row of rows.slice(from, from + some)) void row.key
  if (from + some < rows.length) setTimeout(() => prepare(rows, from + some))
}
