import stringWidth from 'string-width'
import { type Drawn, type Explanation, type Part, statusLabel } from '../explain/topic.ts'
import { alignColumns, padded } from './columns.ts'
import { coloured, plain, type Style } from './style.ts'
import { wrap, wrapIndented } from './wrap.ts'

export type Screen = { width: number; colour: boolean }

const indent = '  '

/** An explanation for people: its name, what takes one line side by side, and the rest below headings. */
export function renderExplanation({ name, parts }: Explanation, { width, colour }: Screen): string {
  const style = colour ? coloured : plain
  const widest = Math.max(0, ...parts.filter(isShort).map(({ heading }) => stringWidth(heading)))
  const blocks = parts.map((part) =>
    isShort(part) ? shortLines(part, widest, width, style) : longLines(part, width, style),
  )
  const lines = blocks.flatMap((block, index) =>
    index > 0 && isShort(parts[index]!) && isShort(parts[index - 1]!) ? block : ['', ...block],
  )
  return `${[style('strong', name), ...lines].join('\n')}\n`
}

const isShort = ({ lines, table }: Part): boolean => table === undefined && lines?.length === 1

function shortLines({ heading, lines = [] }: Part, widest: number, width: number, style: Style): string[] {
  const [first = '', ...rest] = wrap(lines[0] ?? '', Math.max(20, width - widest - indent.length))
  const margin = ' '.repeat(widest + indent.length)
  return [`${style('strong', padded(heading, widest))}${indent}${first}`, ...rest.map((line) => margin + line)]
}

function longLines({ heading, lines = [], table }: Part, width: number, style: Style): string[] {
  const below = lines.flatMap((line) => wrapIndented(indent + line, width))
  const drawn = table === undefined ? [] : tableLines(table, width - indent.length).map((line) => indent + line)
  return [style('strong', heading), ...below, ...drawn]
}

/** Hyphens under the header: box-drawing characters differ in width from screen to screen. */
function tableLines({ header, rows, status, note }: Drawn, width: number): string[] {
  const [titles = [], ...body] = alignColumns([header, ...rows], width)
  const ruler = '-'.repeat(Math.max(...[titles, ...body].flat().map((line) => stringWidth(line))))
  const origin =
    status === 'reconstruction' && note !== '' ? wrapIndented(`${statusLabel(status)}: ${note}`, width) : []
  return [...titles, ruler, ...body.flat(), ...origin]
}
