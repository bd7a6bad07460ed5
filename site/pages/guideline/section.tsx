import type { Knowledge } from '../../../src/explain/knowledge.ts'
import { anchors } from '../../../src/explain/places.ts'
import { type AboutSection, aboutSection } from '../../../src/explain/sections.ts'
import { sectionLink } from '../../links.ts'
import { type Page, Title } from '../../page.tsx'
import { Clauses } from '../../parts/guideline/clauses.tsx'
import { FormOf } from '../../parts/guideline/form.tsx'
import { type Entry, Guideline, OnThisPage } from '../../parts/guideline/frame.tsx'
import { InterpretationLines } from '../../parts/guideline/interpretation.tsx'
import { RuleOf } from '../../parts/guideline/rule.tsx'
import { TableOf } from '../../parts/guideline/tables.tsx'
import { Link } from '../../parts/link.tsx'

/** A section of the guideline: its sentences, tables, rules, forms and readings. */
export function sectionPage(number: string, knowledge: Knowledge): Page {
  const about = aboutSection(number, knowledge)
  return {
    path: sectionLink(number),
    title: `第${number}節 ${about.title}`,
    under: 'guideline',
    body: (
      <Guideline knowledge={knowledge} name={`第${number}節`}>
        <Title>
          <span class="section-number">第{number}節</span> {about.title}
        </Title>
        <div class="beside">
          <OnThisPage entries={entriesOf(about)} />
          <div>
            <Body about={about} />
            <Neighbours number={number} knowledge={knowledge} />
          </div>
        </div>
      </Guideline>
    ),
  }
}

const Body = ({
  about: { number, clauses, subsections, tables, rules, forms, interpretations },
}: {
  about: AboutSection
}) => (
  <>
    <h2 id="clauses">条項と、その果たし方</h2>
    <Clauses clauses={clauses} subsections={subsections} number={number} />
    {tables.length > 0 && <h2 id="tables">表</h2>}
    {tables.map((table) => (
      <TableOf key={table.id} table={table} />
    ))}
    <h2 id="rules">規則</h2>
    {rules.map(({ id }) => (
      <RuleOf key={id} id={id} />
    ))}
    {forms.length > 0 && <h2 id="forms">様式</h2>}
    {forms.map((form) => (
      <FormOf key={form.form} form={form} />
    ))}
    {interpretations.length > 0 && (
      <>
        <h2 id="interpretations">採っている読み</h2>
        <InterpretationLines rows={interpretations} />
      </>
    )}
  </>
)

function entriesOf({ subsections, tables, rules, forms, interpretations }: AboutSection): Entry[] {
  const below = subsections.map(({ number, title }) => ({
    anchor: number.replace(/[()]/g, ''),
    name: `${number} ${title}`,
  }))
  const named = (anchor: string, name: string, entries: Entry[]): Entry[] =>
    entries.length === 0 ? [] : [{ anchor, name, below: entries }]
  return [
    { anchor: 'clauses', name: '条項と、その果たし方', below },
    ...named(
      'tables',
      '表',
      tables.map(({ id, title }) => ({ anchor: anchors.table(id), name: title })),
    ),
    ...named(
      'rules',
      '規則',
      rules.map(({ id, title }) => ({ anchor: id.split('/')[1]!, name: title })),
    ),
    ...named(
      'forms',
      '様式',
      forms.map(({ form, title }) => ({ anchor: anchors.form(form), name: `様式${form} ${title}` })),
    ),
    ...(interpretations.length === 0 ? [] : [{ anchor: 'interpretations', name: '採っている読み' }]),
  ]
}

const Neighbours = ({ number, knowledge: { sections } }: { number: string; knowledge: Knowledge }) => {
  const at = sections.findIndex((section) => section.number === number)
  const [before, after] = [sections[at - 1], sections[at + 1]]
  return (
    <nav class="neighbours" aria-label="前後の節">
      {before !== undefined && (
        <p>
          <span>前の節</span>
          <Link to={sectionLink(before.number)}>
            第{before.number}節 {before.title}
          </Link>
        </p>
      )}
      {after !== undefined && (
        <p class="after">
          <span>次の節</span>
          <Link to={sectionLink(after.number)}>
            第{after.number}節 {after.title}
          </Link>
        </p>
      )}
    </nav>
  )
}
