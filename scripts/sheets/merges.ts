import type { Merge } from '../../src/sheets/grid.ts'
import { type Parts, placeOf, tagsIn } from './tags.ts'

/** At most this many cells between the first and the last of a sheet: one far away would fill the memory. */
const cellLimit = 2_000_000

/** The text of each sheet, by its name. */
export function sheetTexts(parts: Parts): Map<string, string> {
  const targets = new Map(
    tagsIn(parts.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map(({ Id = '', Target = '' }) => [
      Id,
      Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`,
    ]),
  )
  return new Map(
    tagsIn(parts.get('xl/workbook.xml') ?? '', 'sheet').map((sheet) => [
      unescaped(sheet.name ?? ''),
      parts.get(targets.get(sheet['r:id'] ?? '') ?? '') ?? '',
    ]),
  )
}

export const mergesIn = (text: string): Merge[] =>
  tagsIn(text, 'mergeCell').flatMap(({ ref = '' }) => {
    const [from, to] = ref.split(':').map(placeOf)
    if (from == null || to == null) return []
    return [{ top: from.row, left: from.column, bottom: to.row, right: to.column }]
  })

/** Whether the cells of a sheet lie so far apart that its table would be enormous. */
export function isTooWide(text: string): boolean {
  let [rows, columns] = [0, 0]
  for (const [, name = ''] of text.matchAll(/<(?:\w+:)?c\s[^>]*?\br="([A-Z]+\d+)"/g)) {
    const place = placeOf(name)
    rows = Math.max(rows, (place?.row ?? 0) + 1)
    columns = Math.max(columns, (place?.column ?? 0) + 1)
  }
  for (const [, row = ''] of text.matchAll(/<(?:\w+:)?row\s[^>]*?\br="(\d+)"/g)) rows = Math.max(rows, Number(row))
  return rows * Math.max(columns, 1) > cellLimit
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
