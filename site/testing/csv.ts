import { parse } from 'csv-parse/sync'

/** The rows of a file of values as another tool reads it. */
export const parseCsv = (bytes: Uint8Array): string[][] => parse(Buffer.from(bytes), { bom: true })
