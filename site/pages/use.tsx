import type { VNode } from 'preact'
import { sectionsOf } from '../../src/explain/grounds.ts'
import { entriesAt } from '../../src/form/entries.ts'
import type { Pointer } from '../../src/pointer.ts'
import { oneLine } from '../../src/reporters/one-line.ts'
import { formsFor } from '../forms/which.ts'
import { links, useLink } from '../links.ts'
import { type Page, Title } from '../page.tsx'
import { Contents } from '../parts/contents.tsx'
import { Grounds } from '../parts/grounds.tsx'
import { Link } from '../parts/link.tsx'
import type { Site } from '../site.ts'
import { Block, Content, holdsBlock, titleOfBlock } from '../use/block.tsx'
import { Checks, Confirmations } from '../use/checks.tsx'
import { Conditions, hasConditions } from '../use/conditions.tsx'
import { Criteria } from '../use/criteria.tsx'
import { Findings } from '../use/findings.tsx'
import { Forms } from '../use/forms.tsx'
import { Head } from '../use/head.tsx'
import { Life } from '../use/life.tsx'
import { Measures, Risks } from '../use/lists.tsx'
import { File, History, Records } from '../use/records.tsx'
import { type UseView, viewsOf } from '../use/view.ts'

/** A page for each use. */
export const usePages = (site: Site): Page[] => viewsOf(site).map(usePage)

const usePage = (view: UseView): Page => {
  const { path, row } = view
  const name = oneLine(row.name ?? row.file)
  const section = oneLine(row.departmentName ?? row.department)
  const parts = partsOf(view).filter(({ isThere }) => isThere)
  return {
    path: useLink(path),
    title: `${name}（${section}）`,
    under: 'register',
    body: (
      <>
        <nav aria-label="パンくず" class="crumbs">
          <Link to={links.register}>台帳</Link> › {row.number ?? name}
        </nav>
        <Title
          lead={[row.number, section, row.manager]
            .filter((word) => word !== null)
            .map(oneLine)
            .join('　')}
        >
          {name}
        </Title>
        <Head view={view} />
        <Contents parts={parts} />
        {parts.map(({ id, title, body, at }) => (
          <section key={id}>
            <h2 id={id}>{title}</h2>
            {at !== undefined && <Grounds sections={sectionsOf(at, view.knowledge.clauses)} />}
            {body()}
          </section>
        ))}
      </>
    ),
  }
}

/** `at`: where it stands in the file, for the sections that ask for it. */
type Part = { id: string; title: string; isThere: boolean; body(): VNode; at?: Pointer }

/** The parts of the page; what a use does not have is left out. */
function partsOf(view: UseView): Part[] {
  const { stated, findings, life, permission, history, knowledge, assessment, site } = view
  const part = (id: string, title: string, isThere: boolean, body: () => VNode): Part => ({ id, title, isThere, body })
  const block = (id: string): Part =>
    part(id, titleOfBlock(id), holdsBlock(stated, id), () => (
      <Block stated={stated} block={id} clauses={knowledge.clauses} />
    ))
  const list = (id: string, title: string, isAsked: boolean, body: () => VNode): Part => ({
    ...part(id, title, isAsked || entriesAt(stated, `/${id}`).length > 0, body),
    at: `/${id}`,
  })
  const { criteria, measures = [] } = assessment
  return [
    part('life', '経過とこれから', life.length > 0, () => <Life events={life} asOf={site.asOf} />),
    part('findings', '点検の指摘', findings.length > 0, () => <Findings view={view} />),
    part('conditions', '利用の条件', hasConditions(view), () => <Conditions view={view} />),
    block('suspension'),
    block('termination'),
    part('content', '何を、どう使うか', view.source.readable, () => <Content view={view} />),
    list('criteria', '別表の確認結果', (criteria?.required.length ?? 0) > 0, () => <Criteria view={view} />),
    list('risks', 'リスクの検討結果', false, () => <Risks view={view} />),
    list('governmentCloud', 'ガバメントクラウドの対策', measures.length > 0, () => <Measures view={view} />),
    list('checks', '点検の記録', false, () => <Checks view={view} />),
    list('confirmations', '利用状況の確認', false, () => <Confirmations view={view} />),
    part('forms', '様式', formsFor(assessment, stated).length > 0, () => <Forms view={view} />),
    part('records', '決定の記録', (permission?.records.length ?? 0) > 0, () => <Records view={view} />),
    part('history', '変更の履歴', history.length > 0, () => <History view={view} />),
    part('file', 'ファイル', true, () => <File view={view} />),
  ]
}
