import { assess } from '../../src/assess.ts'
import { readingOf } from '../../src/check.ts'
import { formDocument } from '../../src/exporters/form.ts'
import { checksBy } from '../../src/exporters/form-checks.ts'
import type { Filling } from '../../src/form/document.ts'
import { legible } from '../../src/form/entries.ts'
import { visible } from '../../src/reporters/visible.ts'
import { formsLink, links, useLink } from '../links.ts'
import type { Site, Use } from '../site.ts'
import { formsPage, type Sheet } from './page.tsx'
import { formsStyle } from './style.ts'
import { formsFor } from './which.ts'

/** The forms of each use, the blank ones, and how they look. What is public has no filled ones. */
export function formsData(site: Site): Record<string, string> {
  const filled = site.edition === 'public' ? [] : site.uses.flatMap((use) => filledPage(use, site))
  return {
    ...Object.fromEntries(filled),
    [formsLink(null)]: blankPage(site),
    'forms.css': formsStyle(site.knowledge.forms),
  }
}

const blankPage = ({ knowledge: { forms, tables } }: Site): string =>
  formsPage({
    root: '',
    title: '様式（白紙）',
    back: { to: links.guideline, name: '基準' },
    sheets: forms.map((table): Sheet => ({ ...table, document: formDocument(table, tables, null) })),
  })

function filledPage({ path, source, sha256, row }: Use, { knowledge, context }: Site): [path: string, page: string][] {
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
  const name = visible(row.name ?? row.file)
  const page = formsPage({ root: '../../../', title: `${name}の様式`, back: { to: useLink(path), name }, sheets })
  return [[formsLink(path), page]]
}
