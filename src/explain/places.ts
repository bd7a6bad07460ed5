import { keysOf, type Pointer } from '../pointer.ts'
import type { Knowledge } from './knowledge.ts'
import { readings } from './readings.ts'
import type { Kind } from './topic.ts'

/** Pages of the guideline that belong to no section, from the top folder of the site. */
export const guidelinePages = {
  contents: 'guideline/index.html',
  decisions: 'guideline/decisions.html',
  interpretations: 'guideline/interpretations.html',
  services: 'guideline/services.html',
  fields: 'guideline/fields.html',
  words: 'guideline/words.html',
} as const

const sectionPage = (number: string): string => `guideline/${number}.html`

/** The section "9", or "9-(3)" (and "9-(3)(a)", which has no heading of its own): the heading on the page of its section. */
export function placeOfSection(section: string): string {
  const [number = '', below = ''] = section.split('-')
  const heading = /^\((\d+)\)/.exec(below)?.[1]
  return heading === undefined ? sectionPage(number) : `${sectionPage(number)}#${heading}`
}

/** The rule 03-scope/network-matrix stands on the page of section 3; what is looked at before the rules, with the fields. */
export function placeOfRule(id: string): string {
  if (Object.hasOwn(readings, id)) return `${guidelinePages.fields}#${id}`
  const [folder = '', name = ''] = id.split('/')
  return `${sectionPage(String(Number.parseInt(folder, 10)))}#${name}`
}

/** Fields within a list stand once, whatever their number in it. */
export const anchorOfField = (pointer: Pointer): string =>
  keysOf(pointer)
    .filter((key) => key !== '*' && !/^\d+$/.test(key))
    .join('.')
const placeOfField = (pointer: Pointer): string => `${guidelinePages.fields}#${anchorOfField(pointer)}`

export const anchors = {
  clause: (id: string): string => `clause-${id.split('-')[1]}`,
  form: (number: number): string => `form-${number}`,
  table: (id: string): string => `table-${id.split('/')[1]}`,
  criterion: (number: number | string): string => `criterion-${number}`,
  measure: (number: number): string => `measure-${number}`,
  risk: (id: string): string => `risk-${id}`,
  exemption: (id: string): string => `exemption-${id}`,
  service: (name: string): string => name.replaceAll(/\s/g, '-'),
  word: (term: string, id: string): string => `${term}-${id}`,
}

type Known = Pick<Knowledge, 'forms' | 'tables'>

/** Where something that can be explained stands in the site; `id` as names and topics spell it. */
export function placeOf(kind: Kind, id: string, { forms, tables }: Known): string {
  const on = ({ section }: { section: string }, anchor: string): string => `${sectionPage(section)}#${anchor}`
  const places: Record<Kind, () => string> = {
    rule: () => placeOfRule(id),
    reading: () => placeOfRule(id),
    section: () => placeOfSection(id),
    clause: () => `${sectionPage(id.split('-')[0]!)}#${anchors.clause(id)}`,
    form: () => placeOfForm(Number(id.replace('form', '')), forms),
    item: () => on(forms.find(({ items = [] }) => items.some((item) => item.id === id))!, id),
    interpretation: () => `${guidelinePages.interpretations}#${id.replace('#', '')}`,
    criterion: () => on(tables.criteria, anchors.criterion(id.replace('別表', ''))),
    measure: () => on(tables.measures, anchors.measure(measureOf(id, tables))),
    risk: () => on(tables.risks, anchors.risk(id)),
    exemption: () => on(tables.exemptions, anchors.exemption(id)),
    service: () => `${guidelinePages.services}#${encodeURIComponent(anchors.service(id))}`,
    condition: () => `${guidelinePages.words}#${anchors.word('condition', id)}`,
    outcome: () => `${guidelinePages.words}#${anchors.word('outcome', id)}`,
    verdict: () => `${guidelinePages.words}#${anchors.word('verdict', id)}`,
    field: () => placeOfField(id),
    table: () => `${sectionPage(String(Number.parseInt(id, 10)))}#${anchors.table(id)}`,
  }
  return places[kind]()
}

export const placeOfForm = (form: number, forms: Knowledge['forms']): string =>
  `${sectionPage(forms.find((one) => one.form === form)!.section)}#${anchors.form(form)}`

/** "7", or 「§15⑦」. */
const measureOf = (id: string, { measures }: Knowledge['tables']): number =>
  measures.rows.find(({ number, symbol }) => id === String(number) || id.endsWith(symbol))!.number
