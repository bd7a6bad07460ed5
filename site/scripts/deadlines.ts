import './print.ts'
import { addressOf } from '../register/address.ts'
import { initial, type State } from '../register/state.ts'

const select = document.querySelector<HTMLSelectElement>('#department')
if (select !== null) start(select)

/** Shows what one section has to do; its calendar is the one that is offered. */
function start(select: HTMLSelectElement): void {
  const months = [...document.querySelectorAll<HTMLElement>('[data-month]')]
  const calendar = document.querySelector<HTMLAnchorElement>('a[href$="deadlines.ics"]')
  const show = ({ chosen: { department = '' } }: State): void => {
    select.value = department
    for (const month of months) {
      const rows = [...month.querySelectorAll<HTMLElement>('tr[data-department]')]
      for (const row of rows) row.hidden = department !== '' && row.dataset.department !== department
      month.hidden = rows.every(({ hidden }) => hidden)
    }
    if (calendar !== null)
      calendar.setAttribute('href', department === '' ? 'deadlines.ics' : `deadlines/${department}.ics`)
    tellCount()
  }
  const address = addressOf(window, show)
  select.addEventListener('change', () => {
    const state = { ...initial, chosen: select.value === '' ? {} : { department: select.value } }
    show(state)
    address.write(state, 'chosen')
  })
  document.querySelector<HTMLFormElement>('#deadline-controls')!.hidden = false
  show(address.read() ?? initial)
}

/** In the words of the marks that are to be seen, the most pressing first. */
function tellCount(): void {
  const states = ['overdue', 'due', 'soon', 'open'].flatMap((state) => {
    const marks = [...document.querySelectorAll<HTMLElement>(`tr[data-state="${state}"]:not([hidden]) .chip`)]
    return marks.length === 0 ? [] : [`${marks[0]!.textContent} ${marks.length}`]
  })
  const counts = document.querySelector('#deadline-counts')!
  counts.textContent = states.length === 0 ? '期限のあるものはありません。' : states.join('・')
}
