import type { Knowledge } from '../../../src/explain/knowledge.ts'
import { guidelinePages, placeOfForm } from '../../../src/explain/places.ts'
import { sectionLink } from '../../links.ts'
import { type Page, Title } from '../../page.tsx'
import { Mark } from '../../parts/guideline/origin.tsx'
import { SearchBox } from '../../parts/guideline/search-box.tsx'
import { Link } from '../../parts/link.tsx'

/** The way into the guideline: search, its sections, and what goes across them. */
export const contentsPage = (knowledge: Knowledge): Page => ({
  path: guidelinePages.contents,
  title: '基準',
  under: 'guideline',
  scripts: ['guideline-search.js'],
  body: (
    <>
      <Title lead="外部サービス利用ガイドラインの節ごとに、条項・表・規則・様式と、その読み方を載せています。">
        基準
      </Title>
      <SearchBox />
      <h2>節から読む</h2>
      <Sections knowledge={knowledge} />
      <h2>横断して見る</h2>
      <ul class="doors">
        {across.map(([to, name, what]) => (
          <li key={to}>
            <h3>
              <Link to={to}>{name}</Link>
            </h3>
            <p>{what}</p>
          </li>
        ))}
      </ul>
      <h2>様式から読む</h2>
      <ul class="plain-list spaced">
        {knowledge.forms.map(({ form, title, when, status }) => (
          <li key={form}>
            <Link to={placeOfForm(form, knowledge.forms)}>
              様式{form} {title}
            </Link>{' '}
            <Mark status={status} />
            <p class="note">{when}</p>
          </li>
        ))}
      </ul>
    </>
  ),
})

const across = [
  [guidelinePages.decisions, '判定の早見表', '区分・接続元・情報・料金の組合せごとに、使えるか、何を出すかを見ます。'],
  [guidelinePages.interpretations, '本文の読み方', '本文だけでは決まらない点を、どう読んでいるかと、その理由です。'],
  [guidelinePages.services, '名前の挙がっているサービス', '製品の名前から、区分と、申請を省略できるかを調べます。'],
  [guidelinePages.words, '判定の言葉と選択肢', '判定・指摘・条件の意味と、項目に書く語の一覧です。'],
  [guidelinePages.fields, 'ファイルの書き方と項目', '利用のファイルに何をどう書くかと、項目の説明です。'],
] as const

const Sections = ({ knowledge: { sections, clauses, policies, forms } }: { knowledge: Knowledge }) => (
  <ol class="sections">
    {sections.map(({ number, title, subsections = [] }) => {
      const counts = [
        `条項 ${clauses.filter(({ section }) => section === number).length}`,
        `規則 ${Object.values(policies.rules).filter(({ section }) => section === number).length}`,
        ...forms.filter(({ section }) => section === number).map(({ form }) => `様式${form}`),
      ]
      return (
        <li key={number}>
          <span class="number">{number}</span>
          <div>
            <Link to={sectionLink(number)}>{title}</Link>
            <p class="note">{counts.join('・')}</p>
            {subsections.length > 0 && (
              <ul class="inline-list">
                {subsections.map((subsection) => (
                  <li key={subsection.number}>
                    <Link to={sectionLink(`${number}-${subsection.number}`)}>
                      {subsection.number} {subsection.title}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      )
    })}
  </ol>
)
