import { addressOf } from '../register/address.ts'
import { panelOf } from '../register/panel.ts'
import { type Column, columnsOf, prepare, rowsOf } from '../register/rows.ts'
import { saveCsv } from '../register/save-csv.ts'
import { initial, type Sort, type State } from '../register/state.ts'
import { atOnce, type View, viewOf } from '../register/view.ts'

const table = document.querySelector<HTMLTableElement>('table.register')
const form = document.querySelector<HTMLFormElement>('#controls')
if (table !== null && form !== null) start(table, form)

/** Lets the table that is there be searched, narrowed down and sorted. */
function start(table: HTMLTableElement, form: HTMLFormElement): void {
  let state = initial
  const columns = columnsOf(table)
  const standard = columns.filter(({ heading }) => !heading.hidden).map(({ id }) => id)
  const panel = panelOf(form, standard, () => state, choose)
  const rows = rowsOf(table, panel.orders)
  const view = viewOf(table, columns, rows)
  const address = addressOf(window, restore)

  function show(next: State): void {
    state = next
    view.show(state)
    tellHits(view, rows.length)
  }
  function restore(next: State): void {
    panel.fill(next)
    show(next)
  }
  function choose(change: Partial<State>, kind: 'typed' | 'chosen' = 'chosen'): void {
    show({ ...state, ...change })
    address.write(state, kind)
  }

  for (const column of columns) sortable(column, () => choose({ sort: nextSort(column.id, state.sort) }))
  enable('#print', () => print())
  enable('#rest', () => {
    // The button goes: whoever was on it goes on from the first row that it brought.
    const next = view.found()[atOnce]
    view.showMost(rows.length)
    tellHits(view, rows.length)
    next?.element.querySelector('a')?.focus()
  })
  window.addEventListener('beforeprint', () => view.showMost(rows.length))
  window.addEventListener('afterprint', () => show(state))
  enable('#chosen-csv', () => {
    const indexes = view.found().map(({ index }) => index)
    void saveCsv(indexes, table.dataset)
  })
  // A narrow screen has better things to show first.
  if (!matchMedia('(min-width: 48rem)').matches) form.querySelector('#facets')?.removeAttribute('open')
  form.hidden = false
  restore(address.read() ?? initial)
  prepare(rows)
}

/** A button that waited hidden for its script. */
function enable(selector: string, onClick: () => void): void {
  const button = document.querySelector<HTMLButtonElement>(selector)
  button?.addEventListener('click', onClick)
  button?.toggleAttribute('hidden', false)
}

function tellHits(view: View, all: number): void {
  const found = view.found()
  const count = found.length
  const left = found.filter(({ element }) => element.hidden).length
  const words = count === all ? `${all} 件` : `${all} 件のうち ${count} 件が見つかりました`
  document.querySelector('#hits')!.textContent = left === 0 ? words : `${words}（初めの ${count - left} 件を表示）`
  document.querySelector('#no-hits')?.toggleAttribute('hidden', count > 0)
  const rest = document.querySelector<HTMLButtonElement>('#rest')!
  rest.hidden = left === 0
  rest.textContent = `残りの ${left} 件も表示する`
}

/** Upwards, downwards, and as the page came. */
function nextSort(column: string, sort: Sort | null): Sort | null {
  if (sort?.column !== column) return { column, isDescending: false }
  return sort.isDescending ? null : { column, isDescending: true }
}

/** The heading of a column, as a button that sorts by it. */
function sortable({ heading }: Column, onClick: () => void): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.append(...heading.childNodes)
  button.addEventListener('click', onClick)
  heading.append(button)
}
