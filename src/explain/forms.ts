import { pathOf } from '../fields.ts'
import { headingOf } from './contents.ts'
import type { CheckItem, Form, FormField, Knowledge } from './knowledge.ts'
import {
  certaintyLabel,
  type Drawn,
  type Explanation,
  markOf,
  needLabel,
  partOf,
  statusLabel,
  wordCriteria,
} from './topic.ts'

export const formLine = ({ form, title, when, status }: Form): string =>
  `様式${form}${markOf(status)} ${title}: ${when}`

export function explainForm(id: string, knowledge: Knowledge): Explanation {
  const found = knowledge.forms.find(({ form }) => `form${form}` === id)!
  const { form, title, section, status, note, when, applies, decision, substitute, fields = [], items = [] } = found
  const who = whoOf(found)
  return {
    name: `様式${form}${markOf(status)}  ${title}`,
    topic: {
      kind: 'form',
      id,
      title,
      section,
      ...{ number: form, status, note, when, who, applies: applies ?? null, decision: decision ?? null },
      ...{ substitute: substitute ?? null, fields: fields.map(fieldData), items: items.map(itemData) },
    },
    parts: [
      ...partOf('節', headingOf(section, knowledge)),
      ...partOf('いつ', when),
      ...partOf('だれが', who),
      ...partOf('対象', applies),
      ...partOf('許可', decision),
      ...partOf('代わり', substitute),
      ...partOf('出所', `${statusLabel(status)}: ${note}`),
      ...(fields.length === 0 ? [] : [{ heading: '欄', table: fieldTable(found, fields) }]),
      ...partOf('点検項目', ...items.flatMap(itemLines)),
    ],
  }
}

/** Who fills a form in, as a sentence. */
export function whoOf({ withProvider }: Form): string {
  if (withProvider === undefined) return '利用する課が作り、情報政策課へ出します。'
  return withProvider
    ? '利用する課が、外部サービス提供者と連携して確かめ、記録します。'
    : '利用する課が確かめ、記録します。'
}

/** Where an entry stands in the service file: its pointers; none where it follows from other entries. */
export const pointersOf = ({ place }: FormField): readonly string[] => {
  if (place === 'derived') return []
  return typeof place === 'string' ? [place] : place
}
const fieldData = (field: FormField): object => {
  const { id, label, need, condition, certainty, note } = field
  return { id, label, need, condition: condition ?? null, pointers: pointersOf(field), certainty, note: note ?? null }
}
const itemData = ({ id, text, evidence, condition, criteria = [], certainty }: CheckItem): object => ({
  id,
  text,
  evidence,
  condition: condition ?? null,
  criteria,
  certainty,
})

const fieldTable = ({ form, title, section, status }: Form, fields: readonly FormField[]): Drawn => ({
  id: `form${form}`,
  title,
  section,
  status,
  note: '',
  rules: [],
  header: ['欄', '記入', 'ファイルの中の場所'],
  rows: fields.map((field) => [
    field.label,
    `${needLabel(field.need)}${field.condition === undefined ? '' : `（${field.condition}）`}`,
    pointersOf(field).map(pathOf).join('、') || 'ほかの項目から求めます',
  ]),
})

const itemLines = ({ id, text, evidence, condition, criteria = [], certainty }: CheckItem): string[] => [
  `${id} ${text}`,
  `    確認の資料: ${evidence}`,
  ...(condition === undefined ? [] : [`    答えるとき: ${condition}`]),
  ...(criteria.length === 0 ? [] : [`    関係する別表の行: ${wordCriteria(criteria)}`]),
  `    確からしさ: ${certaintyLabel(certainty)}`,
]

export function explainItem(id: string, knowledge: Knowledge): Explanation {
  const form = knowledge.forms.find(({ items = [] }) => items.some((item) => item.id === id))!
  const item = form.items!.find((one) => one.id === id)!
  return {
    name: `${id}  ${item.text}`,
    topic: {
      kind: 'item',
      title: item.text,
      section: form.section,
      form: `form${form.form}`,
      status: form.status,
      ...itemData(item),
      id,
    },
    parts: [
      ...partOf('様式', formLine(form)),
      ...partOf('節', headingOf(form.section, knowledge)),
      ...partOf('点検項目', ...itemLines(item)),
      ...partOf('出所', `${statusLabel(form.status)}: ${form.note}`),
    ],
  }
}
