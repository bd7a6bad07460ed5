import type { Column, PageRow } from './rows.ts'
import { matcherOf, type Sort, type State, sorted } from './state.ts'

/** Shows what a state asks for; touches only what differs from what is there. */
export type View = {
  show(state: State): void
  /** How many of those found are to be seen; a table of a thousand rows takes its time with every letter. */
  showMost(count: number): void
  found(): readonly PageRow[]
}

export function viewOf(table: HTMLTableElement, columns: readonly Column[], rows: readonly PageRow[]): View {
  const standard = columns.filter(({ heading }) => !heading.hidden).map(({ id }) => id)
  const body = table.tBodies[0]!
  let order: readonly PageRow[] = rows
  let found: readonly PageRow[] = rows
  let [shownColumns, shownSort] = [standard.join(), 'null']

  function showMost(count: number): void {
    const seen = new Set(found.slice(0, count))
    for (const row of rows) {
      const isHidden = !seen.has(row)
      if (row.element.hidden !== isHidden) row.element.hidden = isHidden
    }
  }
  return {
    found: () => found,
    showMost,
    show(state) {
      const wanted = state.columns ?? standard
      if (wanted.join() !== shownColumns) showColumns(columns, rows, wanted)
      shownColumns = wanted.join()
      const sort = JSON.stringify(state.sort)
      if (sort !== shownSort) {
        order = inOrder(state.sort, columns, rows)
        body.replaceChildren(...order.map(({ element }) => element))
        for (const column of columns) markSort(column, state.sort)
      }
      shownSort = sort
      found = order.filter(matcherOf(state))
      showMost(atOnce)
    },
  }
}

/** So many are laid out well within the time in which a letter seems to appear at once. */
export const atOnce = 50

const inOrder = (sort: Sort | null, columns: readonly Column[], rows: readonly PageRow[]): readonly PageRow[] => {
  const column = columns.find(({ id }) => id === sort?.column)
  if (sort === null || column === undefined) return rows
  return sorted(rows, (row) => row.sortKey(column), sort.isDescending)
}

/** A row is never without its name. */
function showColumns(columns: readonly Column[], rows: readonly PageRow[], wanted: readonly string[]): void {
  for (const { id, index, heading } of columns) {
    const isHidden = !wanted.includes(id) && id !== 'name'
    if (heading.hidden === isHidden) continue
    heading.hidden = isHidden
    for (const { element } of rows) element.cells[index]!.hidden = isHidden
  }
}

function markSort({ id, heading }: Column, sort: Sort | null): void {
  if (sort?.column !== id) heading.removeAttribute('aria-sort')
  else heading.setAttribute('aria-sort', sort.isDescending ? 'descending' : 'ascending')
}
