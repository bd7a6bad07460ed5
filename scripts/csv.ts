import { stringify } from 'csv-stringify/sync'

/** Rows as Excel opens them: a byte order mark, CRLF, and no cell that is taken for a formula. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  )
