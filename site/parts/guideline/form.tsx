import { pointersOf, whoOf } from '../../../src/explain/forms.ts'
import type { CheckItem, Form, FormField } from '../../../src/explain/knowledge.ts'
import { anchors } from '../../../src/explain/places.ts'
import { certaintyLabel, needLabel } from '../../../src/explain/topic.ts'
import { pathOf } from '../../../src/fields.ts'
import { blankFormLink } from '../../links.ts'
import { Facts } from '../facts.tsx'
import { Link } from '../link.tsx'
import { Table } from '../table.tsx'
import { Mark, Origin } from './origin.tsx'
import { CriterionLinks, Listed, TopicLink } from './topic-link.tsx'

/** A form: when, by whom, its entries and where each stands in the file, its items to be checked. */
export const FormOf = ({ form }: { form: Form }) => {
  const { form: number, title, status, note, when, applies, decision, substitute, fields = [], items = [] } = form
  return (
    <section class="form-of" id={anchors.form(number)}>
      <h3>
        様式{number} {title} <Mark status={status} />
      </h3>
      <Origin status={status} note={note} />
      <Facts
        rows={[
          ['いつ', when],
          ['だれが', whoOf(form)],
          ...present('対象', applies),
          ...present('許可', decision),
          ...present('代わり', substitute),
        ]}
      />
      <p class="screen-only">
        <Link to={blankFormLink(number)}>様式{number}を白紙で印刷する</Link>
      </p>
      {items.length > 0 && <Items number={number} items={items} />}
      {fields.length > 0 && <Fields number={number} fields={fields} />}
    </section>
  )
}

const present = (name: string, value: string | undefined): [string, string][] =>
  value === undefined ? [] : [[name, value]]

const Fields = ({ number, fields }: { number: number; fields: readonly FormField[] }) => (
  <details class="rows">
    <summary>
      様式{number}の欄（{fields.length}）
    </summary>
    <Table
      caption={`様式${number}の欄`}
      captionHidden
      headings={[
        { name: '欄', width: 'wide' },
        { name: '記入' },
        { name: 'ファイルの中の場所' },
        { name: '確からしさ' },
      ]}
      rows={fields.map((field) => [
        <Label key="label" field={field} />,
        `${needLabel(field.need)}${field.condition === undefined ? '' : `（${field.condition}）`}`,
        <Places key="places" field={field} />,
        certaintyLabel(field.certainty),
      ])}
    />
  </details>
)

const Label = ({ field: { label, note } }: { field: FormField }) => (
  <>
    {label}
    {note !== undefined && <p class="note">{note}</p>}
  </>
)

const Places = ({ field }: { field: FormField }) => {
  const pointers = pointersOf(field)
  if (pointers.length === 0) return <span class="none">ほかの項目から求めます</span>
  return (
    <Listed
      items={pointers.map((pointer) => (
        <TopicLink key={pointer} kind="field" id={pointer}>
          <code>{pathOf(pointer)}</code>
        </TopicLink>
      ))}
    />
  )
}

const Items = ({ number, items }: { number: number; items: readonly CheckItem[] }) => (
  <Table
    caption={`様式${number}の点検項目`}
    captionHidden
    headings={[
      { name: '番号', width: 'narrow' },
      { name: '点検項目', width: 'wide' },
      { name: '確認の資料', width: 'wide' },
      { name: '関係する別表の行' },
      { name: '確からしさ' },
    ]}
    ids={items.map(({ id }) => id)}
    rows={items.map(({ id, text, evidence, condition, criteria = [], certainty }) => [
      id,
      <>
        {text}
        {condition !== undefined && <p class="note">答えるとき: {condition}</p>}
      </>,
      evidence,
      <CriterionLinks key="criteria" numbers={criteria} />,
      certaintyLabel(certainty),
    ])}
  />
)
