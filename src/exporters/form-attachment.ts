import type { Assessment } from '../assess.ts'
import { valueAt } from '../facts.ts'
import { fieldAt } from '../fields.ts'
import { repeated } from '../form/cells.ts'
import type { Filling, FormDocument, FormGroup, FormRow, FormTables } from '../form/document.ts'
import { type Entry, entriesAt } from '../form/entries.ts'
import { plain } from '../form/script.ts'
import { valueIn } from '../form/values.ts'
import { label } from '../vocabulary.ts'
import { suspensionNotices } from './form.ts'
import { wordEntry } from './form-rows.ts'

const columns = ['項目', '内容']

/** What goes with the 情報化企画書: what the guideline asks of the service, what is still open, and the dates. */
export const attachment = (tables: FormTables, filling: Filling): FormDocument => ({
  name: '情報化企画書 添付資料',
  title: '外部サービスの利用',
  isReconstruction: true,
  about: ['情報化企画書の申請に添え、利用する外部サービスと、ガイドラインの求めることを示します。'],
  origin: filling.origin,
  notices: suspensionNotices(filling.service),
  groups: [
    { title: 'サービス', columns, rows: placed(filling.service, servicePlaces) },
    { title: '手続き', columns, rows: routeRows(filling.assessment) },
    { title: '日付', columns, rows: placed(filling.service, datePlaces) },
    openGroup('許容しないリスク', openRisks(tables, filling.service)),
    openGroup('満たさない・該当しない別表の行', openCriteria(tables, filling.service)),
  ],
})

const servicePlaces = [
  '/service/name',
  '/service/provider/name',
  '/service/class',
  '/service/category',
  '/service/pricing',
  '/department/name',
  '/use/purpose',
  '/use/networks',
  '/information/kinds',
  '/contract/form',
  '/contract/cost',
]
const datePlaces = [
  '/application/date',
  '/application/informatizationPlan',
  '/contract/conditionsConfirmed',
  '/contract/concluded',
  '/contract/start',
  '/contract/end',
  '/use/period/start',
  '/use/period/end',
]
/** What an application cannot do without; the rest comes when it comes. */
const asked = [...servicePlaces.slice(0, -2), '/application/date', '/use/period/start']

const placed = (service: unknown, places: readonly string[]): FormRow[] =>
  places.map((at) => {
    const found = valueAt(service, at)
    const value = found === undefined || found === null ? null : valueIn(plain, at, found)
    return { ...rowOf(fieldAt(at)?.title ?? at, value ?? '－'), value, missing: value === null && asked.includes(at) }
  })

const rowOf = (name: string, value: string): FormRow => ({
  ...{ label: name, hint: null, need: 'required', choices: [], value, missing: false, open: false },
  cells: [repeated(name, value)],
})

function routeRows({ outcome, conditions, application, criteria, measures = [], checks = [] }: Assessment): FormRow[] {
  const rows = [rowOf('要否', label('outcome', outcome))]
  if (conditions.length > 0) rows.push(rowOf('利用の条件', conditions.map((id) => label('condition', id)).join('、')))
  if (application === undefined) return rows
  const { required = [], judged = [] } = criteria ?? {}
  return [
    ...rows,
    rowOf('申請の様式', `様式${application.form}`),
    rowOf('情報化企画書', application.informatizationPlan ? '必要（可否決定が許可に代わる）' : '不要'),
    ...(required.length + judged.length === 0
      ? []
      : [rowOf('確かめる別表の行', `必須 ${required.length}行、判断 ${judged.length}行`)]),
    ...(measures.length === 0 ? [] : [rowOf('ガバメントクラウドの対策', `${measures.length}件`)]),
    rowOf('点検の様式', checks.map(({ form }) => `様式${form}`).join('、')),
  ]
}

const openGroup = (title: string, rows: FormRow[]): FormGroup => ({
  title,
  columns,
  rows: rows.length === 0 ? [rowOf('該当するもの', 'なし')] : rows,
})

const openRisks = ({ risks }: FormTables, service: unknown): FormRow[] =>
  entriesAt(service, '/risks')
    .filter(({ accepted }) => accepted === false)
    .map((entry) => {
      const row = risks.rows.find(({ id }) => id === entry.id)
      return rowOf(row === undefined ? String(entry.id) : `${row.number}　${row.label}`, worded('risks', entry))
    })

const openCriteria = ({ criteria }: FormTables, service: unknown): FormRow[] =>
  entriesAt(service, '/criteria')
    .filter(({ result }) => result === 'unmet' || result === 'not-applicable')
    .map((entry) => {
      const row = criteria.rows.find(({ number }) => number === entry.number)
      return rowOf(`No.${entry.number}${row === undefined ? '' : `　${row.title}`}`, worded('criteria', entry))
    })

const worded = (list: 'risks' | 'criteria', entry: Entry): string =>
  list === 'risks'
    ? wordEntry(list, entry, '許容しない', ['note'])
    : wordEntry(list, entry, label('criterionResult', String(entry.result)), ['reason'])
