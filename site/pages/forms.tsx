import { assess } from '../../src/assess.ts'
import { readingOf } from '../../src/check.ts'
import type { Form } from '../../src/explain/knowledge.ts'
import { formDocument } from '../../src/exporters/form.ts'
import { checksBy } from '../../src/exporters/form-checks.ts'
import { formBody } from '../../src/exporters/form-html.ts'
import type { Filling, FormDocument } from '../../src/form/document.ts'
import { legible } from '../../src/form/entries.ts'
import { oneLine } from '../../src/reporters/one-line.ts'
import { formsFor } from '../forms/which.ts'
import { formsLink, links, useLink } from '../links.ts'
import type { Page } from '../page.tsx'
import { Bar } from '../papers/bar.tsx'
import { Link } from '../parts/link.tsx'
import type { Site, Use } from '../site.ts'

/** The forms of each use, filled in; whoever comes for one of them sees and prints that one alone. */
export const formsPages = (site: Site): Page[] => site.uses.flatMap((use) => filledPage(use, site))

/** All forms without a use, to be filled in by hand. */
export const blankFormsPage = ({ knowledge: { forms, tables } }: Site): Page =>
  papers({
    path: formsLink(null),
    title: '様式（白紙）',
    back: { to: links.guideline, name: '基準' },
    sheets: forms.map((table): Sheet => ({ ...table, document: formDocument(table, tables, null) })),
  })

function filledPage({ path, source, sha256, row }: Use, { knowledge, context }: Site): Page[] {
  if (!source.readable) return []
  const { value, refused, file } = source
  const filling: Filling = {
    service: legible(readingOf(value, refused)),
    assessment: assess(value, context.policies),
    origin: { file, sha256 },
  }
  const wanted = formsFor(filling.assessment, filling.service)
  if (wanted.length === 0) return []
  const sheets = knowledge.forms
    .filter(({ form }) => wanted.includes(form))
    .map((table): Sheet => {
      // A check that nobody has made yet is there to be made.
      const which = checksBy(table.form, filling.service).length === 0 ? 'next' : 'newest'
      return { ...table, document: formDocument(table, knowledge.tables, filling, which) }
    })
  const name = oneLine(row.name ?? row.file)
  const title = `${name}（${oneLine(row.departmentName ?? row.department)}）の様式`
  return [papers({ path: formsLink(path), title, back: { to: useLink(path), name }, sheets })]
}

/** A form as it is to be printed. */
type Sheet = Form & { document: FormDocument }
type Papers = { path: string; title: string; back: { to: string; name: string }; sheets: readonly Sheet[] }

const papers = ({ path, title, back, sheets }: Papers): Page => ({
  path,
  title,
  under: null,
  papers: 'forms.css',
  scripts: ['print.js'],
  body: (
    <>
      <Bar back={back} print="見えている様式を印刷する">
        <h1>{title}</h1>
        <nav aria-label="様式">
          <ul>
            {sheets.map(({ form, title: name }) => (
              <li key={form}>
                <a href={`#form-${form}`} title={name}>
                  様式{form}だけ
                </a>
              </li>
            ))}
            <li>
              <Link to={path}>すべて</Link>
            </li>
          </ul>
        </nav>
      </Bar>
      <main>
        {sheets.map(({ form, document }) => (
          <section
            key={form}
            id={`form-${form}`}
            class={`form form-${form}`}
            aria-label={`様式${form}`}
            // What the command line writes: every value in it is escaped there.
            dangerouslySetInnerHTML={{ __html: bodyOf(document) }}
          />
        ))}
      </main>
    </>
  ),
})

const bodyOf = (document: FormDocument): string =>
  formBody(document, 'h2')
    .map(({ html }) => html)
    .join('\n')
