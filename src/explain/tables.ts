import type { MonthAndDay } from '../calendar.ts'
import { idsOf, label, type Term } from '../vocabulary.ts'
import type { Knowledge, Tables } from './knowledge.ts'
import { type Drawn, whenLabel, wordCriteria } from './topic.ts'

type Given = { section: string; status: Drawn['status']; note: string }
type Drawing = Pick<Drawn, 'id' | 'title' | 'rules' | 'header' | 'rows'>

const about = ({ section, status, note }: Given): Given => ({ section, status, note })
const draw = (given: Given, drawing: Drawing): Drawn => ({ ...drawing, ...about(given) })
const labelsOf = (term: Term, ids: unknown): string =>
  Array.isArray(ids) ? ids.map((id) => label(term, id)).join('、') : ''
const need = (needed: boolean): string => (needed ? '要' : '不要')

/** The tables of the guideline in words, in the order of the sections. */
export const tablesOf = ({ tables, policies }: Knowledge): Drawn[] => [
  contradictions(tables),
  networkMatrix(tables),
  piaThresholds(tables),
  risks(tables),
  criteria(tables),
  certificates(tables),
  exemptions(tables),
  steps(tables),
  calendar(tables, policies),
  measures(tables),
]

const contradictions = ({ contradictions: table }: Tables): Drawn =>
  draw(table, {
    id: '02-terms/contradictions',
    title: '両立しない組合せ',
    rules: ['02-terms/contradiction'],
    header: ['サービスの種類', '区分', 'そのほか', '理由'],
    rows: table.rows.map(({ category, classes, pricing, models, reason }) => [
      typeof category === 'string' ? label('category', category) : '',
      Array.isArray(classes) && classes.length === idsOf('serviceClass').length
        ? 'どの区分でも'
        : labelsOf('serviceClass', classes),
      typeof pricing === 'string' ? label('pricing', pricing) : labelsOf('model', models),
      String(reason ?? ''),
    ]),
  })

const networkMatrix = ({ networkMatrix: table }: Tables): Drawn =>
  draw(table, {
    id: '03-scope/network-matrix',
    title: '接続元とサービスの組合せ',
    rules: ['03-scope/network-matrix'],
    header: ['サービスの区分', ...idsOf('network').map((id) => label('network', id))],
    rows: Object.keys(table.cells).map((row) => [
      label('serviceClass', row),
      ...idsOf('network').map((id) => cellWords(cellOf(row, String(id), { networkMatrix: table }))),
    ]),
  })

/** A cell of the matrix: the guideline's sign, and what it means. */
export type Cell = { sign: '〇' | '×' | '〇※'; condition: string | null }

export function cellOf(
  service: string,
  network: string,
  { networkMatrix: { cells } }: Pick<Tables, 'networkMatrix'>,
): Cell {
  const cell = cells[service]?.[network] ?? ''
  if (cell === 'allowed') return { sign: '〇', condition: null }
  return cell === 'prohibited' ? { sign: '×', condition: null } : { sign: '〇※', condition: cell }
}

const cellWords = ({ sign, condition }: Cell): string => {
  if (sign === '×') return '使えない'
  return condition === null ? '使える' : `使える（${label('condition', condition)}）`
}

const piaThresholds = ({ piaThresholds: table }: Tables): Drawn =>
  draw(table, {
    id: '05-personal/pia-thresholds',
    title: '特定個人情報保護評価のしきい値',
    rules: ['05-personal/pia-threshold'],
    header: ['本人の数', `取扱者が${table.handlersThreshold}人未満`, `取扱者が${table.handlersThreshold}人以上`],
    rows: table.rows.map(({ subjectsFrom, few, many }) => [
      `${subjectsFrom}人から`,
      label('piaResult', few),
      label('piaResult', many),
    ]),
  })

