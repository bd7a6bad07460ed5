import { addDays } from '../../src/calendar.ts'
import type { GridCell } from '../../src/sheets/grid.ts'
import { type Parts, placeOf, tagsIn } from './tags.ts'

/** The styles whose format shows a day by its era, as 令和8年4月1日 or R8.4.1: the library takes such cells for numbers. */
export function eraStyles(parts: Parts): ReadonlySet<string> {
  const styles = parts.get('xl/styles.xml') ?? ''
  const eras = new Set(
    tagsIn(styles, 'numFmt').flatMap(({ numFmtId = '', formatCode = '' }) => (isEra(formatCode) ? [numFmtId] : [])),
  )
  const formats = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? ''
  return new Set(
    tagsIn(formats, 'xf').flatMap(({ numFmtId = '' }, index) => (eras.has(numFmtId) ? [String(index)] : [])),
  )
}

/** `e` is the year of an era; what stands in quotes and brackets is no sign, and 0, # and ? make a number of it. */
function isEra(format: string): boolean {
  const signs = format.replaceAll('&quot;', '"').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /e/i.test(signs) && /m/i.test(signs) && !/[0#?]/.test(signs)
}

/** The cells with their days: those of such a style that hold a number. */
export function withEras(
  cells: readonly (readonly GridCell[])[],
  sheet: string,
  styles: ReadonlySet<string>,
  firstDay: string,
): GridCell[][] {
  const days = cells.map((row) => [...row])
  if (styles.size === 0) return days
  for (const { r = '', s = '' } of tagsIn(sheet, 'c')) {
    const place = styles.has(s) ? placeOf(r) : null
    const row = place === null ? undefined : days[place.row]
    const cell = place === null ? undefined : row?.[place.column]
    if (row !== undefined && place !== null && typeof cell === 'number' && cell >= 1)
      row[place.column] = { day: addDays(firstDay, Math.floor(cell)) }
  }
  return days
}

/** The day before the first: that of Windows, or the other that some books of the Mac have. */
export const firstDayOf = (parts: Parts): string =>
  tagsIn(parts.get('xl/workbook.xml') ?? '', 'workbookPr').some(({ date1904 }) => /^(1|true)$/.test(date1904 ?? ''))
    ? '1904-01-01'
    : '1899-12-30'
