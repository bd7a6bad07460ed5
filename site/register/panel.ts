import { type Facet, initial, type State } from './state.ts'

/** The fields above the table. */
export type Panel = {
  form: HTMLFormElement
  /** The choices of each facet in their order. */
  orders: Readonly<Record<string, readonly string[]>>
  /** Shows a state in the fields. */
  fill(state: State): void
}

/** `choose`: what somebody changed; `current`: the state in which they did. */
export function panelOf(
  form: HTMLFormElement,
  standard: readonly string[],
  current: () => State,
  choose: (change: Partial<State>, kind?: 'typed') => void,
): Panel {
  const search = form.querySelector<HTMLInputElement>('#words')!
  const selects = [...form.querySelectorAll<HTMLSelectElement>('select[data-facet]')]
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[data-shows]')]
  const fill = (state: State): void => {
    search.value = state.words
    for (const select of selects) select.value = state.chosen[facetOf(select)] ?? ''
    for (const box of boxes) box.checked = (state.columns ?? standard).includes(box.dataset.shows!)
  }
  search.addEventListener('input', () => choose({ words: search.value }, 'typed'))
  for (const select of selects)
    select.addEventListener('change', () => {
      const { [facetOf(select)]: _, ...others } = current().chosen
      choose({ chosen: select.value === '' ? others : { ...others, [facetOf(select)]: select.value } })
    })
  for (const box of boxes)
    box.addEventListener('change', () => {
      const wanted = boxes.filter(({ checked }) => checked).map(({ dataset }) => dataset.shows!)
      choose({ columns: wanted.join() === standard.join() ? null : wanted })
    })
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', (event) => {
    event.preventDefault()
    fill(initial)
    choose(initial)
  })
  const orders = selects.map((select) => [facetOf(select), Array.from(select.options, ({ value }) => value)])
  return { form, orders: Object.fromEntries(orders), fill }
}

const facetOf = (select: HTMLSelectElement): Facet => select.dataset.facet as Facet
