import type { Entry } from '../search/entry.ts'
import { globalName } from '../search/entry.ts'
import { excerpt, find, type Prepared, pieces, prepare, termsOf } from '../search/find.ts'

/** Search in the guideline: the index is loaded by whoever begins to search, and the question stands in the address. */
const most = 50
const said = 400

const box = document.querySelector<HTMLElement>('#search')!
const field = box.querySelector<HTMLInputElement>('#query')!
const status = box.querySelector<HTMLElement>('#found')!
const list = box.querySelector<HTMLElement>('#results')!

let index: Promise<Prepared[]> | undefined
const loadIndex = (): Promise<Prepared[]> => {
  index ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = box.dataset.index!
    script.onload = () => resolve(prepare((globalThis as unknown as Record<string, Entry[]>)[globalName]!))
    script.onerror = () => {
      index = undefined
      reject(new Error(script.src))
    }
    document.head.append(script)
  })
  return index
}

let telling: ReturnType<typeof setTimeout> | undefined
/** Once the typing pauses: a screen reader would otherwise speak into it. */
function tell(text: string): void {
  clearTimeout(telling)
  telling = setTimeout(() => {
    status.textContent = text
  }, said)
}

async function search(): Promise<void> {
  const query = field.value.trim()
  remember(query)
  if (query === '') {
    list.replaceChildren()
    return tell('')
  }
  try {
    const entries = await loadIndex()
    if (field.value.trim() === query) show(find(query, entries), termsOf(query))
  } catch {
    tell('索引を読み込めませんでした。下の目次から探してください。')
  }
}

/** The address without it is that of the page. */
function remember(query: string): void {
  const hash = query === '' ? location.pathname : `#q=${encodeURIComponent(query)}`
  history.replaceState(null, '', hash)
}

function show(found: readonly Entry[], terms: readonly string[]): void {
  list.replaceChildren(...found.slice(0, most).map((entry) => itemOf(entry, terms)))
  const rest = found.length > most ? `うち${most}件を示しています。言葉を足すと絞れます。` : ''
  tell(found.length === 0 ? '見つかりませんでした。' : `${found.length}件見つかりました。${rest}`)
}

function itemOf([kind, title, section, place, , text]: Entry, terms: readonly string[]): HTMLElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  // The page stands in guideline/
  link.href = place.replace(/^guideline\//, '')
  link.append(...marked(title, terms))
  const about = document.createElement('span')
  about.className = 'note'
  about.textContent = ` ${kind}${section === '' ? '' : `・第${section}節`}`
  item.append(link, about)
  if (text !== '') {
    const paragraph = document.createElement('p')
    paragraph.append(...marked(excerpt(text, terms), terms))
    item.append(paragraph)
  }
  return item
}

const marked = (text: string, terms: readonly string[]): Node[] =>
  pieces(text, terms).map(({ text: piece, hit }) => {
    if (!hit) return document.createTextNode(piece)
    const mark = document.createElement('mark')
    mark.textContent = piece
    return mark
  })

/** Down from the field into the results and through them, up again, and out with Escape. */
function move(event: KeyboardEvent): void {
  const stops: HTMLElement[] = [field, ...list.querySelectorAll('a')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 }[event.key]
  const next = to === undefined || at < 0 ? undefined : stops[to]
  if (next === undefined || next === document.activeElement) return
  event.preventDefault()
  next.focus()
}

function readAddress(): void {
  const asked = /^#q=(.*)$/.exec(location.hash)?.[1]
  if (asked === undefined) return
  try {
    field.value = decodeURIComponent(asked)
  } catch {
    return
  }
  void search()
}

box.hidden = false
field.addEventListener('focus', () => void loadIndex().catch(() => undefined))
field.addEventListener('input', () => void search())
box.addEventListener('keydown', move)
addEventListener('hashchange', readAddress)
readAddress()
