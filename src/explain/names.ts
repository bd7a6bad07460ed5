import { pathOf } from '../fields.ts'
import { fields } from '../generated/fields.ts'
import { idsOf, label } from '../vocabulary.ts'
import type { Knowledge } from './knowledge.ts'
import { readings } from './readings.ts'
import { tablesOf } from './tables.ts'
import type { Kind } from './topic.ts'

/** One thing that can be explained, under every name that people may write. */
export type Name = { kind: Kind; id: string; written: readonly string[]; folded: readonly string[] }

/** Full-width letters, case, spaces and the many dashes of Japanese keyboards make no difference. */
export const fold = (text: string): string =>
  text
    .replaceAll(/[①-⑳]/gu, (symbol) => `<${symbol.codePointAt(0)! - '①'.codePointAt(0)! + 1}>`)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‐‑‒–—―−]/gu, '-')
    .replaceAll(/\s/gu, '')

const cache = new WeakMap<Knowledge, Name[]>()

export function namesOf(knowledge: Knowledge): Name[] {
  const found = cache.get(knowledge) ?? listNames(knowledge)
  cache.set(knowledge, found)
  return found
}

/** In the order in which they win: an id before a title, the guideline's own numbers before ours. */
function listNames(knowledge: Knowledge): Name[] {
  const { policies, sections, clauses, forms, interpretations, tables } = knowledge
  return [
    ...Object.entries(policies.rules).map(([id, { title }]) => name('rule', id, id, title)),
    ...sections.map(({ number, title }) => name('section', number, ...sectionNames(number), title)),
    ...sections.flatMap(({ number, subsections = [] }) =>
      subsections.map((below) => {
        const id = `${number}-${below.number}`
        const spelt = [id, `${number}${below.number}`, `第${number}節${below.number}`, `第${number}節の${below.number}`]
        return name('section', id, ...spelt, ...spelt.slice(0, 2).map((one) => `§${one}`))
      }),
    ),
    ...clauses.map(({ id }) => name('clause', id, id, `条項${id}`)),
    ...forms.map(({ form, section, title }) => {
      const file = `${folderOf(section, knowledge)}/form-${form}`
      return name('form', `form${form}`, `様式${form}`, `form${form}`, `form-${form}`, `第${form}号様式`, file, title)
    }),
    ...forms.flatMap(({ items = [] }) => items.map(({ id }) => name('item', id, id))),
    ...interpretations.map(({ number }) =>
      name('interpretation', String(number), `#${number}`, `解釈${number}`, `解釈#${number}`),
    ),
    ...tables.criteria.rows.map(({ number, id, title }) =>
      name('criterion', String(number), ...criterionNames(number), id, title),
    ),
    ...tables.measures.rows.map(({ number, id, symbol, title }) =>
      name('measure', String(number), symbol, `§15${symbol}`, `15${symbol}`, `15-${symbol}`, id, title),
    ),
    ...tables.knownServices.services.map((service) => name('service', service.name, service.name, ...service.aliases)),
    ...tables.exemptions.rows.map(({ id, label: title }) =>
      name('exemption', String(id), String(id), title, label('exemption', id)),
    ),
    ...tables.risks.rows.map(({ id, label: title, number }) => name('risk', id, id, title, `リスク${number}`)),
    ...idsOf('condition').map((id) => name('condition', String(id), String(id), label('condition', id))),
    ...idsOf('outcome').map((id) => name('outcome', String(id), String(id), label('outcome', id))),
    ...idsOf('verdict').map((id) => name('verdict', String(id), String(id), label('verdict', id))),
    ...Object.keys(policies.rules).map((id) => name('rule', id, id, shortName(id, knowledge))),
    ...Object.entries(readings).map(([id, { title }]) => name('reading', id, id, title)),
    ...tablesOf(knowledge).map(({ id, title }) => name('table', id, id, id.split('/')[1]!, title)),
    name('table', '07-selection/criteria', '別表'),
    ...Object.entries(fields)
      .filter(([pointer]) => pointer !== '' && !pointer.includes('*'))
      .map(([pointer, { title }]) => name('field', pointer, pointer, pathOf(pointer), title)),
  ]
}

function name(kind: Kind, id: string, ...spellings: readonly (string | undefined)[]): Name {
  const written = spellings.filter((one) => one !== undefined)
  return { kind, id, written, folded: written.map(fold) }
}

const sectionNames = (number: string): string[] => [
  `§${number}`,
  number,
  `第${number}節`,
  `${number}節`,
  `第${number}`,
  `ガイドライン${number}`,
]

const criterionNames = (number: number | string): string[] => {
  const spelt = [
    `別表${number}`,
    `別表no.${number}`,
    `別表no${number}`,
    `別表の${number}`,
    `no.${number}`,
    `no${number}`,
  ]
  return typeof number === 'string' ? [...spelt, number] : spelt
}

/** The last part of an id, where only one rule has it. */
function shortName(id: string, { policies }: Knowledge): string | undefined {
  const last = id.split('/')[1]!
  const namesakes = Object.keys(policies.rules).filter((other) => other.endsWith(`/${last}`))
  return namesakes.length === 1 ? last : undefined
}

/** Folders begin with the number of their section. */
function folderOf(section: string, { policies }: Knowledge): string {
  const prefix = `${section.padStart(2, '0')}-`
  return (
    Object.keys(policies.rules)
      .find((id) => id.startsWith(prefix))
      ?.split('/')[0] ?? prefix
  )
}
