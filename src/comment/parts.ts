/** A piece of the comment. What is cut off it are whole rows; `rank` says what goes last (1) and what goes first. */
export type Part = {
  name: string
  rank: number
  head: string
  rows: readonly string[]
  foot: string
  /** How much of the room it may take before the others have theirs. */
  share?: number
}

export const paragraph = (name: string, rank: number, text: string): Part => ({
  name,
  rank,
  head: text,
  rows: [],
  foot: '',
})

export const table = (name: string, rank: number, head: string, rows: readonly string[], foot = ''): Part => ({
  name,
  rank,
  head: `${head}\n`,
  rows,
  foot,
})

/** The same part, folded away; the summary is a text of ours. */
export const folded = (summary: string, part: Part): Part => ({
  ...part,
  head: `<details><summary>${summary}</summary>\n\n${part.head}`,
  foot: `${part.foot}\n\n</details>`,
})

type Kept = { rows: number; text: string }

const render = ({ head, rows, foot }: Part, count: number): string => {
  const note = count < rows.length ? `\n\nほか${rows.length - count}件は、長いため省きました。` : ''
  return head + rows.slice(0, count).join('\n') + note + foot
}

const between = '\n\n'
/** For the sentence that says what is left out. */
const reserve = 600

/** As much of the parts as there is room for, the most important ones first, and a sentence on what is left out. */
export function within(parts: readonly Part[], limit: number, elsewhere: string): string {
  const whole = parts.map((part) => render(part, part.rows.length)).join(between)
  if (whole.length <= limit) return whole
  const kept = chosen(parts, limit - reserve)
  const [first, ...rest] = parts.flatMap((part) => kept.get(part)?.text ?? [])
  return [first, wordLeftOut(parts, kept, elsewhere), ...rest].join(between)
}

/** Once with the shares, and once more for those that would have liked to take more. */
function chosen(parts: readonly Part[], limit: number): Map<Part, Kept> {
  const kept = new Map<Part, Kept>()
  const inOrder = [...parts].sort((a, b) => a.rank - b.rank)
  let room = limit
  for (const shared of [true, false])
    for (const part of inOrder) {
      const own = (kept.get(part)?.text.length ?? -between.length) + between.length
      const most = shared ? Math.min(room, limit * (part.share ?? 1)) : room + own
      const rows = rowsWithin(part, most - between.length)
      if (rows === null) continue
      const text = render(part, rows)
      kept.set(part, { rows, text })
      room += own - text.length - between.length
    }
  return kept
}

/** How many rows there is room for; null where a part without any of its rows would say nothing. */
function rowsWithin(part: Part, room: number): number | null {
  const { rows } = part
  if (render(part, rows.length).length <= room) return rows.length
  let [low, high] = [0, rows.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (render(part, middle).length <= room) low = middle
    else high = middle - 1
  }
  return low > 0 && render(part, low).length <= room ? low : null
}

function wordLeftOut(parts: readonly Part[], kept: ReadonlyMap<Part, Kept>, elsewhere: string): string {
  const names = new Map<string, number>()
  for (const part of parts) {
    const left = Math.max(part.rows.length, 1) - (kept.has(part) ? Math.max(kept.get(part)!.rows, 1) : 0)
    if (left > 0) names.set(part.name, (names.get(part.name) ?? 0) + left)
  }
  const words = [...names].map(([name, left]) => `${name} ${left}件`)
  return `> **長いため、省いたものがあります。** ${words.join('、')}。${elsewhere}`
}
