import type { Knowledge } from '../../../src/explain/knowledge.ts'
import { anchorOfField, guidelinePages, placeOfForm } from '../../../src/explain/places.ts'
import { readings } from '../../../src/explain/readings.ts'
import { fieldAt, fieldsBelow, pathOf } from '../../../src/fields.ts'
import { domains } from '../../../src/generated/domains.ts'
import { fields } from '../../../src/generated/fields.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { idsOf, label, type Term } from '../../../src/vocabulary.ts'
import { type Page, Title } from '../../page.tsx'
import { Guideline, OnThisPage } from '../../parts/guideline/frame.tsx'
import { useKnowledge } from '../../parts/guideline/known.ts'
import { Listed } from '../../parts/guideline/topic-link.tsx'
import { Link } from '../../parts/link.tsx'
import { Table } from '../../parts/table.tsx'

const title = 'ファイルの書き方と項目'
const blocks = fieldsBelow('').map((name) => `/${name}`)

/** What is looked at before the rules, and every field: a finding about how a file is written leads here. */
export const fieldsPage = (knowledge: Knowledge): Page => ({
  path: guidelinePages.fields,
  title,
  under: 'guideline',
  body: (
    <Guideline knowledge={knowledge} name={title}>
      <Title lead="利用1件は1つのファイルです。申請ウィザードを使えば、書き方を知らなくても作れます。">{title}</Title>
      <div class="beside">
        <OnThisPage entries={entries} />
        <div>
          <h2 id="readings">規則より前に見るもの</h2>
          <p>ガイドラインの規則より前に、ファイルが読めるかどうかを見ます。</p>
          {Object.keys(readings).map((id) => (
            <ReadingOf key={id} id={id} />
          ))}
          {blocks.map((block) => (
            <Block key={block} pointer={block} />
          ))}
        </div>
      </div>
    </Guideline>
  ),
})

const entries = [
  {
    anchor: 'readings',
    name: '規則より前に見るもの',
    below: Object.entries(readings).map(([id, reading]) => ({ anchor: id, name: reading.title })),
  },
  ...blocks.map((block) => ({ anchor: anchorOfField(block), name: fieldAt(block)!.title })),
]

const ReadingOf = ({ id }: { id: string }) => {
  const reading = readings[id]!
  return (
    <article id={id}>
      <h3>{reading.title}</h3>
      <p class="rule-name">
        <code>{id}</code>
      </p>
      <ul>
        {reading.demands.map((demand) => (
          <li key={demand}>{demand}</li>
        ))}
      </ul>
      <p>{reading.next}</p>
    </article>
  )
}

/** All that stands below, lists unfolded; the items of a list of plain values are the list itself. */
const below = (block: Pointer): Pointer[] =>
  Object.keys(fields).filter((pointer) => pointer.startsWith(`${block}/`) && !pointer.endsWith('/*'))

const Block = ({ pointer }: { pointer: Pointer }) => {
  const { title: name, description } = fieldAt(pointer)!
  const rows = below(pointer)
  return (
    <section>
      <h2 id={anchorOfField(pointer)}>{name}</h2>
      <p>
        {description} <code>{pathOf(pointer)}</code>
      </p>
      <Table
        caption={`${name}の項目`}
        captionHidden
        headings={[
          { name: '項目', width: 'wide' },
          { name: '書くこと', width: 'wide' },
          { name: '選択肢', width: 'wide' },
          { name: '記入' },
          { name: '様式' },
        ]}
        ids={rows.map(anchorOfField)}
        rows={rows.map((row) => [
          <Name key="name" pointer={row} />,
          <Told key="told" pointer={row} />,
          <Options key="options" pointer={row} />,
          fieldAt(row)!.required ? 'いつも' : '求められたとき',
          <Forms key="forms" pointer={row} />,
        ])}
      />
    </section>
  )
}

const Name = ({ pointer }: { pointer: Pointer }) => (
  <>
    {fieldAt(pointer)!.title}
    <p>
      <code>{pathOf(pointer).replaceAll('.*', '[]')}</code>
    </p>
  </>
)

const Told = ({ pointer }: { pointer: Pointer }) => {
  const question = useKnowledge().policies.questions[pointer]
  return (
    <>
      {fieldAt(pointer)!.description}
      {question !== undefined && <p class="note">尋ね方: {question}</p>}
      {pointer in domains && <p class="note">利用できるかどうかの判定に使います。</p>}
    </>
  )
}

const Options = ({ pointer }: { pointer: Pointer }) => {
  const { term } = fieldAt(pointer)!
  if (term === undefined) return null
  return (
    <ul class="plain-list">
      {idsOf(term as Term).map((id) => (
        <li key={id}>
          {label(term as Term, id)} <code>{String(id)}</code>
        </li>
      ))}
    </ul>
  )
}

const Forms = ({ pointer }: { pointer: Pointer }) => {
  const { forms } = useKnowledge()
  return (
    <Listed
      items={forms
        .filter(({ fields: entries = [] }) => entries.some(({ place }) => [place].flat().includes(pointer)))
        .map(({ form }) => (
          <Link key={form} to={placeOfForm(form, forms)}>
            様式{form}
          </Link>
        ))}
    />
  )
}
