import stringWidth from 'string-width'
import { wrap } from './wrap.ts'

const gap = '  '
const narrowest = 12

/** The lines of each row, in aligned columns; where the screen is too narrow the widest columns give way and their cells take several lines. */
export function alignColumns(rows: readonly (readonly string[])[], width: number): string[][] {
  const widths = widthsWithin(naturalWidths(rows), width)
  return rows.map((row) => {
    const cells = row.map((cell, index) => wrap(cell, widths[index]!))
    const height = Math.max(...cells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, index) => padded(lines[line] ?? '', widths[index]!))
        .join(gap)
        .trimEnd(),
    )
  })
}

const naturalWidths = (rows: readonly (readonly string[])[]): number[] =>
  (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => stringWidth(row[index] ?? ''))))

function widthsWithin(natural: readonly number[], width: number): number[] {
  const widths = [...natural]
  const room = width - gap.length * (widths.length - 1)
  for (;;) {
    const excess = widths.reduce((sum, one) => sum + one, 0) - room
    const widest = widths.indexOf(Math.max(...widths))
    if (excess <= 0 || widths[widest]! <= narrowest) return widths
    const second = Math.max(narrowest, ...widths.filter((_, index) => index !== widest))
    widths[widest] = Math.max(narrowest, widths[widest]! - excess, Math.min(second, widths[widest]! - 1))
  }
}

export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)))
