import { label } from '../vocabulary.ts'
import { headingOf } from './contents.ts'
import type { Knowledge } from './knowledge.ts'
import {
  certaintyLabel,
  type Explanation,
  markOf,
  partOf,
  stageLabel,
  statusLabel,
  topicOf,
  wordCriteria,
} from './topic.ts'

type Given = { section: string; status: 'official' | 'reconstruction'; note: string }
const origin = ({ status, note }: Given, certainty: Parameters<typeof certaintyLabel>[0]): string[] => [
  `${statusLabel(status)}: ${note}`,
  `この行の確からしさ: ${certaintyLabel(certainty)}`,
]
const heading = ({ section }: Given, knowledge: Knowledge) => partOf('節', headingOf(section, knowledge))

export function explainCriterion(id: string, knowledge: Knowledge): Explanation {
  const table = knowledge.tables.criteria
  const row = table.rows.find(({ number }) => String(number) === id)!
  const { number, level, title, category, condition, requirement, ask, evidence, parameter, bodyMandate, certainty } =
    row
  const risks = knowledge.tables.risks.rows.filter((risk) =>
    [...(risk.criteriaStated ?? []), ...risk.criteria].includes(number),
  )
  return {
    name: `別表${number}${markOf(table.status)}  ${title}`,
    topic: topicOf(
      { kind: 'criterion', id: `別表${number}`, title, section: table.section },
      { ...row, row: row.id, status: table.status },
    ),
    parts: [
      ...heading(table, knowledge),
      ...partOf('レベル', label('criterionLevel', level)),
      ...partOf('分野', category),
      ...partOf('当てはまるとき', condition),
      ...partOf('求めること', requirement),
      ...partOf('提供者への質問', ask),
      ...partOf('確認の資料', evidence.join('、')),
      ...partOf('数値', parameter && `${parameter.name}（例 ${parameter.example}${parameter.unit}）`),
      ...partOf('本文の定め', bodyMandate && `ガイドライン ${bodyMandate} により、必ず満たします。`),
      ...partOf('関係するリスク', ...risks.map((risk) => `${risk.label}（${risk.id}）`)),
      ...partOf('出所', ...origin(table, certainty)),
    ],
  }
}

export function explainMeasure(id: string, knowledge: Knowledge): Explanation {
  const table = knowledge.tables.measures
  const row = table.rows.find(({ number }) => String(number) === id)!
  const {
    symbol,
    title,
    text,
    stage,
    also = [],
    condition,
    onlyModel,
    mayNotApply,
    parts = [],
    criteria,
    certainty,
    note,
  } = row
  return {
    name: `${symbol}  ${title}`,
    topic: topicOf(
      { kind: 'measure', id: `§15${symbol}`, title, section: table.section },
      { ...row, row: row.id, status: table.status },
    ),
    parts: [
      ...heading(table, knowledge),
      ...partOf('すること', text, ...parts.map((part) => `${part.id} ${part.text}`)),
      ...partOf('時期', [stage, ...also].map(stageLabel).join('、')),
      ...partOf('当てはまるとき', onlyModel === undefined ? condition : `提供形態が${label('model', onlyModel)}のとき`),
      ...partOf('答え方', mayNotApply && '当てはまらないときは、理由を添えて「該当なし」と答えられます。'),
      ...partOf('関係する別表の行', wordCriteria(criteria)),
      ...partOf('注記', note),
      ...partOf('出所', ...origin(table, certainty)),
    ],
  }
}

export function explainRisk(id: string, knowledge: Knowledge): Explanation {
  const table = knowledge.tables.risks
  const row = table.rows.find((risk) => risk.id === id)!
  const { number, group, label: title, summary, criteriaStated = [], criteria, certainty } = row
  return {
    name: `リスク${number}  ${title}（${id}）`,
    topic: topicOf({ kind: 'risk', id, title, section: table.section }, { ...row, status: table.status }),
    parts: [
      ...heading(table, knowledge),
      ...partOf('検討するとき', label('riskGroup', group)),
      ...partOf('どんなリスクか', summary),
      ...partOf('必ず満たす別表の行', wordCriteria(criteriaStated)),
      ...partOf('関係する別表の行', wordCriteria(criteria)),
      ...partOf('出所', ...origin(table, certainty)),
    ],
  }
}

export function explainExemption(id: string, knowledge: Knowledge): Explanation {
  const table = knowledge.tables.exemptions
  const row = table.rows.find((one) => one.id === id)!
  return {
    name: `${row.label}（${id}）`,
    topic: topicOf(
      { kind: 'exemption', id, title: row.label, section: table.section },
      { ...row, status: table.status },
    ),
    parts: exemptionParts(id, knowledge),
  }
}

function exemptionParts(id: string, knowledge: Knowledge): Explanation['parts'] {
  const table = knowledge.tables.exemptions
  const { examples, important, claim, certainty } = table.rows.find((one) => one.id === id)!
  const { pricing, categories = [] } = claim ?? {}
  return [
    ...heading(table, knowledge),
    ...partOf(
      '重要情報あり',
      important === 'exempt' ? '申請不要' : '利用不可（申請を省略できても、重要情報を扱うことはできません。）',
    ),
    ...partOf('重要情報なし', '申請不要'),
    ...partOf(
      '当てはまるとき',
      pricing && `料金が${label('pricing', pricing)}のとき`,
      categories.length > 0 && `種類が${categories.map((category) => label('category', category)).join('、')}のとき`,
    ),
    ...partOf('例', examples.join('、')),
    ...partOf('出所', ...origin(table, certainty)),
  ]
}

export function explainService(name: string, knowledge: Knowledge): Explanation {
  const table = knowledge.tables.knownServices
  const service = table.services.find((one) => one.name === name)!
  const { aliases, provider, exemption, note } = service
  const row = exemption == null ? null : knowledge.tables.exemptions.rows.find(({ id }) => id === exemption)!
  const head = { kind: 'service', id: name, title: name, section: table.section } as const
  return {
    name: `${name}${markOf(table.status)}`,
    topic: topicOf(head, { ...service, exemption: row, status: table.status }),
    parts: [
      ...partOf('別の呼び方', aliases.join('、')),
      ...partOf('提供者', provider),
      ...partOf('区分', `${label('serviceClass', service.class)}（${service.class}）`),
      ...partOf('種類', `${label('category', service.category)}（${service.category}）`),
      ...partOf('注記', note),
      ...(row === null
        ? partOf('申請', '申請を省略できるサービスの表に、この名前はありません。')
        : [...partOf('申請を省略できるサービス', `${row.label}（${row.id}）`), ...exemptionParts(row.id!, knowledge)]),
      ...partOf('サービスの情報の出所', `${statusLabel(table.status)}: ${table.note}`),
    ],
  }
}