const risks = ({ risks: table }: Tables): Drawn =>
  draw(table, {
    id: '06-risk/risks',
    title: '外部サービスの利用に係るリスク',
    rules: ['06-risk/statements', '06-risk/accepted'],
    header: ['識別子', '契約の形態', 'リスク', '必ず満たす別表の行'],
    rows: table.rows.map(({ id, group, label: name, criteriaStated = [] }) => [
      id,
      label('riskGroup', group),
      name,
      wordCriteria(criteriaStated),
    ]),
  })

const criteria = ({ criteria: table }: Tables): Drawn =>
  draw(table, {
    id: '07-selection/criteria',
    title: '別表「外部サービス選定基準」',
    rules: ['07-selection/criteria-complete', '07-selection/required-criteria', '07-selection/judged-criteria'],
    header: ['番号', 'レベル', '確認事項'],
    rows: table.rows.map(({ number, level, title }) => [`別表${number}`, label('criterionLevel', level), title]),
  })

const certificates = ({ certificates: table }: Tables): Drawn =>
  draw(table, {
    id: '07-selection/certificates',
    title: '認証と報告書の有効期限',
    rules: ['07-selection/evidence-valid'],
    header: ['認証か報告書', '有効期限の数え方', '期限が来たときにすること'],
    rows: table.rows.map(({ name, validity, remedy }) => [name, validity, remedy]),
  })

const exemptions = ({ exemptions: table }: Tables): Drawn =>
  draw(table, {
    id: '09-procedure/exemptions',
    title: '利用申請を省略するサービス',
    rules: ['09-procedure/exemption', '09-procedure/exemption-prohibition', '09-procedure/exemption-claim'],
    header: ['サービス', '重要情報あり', '重要情報なし'],
    rows: table.rows.map(({ label: name, important }) => [
      name,
      label('outcome', important === 'exempt' ? 'exempt' : 'prohibited'),
      label('outcome', 'exempt'),
    ]),
  })

const steps = ({ steps: table }: Tables): Drawn =>
  draw(table, {
    id: '09-procedure/steps',
    title: '利用の手続き',
    rules: [
      '09-procedure/application',
      '09-procedure/informatization-plan',
      '09-procedure/survey-report',
      '14-monitoring/right-form',
    ],
    header: ['区分', '申請', '情報化企画', '点検', '終了の報告'],
    rows: table.rows.map(({ important, pricing, form, informatizationPlan, survey, criteria: asked, checks }) => [
      important ? '重要情報あり' : `重要情報なし・${label('pricing', pricing ?? null)}`,
      `様式${form}${asked ? 'と別表の確認結果' : ''}`,
      need(informatizationPlan),
      checks.map(({ form: check, when }) => `様式${check}（${whenLabel(when)}）`).join('、'),
      survey ? '様式3（台帳調査で代替可）' : '様式3',
    ]),
  })

const calendar = ({ calendar: table }: Tables, { rules }: Knowledge['policies']): Drawn =>
  draw(table, {
    id: '14-monitoring/calendar',
    title: '期限の数え方',
    rules: Object.entries(rules).flatMap(([id, { scope }]) => (scope === 'calendar' ? [id] : [])),
    header: ['数えるもの', '値'],
    rows: [
      ['点検の間隔（年1回程度）', `${table.monthsBetweenChecks}か月`],
      ['「期限間近」とする日', `目安日の${table.soonDays}日前から`],
      ['「期限超過」とする日', `前回から${table.overdueMonths}か月を過ぎた日から`],
      ['台帳調査と利用状況の確認', wordDay(table.confirmation)],
      ['年度の初日', wordDay(table.fiscalYear)],
    ],
  })

const wordDay = ({ month, day }: MonthAndDay): string => `${month}月${day}日`

const measures = ({ measures: table }: Tables): Drawn =>
  draw(table, {
    id: '15-government-cloud/measures',
    title: 'ガバメントクラウドの特則の対策',
    rules: ['15-government-cloud/measures', '15-government-cloud/results'],
    header: ['番号', '対策', '当てはまるとき'],
    rows: table.rows.map(({ number, title, condition, onlyModel }) => [
      String(number),
      title,
      onlyModel === undefined ? (condition ?? '') : `${label('model', onlyModel)}のとき`,
    ]),
  })
