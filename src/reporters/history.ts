import { type Told, wordField } from '../history.ts'
import { label } from '../vocabulary.ts'
import { wareki, weekday } from '../wareki.ts'
import { coloured, plain, type Style } from './style.ts'
import { visible } from './visible.ts'

export type HistoryReport = { file: string; history: readonly Told[]; colour: boolean }

/** The shape that other programs read. */
export const historyJson = ({ file, history }: HistoryReport): string =>
  `${JSON.stringify({ version: 1, file, history }, null, 2)}\n`

/** So many fields tell what a commit was about. */
const shownFields = 5
const shortId = 8

/** For people: one paragraph a commit, the oldest first. */
export function historyTerminal({ file, history, colour }: HistoryReport): string {
  const style = colour ? coloured : plain
  const heading = style('strong', `${visible(file)} の変更: ${history.length}件`)
  return `${[heading, ...history.map((told) => paragraph(told, style))].join('\n')}\n`
}

function paragraph({ commit, date, author, transition, changes }: Told, style: Style): string {
  const words = [
    `  ${date} ${wareki(date)}（${weekday(date)}）`,
    style('strong', label('transition', transition)),
    `${visible(author)}（${commit.slice(0, shortId)}）`,
  ]
  const shown = changes.slice(0, shownFields).map((field) => `      ${visible(wordField(field))}`)
  const more = changes.length - shown.length
  return [words.join('  '), ...shown, ...(more > 0 ? [`      ほか${more}件`] : [])].join('\n')
}
