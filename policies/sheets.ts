import type { Row, Sheets } from '../src/draft/draft.ts'
import { idsOf, label } from '../src/vocabulary.ts'
import { criteria, form1, form2, form4, form5, form6, form7, measures, risks } from './tables.ts'

type Form = typeof form1 | typeof form2

/** The places in the file which a form always asks for; facts that only some uses have are the rules' to demand. */
const placesOf = ({ fields }: Form): string[] =>
  fields
    .flatMap(({ need, place }) => (need === 'required' ? [place].flat() : []))
    .filter((place) => place.startsWith('/'))

const conditions = idsOf('condition').map((id): Row => ({ key: String(id), title: label('condition', id) }))

const checklists = [form4, form5, form6, form7]

/** 様式5（運用・保守、重要情報あり）: the stage, and for whom where two forms are of one stage. */
function nameOf({ form, title, applies }: (typeof checklists)[number]): string {
  const stage = stageOf(title)
  const isShared = checklists.filter((other) => stageOf(other.title) === stage).length > 1
  return `様式${form}（${stage}${isShared ? `、${applies.replace(/（.*$/, '')}` : ''}）`
}
const stageOf = (title: string): string => title.replace(/に係る.*$/, '')

const titles = {
  '/checks/*/form': Object.fromEntries(checklists.map((list) => [list.form, nameOf(list)])),
  '/checks/*/items/*/id': Object.fromEntries(
    checklists.flatMap(({ items }) => items.map(({ id, text }) => [id, text.replace(/。$/, '')])),
  ),
}

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
  titles,
}
