import type { ComponentChildren } from 'preact'
import type { Knowledge } from '../../../src/explain/knowledge.ts'
import { anchors, guidelinePages } from '../../../src/explain/places.ts'
import { outcomeMeanings, verdictMeanings, whenNeeded } from '../../../src/explain/words.ts'
import { aboutTerm, idsOf, label, type Term, terms } from '../../../src/vocabulary.ts'
import { type Page, Title } from '../../page.tsx'
import { Guideline, OnThisPage } from '../../parts/guideline/frame.tsx'
import { useKnowledge } from '../../parts/guideline/known.ts'
import { Table } from '../../parts/table.tsx'

/** Terms of which more is said than their labels. */
const explained: readonly Term[] = ['outcome', 'verdict', 'condition']
const listed = terms.filter((term) => !explained.includes(term))

export const wordsPage = (knowledge: Knowledge): Page => ({
  path: guidelinePages.words,
  title: '判定の言葉と選択肢',
  under: 'guideline',
  body: (
    <Guideline knowledge={knowledge} name="判定の言葉と選択肢">
      <Title lead="判定・指摘・条件の意味と、項目に書く語の一覧です。">判定の言葉と選択肢</Title>
      <div class="beside">
        <OnThisPage
          entries={[...explained, ...listed].map((term) => ({ anchor: term, name: aboutTerm(term).title }))}
        />
        <div>
          <Words term="outcome" meaning={(id) => outcomeMeanings[id]!} />
          <Words term="verdict" meaning={(id) => verdictMeanings[id]!} />
          <Words term="condition" meaning={(id) => <When condition={id} />} />
          {listed.map((term) => (
            <Choices key={term} term={term} />
          ))}
        </div>
      </div>
    </Guideline>
  ),
})

const Words = ({ term, meaning }: { term: Term; meaning: (id: string) => ComponentChildren }) => {
  const { title, description } = aboutTerm(term)
  const ids = idsOf(term).map(String)
  return (
    <section>
      <h2 id={term}>{title}</h2>
      <p>{description}</p>
      <Table
        caption={title}
        captionHidden
        headings={[{ name: '言葉' }, { name: '意味', width: 'wide' }, { name: '識別子' }]}
        ids={ids.map((id) => anchors.word(term, id))}
        rows={ids.map((id) => [label(term, id), meaning(id), <code key="id">{id}</code>])}
      />
    </section>
  )
}

const When = ({ condition }: { condition: string }) => (
  <>
    <p>次のときに要ります。</p>
    <ul class="plain-list">
      {whenNeeded(condition, useKnowledge()).map((when) => (
        <li key={when}>{when}</li>
      ))}
    </ul>
    <p>利用のファイルに、判断の理由か相談した日を書きます。情報政策課が、申請の審査で判断します。</p>
  </>
)

const Choices = ({ term }: { term: Term }) => {
  const { title, description } = aboutTerm(term)
  return (
    <section>
      <h2 id={term}>{title}</h2>
      <p>{description}</p>
      <Table
        caption={title}
        captionHidden
        headings={[{ name: '表示', width: 'wide' }, { name: '識別子' }]}
        rows={idsOf(term).map((id) => [label(term, id), <code key="id">{String(id)}</code>])}
      />
    </section>
  )
}
