import { fieldAt, labelOf, pathOf } from '../fields.ts'
import { domains } from '../generated/domains.ts'
import type { Pointer } from '../pointer.ts'
import { idsOf, label, type Term } from '../vocabulary.ts'
import { headingOf } from './contents.ts'
import type { Knowledge } from './knowledge.ts'
import { tablesOf } from './tables.ts'
import { type Explanation, markOf, partOf, statusLabel } from './topic.ts'

/** What a condition means, and which rules make it one; the rules are those whose cases say so. */
export function explainCondition(id: string, knowledge: Knowledge): Explanation {
  const title = label('condition', id)
  const when = whenNeeded(id, knowledge)
  return {
    name: `${title}（${id}）`,
    topic: { kind: 'condition', id, title, section: '3', when },
    parts: [
      ...partOf('節', headingOf('3', knowledge)),
      ...partOf('必要になるとき', ...when),
      ...partOf('記録', '利用のファイルの conditions に、この条件の id と、判断の理由か相談した日を書きます。'),
      ...partOf('判断する人', '情報政策課が、申請の審査で判断します。'),
    ],
  }
}

/** When a condition has to be met, in words. */
export function whenNeeded(condition: string, { tables }: Pick<Knowledge, 'tables'>): string[] {
  const cells = Object.entries(tables.networkMatrix.cells).flatMap(([service, row]) =>
    Object.entries(row)
      .filter(([, cell]) => cell === condition)
      .map(([network]) => `${label('serviceClass', service)}を${label('network', network)}から利用するとき`),
  )
  return cells.length > 0 ? cells : ['情報政策課が整備したもの以外のWebメールやオンラインストレージを利用するとき']
}

export const outcomeMeanings: Readonly<Record<string, string>> = {
  'out-of-scope': 'ほかの規程が適用されるため、本ガイドラインの手続きは要りません。',
  prohibited: 'この内容のままでは利用できません。',
  exempt: '利用申請は要りません。接続元などの定めと、利用状況の確認は残ります。',
  application: '様式1か様式2で、情報政策課に利用申請をします。',
  incomplete: '判定に要る事実が、まだ書かれていません。',
}
export const verdictMeanings: Readonly<Record<string, string>> = {
  violation: '直すまで、申請は受け付けられません。',
  judgement: '審査する人が、理由を添えて判断します。',
  advice: '申請は止まりません。参考にしてください。',
}

export const explainOutcome = (id: string): Explanation => word('outcome', '判定', id, outcomeMeanings[id]!)
export const explainVerdict = (id: string): Explanation => word('verdict', '指摘の種類', id, verdictMeanings[id]!)

const word = (kind: 'outcome' | 'verdict', heading: string, id: string, meaning: string): Explanation => ({
  name: `${heading}「${label(kind, id)}」（${id}）`,
  topic: { kind, id, title: label(kind, id), section: null, meaning },
  parts: partOf('意味', meaning),
})

export function explainField(
  pointer: Pointer,
  { policies, forms }: Pick<Knowledge, 'policies' | 'forms'>,
): Explanation {
  const { title, description, term, required = false } = fieldAt(pointer)!
  const options = term === undefined ? [] : idsOf(term as Term).map((id) => ({ id, label: label(term as Term, id) }))
  const places = forms.filter(({ fields = [] }) => fields.some(({ place }) => [place].flat().includes(pointer)))
  const question = policies.questions[pointer] ?? null
  return {
    name: `${labelOf(pointer)}（${pathOf(pointer)}）`,
    topic: {
      ...{ kind: 'field', id: pointer, title, section: null, description, required, options, question },
      ...{ decides: pointer in domains, forms: places.map(({ form }) => `form${form}`) },
    },
    parts: [
      ...partOf('書くこと', description),
      ...partOf('尋ね方', question ?? undefined),
      ...partOf('選択肢', ...options.map((option) => `${option.label}（${option.id ?? 'null'}）`)),
      ...partOf('記入', required ? 'いつも書きます。' : '求められたときに書きます。'),
      ...partOf('様式', ...places.map((form) => `様式${form.form}${markOf(form.status)} ${form.title}`)),
    ],
  }
}

export function explainTable(id: string, knowledge: Knowledge): Explanation {
  const { rules, ...table } = tablesOf(knowledge).find((one) => one.id === id)!
  const { title, section, status, note } = table
  return {
    name: `表「${title}」${markOf(status)}`,
    topic: { kind: 'table', ...table, rules },
    parts: [
      ...partOf('節', headingOf(section, knowledge)),
      ...partOf('出所', `${statusLabel(status)}: ${note}`),
      { heading: '行', table: { ...table, rules } },
    ],
  }
}
