import { clauseLines, type MetClause, metClause } from './clauses.ts'
import { contentsOf, headingOf } from './contents.ts'
import { formLine } from './forms.ts'
import { interpretationLines } from './interpretations.ts'
import type { Clause, Form, Interpretation, Knowledge, Subsection } from './knowledge.ts'
import { tablesOf } from './tables.ts'
import { type Drawn, type Explanation, markOf, type Part, partOf } from './topic.ts'

/** A section of the guideline, or what stands under one heading of it, with everything that belongs there. */
export type AboutSection = {
  number: string
  title: string
  /** Of the section itself; none where it is one of these that is asked for. */
  subsections: readonly Subsection[]
  under: Subsection | null
  clauses: MetClause[]
  rules: { id: string; title: string }[]
  tables: Drawn[]
  forms: Form[]
  interpretations: Interpretation[]
}

/** `section`: "9", or "9-(3)" for what stands under one heading of it. */
export function aboutSection(section: string, knowledge: Knowledge): AboutSection {
  const [number = '', below] = section.split('-')
  const { title, subsections = [] } = contentsOf(number, knowledge)
  const under = subsections.find((subsection) => subsection.number === below) ?? null
  const clauses = knowledge.clauses
    .filter((clause) => clause.section === number && (under === null || isUnder(clause, under)))
    .map((clause) => metClause(clause, knowledge))
  const ids = new Set(clauses.flatMap(({ ways }) => ways.map(({ id }) => id)))
  return {
    ...{ number, title: under?.title ?? title, subsections, under, clauses },
    rules: Object.entries(knowledge.policies.rules)
      .filter(([id, rule]) => rule.section === number && (under === null || ids.has(id)))
      .map(([id, rule]) => ({ id, title: rule.title })),
    tables: tablesOf(knowledge).filter(
      (table) => table.section === number && (under === null || table.rules.some((id) => ids.has(id))),
    ),
    forms: knowledge.forms.filter(
      (form) => form.section === number && (under === null || formIsUnder(form.form, clauses)),
    ),
    interpretations: knowledge.interpretations.filter(({ sections }) =>
      sections.some((cited) => cites(cited, section)),
    ),
  }
}

export function explainSection(section: string, knowledge: Knowledge): Explanation {
  const about = aboutSection(section, knowledge)
  const { number, title, subsections, under, clauses, rules, tables, forms, interpretations } = about
  return {
    name: `ガイドライン ${section}  ${title}`,
    topic: {
      kind: 'section',
      id: section,
      title,
      section: number,
      ...{ subsections: subsections.map((one) => ({ id: `${number}-${one.number}`, title: one.title })) },
      ...{ clauses, rules, tables: tables.map(({ rules: _, ...table }) => table) },
      ...{ forms: forms.map(({ form, title: name }) => ({ id: `form${form}`, title: name })), interpretations },
    },
    parts: [
      ...partOf('節', under !== null && headingOf(number, knowledge)),
      ...partOf('細目', ...(under === null ? subsections.map((one) => `${number}-${one.number} ${one.title}`) : [])),
      ...partOf('条項と、その果たし方', ...clauses.flatMap(clauseLines)),
      ...partOf('規則', ...rules.map((rule) => `${rule.id}  ${rule.title}`)),
      ...tables.map((table): Part => ({ heading: `表「${table.title}」${markOf(table.status)}`, table })),
      ...partOf('様式', ...forms.map(formLine)),
      ...partOf('解釈', ...interpretations.flatMap(interpretationLines)),
    ],
  }
}

const orderOf = (id: string): number => Number(id.split('-')[1])
/** Which clauses stand under a heading. */
export const isUnder = ({ id }: Pick<Clause, 'id'>, { clauses: [first = '', last = ''] }: Subsection): boolean =>
  orderOf(first) <= orderOf(id) && orderOf(id) <= orderOf(last)

/** A form belongs to the heading whose clauses name it. */
const formIsUnder = (form: number, clauses: readonly { text: string }[]): boolean =>
  clauses.some(({ text }) => text.includes(`様式${form}`))

/** 9-(3)(a) stands under 9-(3), and that under 9; what is cited as a whole holds for its parts too. */
const cites = (cited: string, section: string): boolean =>
  cited === section ||
  cited.startsWith(`${section}-`) ||
  cited.startsWith(`${section}(`) ||
  section.startsWith(`${cited}-`)

export function explainClause(id: string, knowledge: Knowledge): Explanation {
  const clause = metClause(knowledge.clauses.find((one) => one.id === id)!, knowledge)
  const { subsections = [] } = contentsOf(clause.section, knowledge)
  const heading = subsections.find((subsection) => isUnder(clause, subsection))
  const [section, order] = id.split('-')
  const namesake = subsections.find(({ number }) => number === `(${order})`)
  return {
    name: `ガイドラインの条項 ${id}`,
    topic: {
      kind: 'clause',
      id,
      title: clause.text,
      section: clause.section,
      ways: clause.ways,
      reason: clause.reason,
    },
    parts: [
      ...partOf(
        '節',
        headingOf(heading === undefined ? clause.section : `${clause.section}-${heading.number}`, knowledge),
      ),
      ...partOf('条項と、その果たし方', ...clauseLines(clause)),
      ...partOf(
        '似た番号',
        namesake && `細目 ${section}-${namesake.number}「${namesake.title}」は、かっこを付けて引きます。`,
      ),
    ],
  }
}
