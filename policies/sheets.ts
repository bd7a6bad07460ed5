import type { Row, Sheets } from '../src/draft/draft.ts'
import { idsOf, label } from '../src/vocabulary.ts'
import { criteria, form1, form2, measures, risks } from './tables.ts'

type Form = typeof form1 | typeof form2

/** The places in the file which a form always asks for; facts that only some uses have are the rules' to demand. */
const placesOf = ({ fields }: Form): string[] =>
  fields
    .flatMap(({ need, place }) => (need === 'required' ? [place].flat() : []))
    .filter((place) => place.startsWith('/'))

const conditions = idsOf('condition').map((id): Row => ({ key: String(id), title: label('condition', id) }))

/** What somebody who writes a new application is asked for, row by row. */
export const sheets: Sheets = {
  rows: {
    conditions,
    risks: risks.rows.map((row) => ({ key: row.id, title: row.label })),
    criteria: criteria.rows.map(({ number, title }) => ({ key: String(number), title: `No.${number} ${title}` })),
    governmentCloud: measures.rows.map(({ number, symbol, title }) => ({
      key: String(number),
      title: `${symbol} ${title}`,
    })),
  },
  forms: { 1: placesOf(form1), 2: placesOf(form2) },
}
