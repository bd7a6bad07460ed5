import { wordStatus } from '../register/status.ts'

/** What a section has to do, as an issue: its marker tells it from all others, and stands first in the body. */
export type DepartmentIssue = {
  marker: string
  title: string
  body: string
  labels: string[]
  /** Whether anything is left to do. */
  isOpen: boolean
}

/** Behind the name of a use that somebody has stopped. */
export const stopped = `**（${wordStatus('suspended')}）** `

/** GitHub takes 65,536 characters; what stands around a list takes less than the rest. */
const room = 60_000

/** As many of these as an issue holds, and how many are not there. */
export function listed(items: readonly string[], limit = room): string[] {
  const shown: string[] = []
  let size = 0
  for (const item of items) {
    size += item.length + 1
    if (size > limit) break
    shown.push(item)
  }
  const hidden = items.length - shown.length
  return hidden > 0 ? [...shown, `- ほか${hidden}件`] : shown
}

const ticked = /^- \[x\] /i
const open = '- [ ] '

/** What somebody ticked stays ticked as long as it says the same: a new text would take the marks of people away. */
export function withTicks(body: string, before: string): string {
  const done = new Set(linesOf(before).flatMap((line) => (ticked.test(line) ? [line.slice(open.length)] : [])))
  return linesOf(body)
    .map((line) =>
      line.startsWith(open) && done.has(line.slice(open.length)) ? `- [x] ${line.slice(open.length)}` : line,
    )
    .join('\n')
}

/** A text that was edited in a browser has other line ends. */
const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/)
export const isSameText = (one: string, other: string): boolean =>
  linesOf(one).join('\n').trimEnd() === linesOf(other).join('\n').trimEnd()
