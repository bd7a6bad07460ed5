import { valueAt } from '../facts.ts'
import { fieldAt } from '../fields.ts'
import { cellAt, type FormCell } from '../form/cells.ts'
import type { Filling, FormGroup, FormRow, FormTables } from '../form/document.ts'
import { type Entry, entriesAt } from '../form/entries.ts'
import { plain } from '../form/script.ts'
import { valueIn } from '../form/values.ts'
import { answerFields } from '../sheets/criteria.ts'
import { idsOf, label } from '../vocabulary.ts'

/** The lists that go with an application, a row for each thing to answer. */
export function detailGroups(form: number, tables: FormTables, filling: Filling | null): FormGroup[] {
  return [
    conditionGroup(form, filling),
    ...riskGroups(tables, filling),
    ...(form === 1 ? [criteriaGroup(tables, filling), measureGroup(tables, filling)] : []),
  ].filter(({ rows }) => rows.length > 0)
}

/** Keys of an entry, each with its title, a line each. */
export function wordEntry(list: string, entry: Entry, first: string | null, keys: readonly string[]): string {
  const lines = keys.flatMap((key) => {
    const value = entry[key]
    const at = `/${list}/0/${key}`
    return value === undefined || value === null ? [] : [`${fieldAt(at)?.title ?? key}：${valueIn(plain, at, value)}`]
  })
  return [...(first === null ? [] : [first]), ...lines].join('\n')
}

export const wordCondition = (entry: Entry): string =>
  wordEntry('conditions', entry, null, ['reason', 'date']) || '理由の記載なし'

/** The cells of an entry: `row` is what tells it apart, `first` what a hand may tick. */
const entryCells = (list: string, row: string, keys: readonly string[], entry: Entry | undefined): FormCell[] =>
  keys.map((key) => cellAt(`/${list}/0/${key}`, valueAt(entry, `/${key}`), `${list}.${row}.${key.replace('/', '.')}`))

export const conditionCells = (id: string, entry: Entry | undefined): FormCell[] =>
  entryCells('conditions', id, ['reason', 'date'], entry)

type Answered = Pick<FormRow, 'label' | 'hint' | 'choices' | 'cells'> & {
  entry: Entry | undefined
  word(entry: Entry): string
}
const rowOf = ({ label: name, hint, choices, cells, entry, word }: Answered, filling: Filling | null): FormRow => {
  const value = entry === undefined ? null : word(entry)
  return {
    label: name,
    hint,
    need: 'required',
    choices,
    value,
    missing: filling !== null && value === null,
    open: filling === null,
    cells,
  }
}

/** 様式1 has a field for 要配慮個人情報; the other conditions have none. */
function conditionGroup(form: number, filling: Filling | null): FormGroup {
  const entries = entriesAt(filling?.service, '/conditions')
  const ids = idsOf('condition')
    .filter((id) => filling?.assessment.conditions.some((one) => one === id))
    .filter((id) => form !== 1 || id !== 'sensitive-care')
  return {
    title: '利用の条件についての記録',
    columns: ['条件', '記録'],
    isList: true,
    sheet: '条件',
    rows: ids.map((id) => {
      const entry = entries.find((one) => one.id === id)
      const cells = conditionCells(String(id), entry)
      return rowOf(
        { label: label('condition', id), hint: null, choices: [], cells, entry, word: wordCondition },
        filling,
      )
    }),
  }
}

/** Those of the other form of contract are not asked; until that is known, all of them are. */
function riskGroups({ risks }: FormTables, filling: Filling | null): FormGroup[] {
  const form = valueAt(filling?.service, '/contract/form')
  const entries = entriesAt(filling?.service, '/risks')
  return idsOf('riskGroup')
    .filter((group) => form === undefined || group === 'common' || group === form)
    .map((group) => ({
      title: `リスクの検討結果（${label('riskGroup', group)}）`,
      columns: ['リスク', '検討結果'],
      isList: true,
      sheet: 'リスク',
      rows: risks.rows
        .filter((row) => row.group === group)
        .map((row) =>
          riskRow(
            row,
            entries.find(({ id, accepted }) => id === row.id && typeof accepted === 'boolean'),
            filling,
          ),
        ),
    }))
}

const accepted = { yes: '許容する', no: '許容しない' }
const wordAccepted = ({ accepted: is }: Entry): string => (is === true ? accepted.yes : accepted.no)

function riskRow(
  { id, number, label: name, summary }: FormTables['risks']['rows'][number],
  entry: Entry | undefined,
  filling: Filling | null,
): FormRow {
  const answer = entry === undefined ? null : wordAccepted(entry)
  const [first, ...rest] = entryCells('risks', id, ['accepted', 'note'], entry)
  const choices = Object.values(accepted)
  return rowOf(
    {
      ...{ label: `${number}　${name}`, hint: summary, choices, entry },
      cells: [{ ...first!, value: answer, choices }, ...rest],
      word: (risk) => wordEntry('risks', risk, answer, ['note']),
    },
    filling,
  )
}

/** What §15 demands has a list of its own. */
const governmentCloud = '15'

const criterionKeys = ['value', 'evidence', 'scope', 'validUntil', 'reason']
const measureKeys = ['date', 'note', 'parts']

function criteriaGroup({ criteria }: FormTables, filling: Filling | null): FormGroup {
  const { required = [], judged = [] } = filling?.assessment.criteria ?? {}
  const entries = entriesAt(filling?.service, '/criteria')
  const stated = (number: unknown): Entry | undefined =>
    entries.find((entry) => entry.number === number && typeof entry.result === 'string')
  return {
    title: '別表の確認結果',
    columns: ['別表の行', '確認結果と根拠'],
    isList: true,
    sheet: '別表',
    rows: criteria.rows
      .filter(({ number, bodyMandate }) =>
        filling === null
          ? bodyMandate !== governmentCloud
          : [...required, ...judged].includes(number) || stated(number),
      )
      .map((row) =>
        rowOf(
          {
            label: `No.${row.number}　${row.title}（${label('criterionLevel', row.level)}）`,
            hint: row.condition === undefined ? row.requirement : `${row.condition}。${row.requirement}`,
            choices: idsOf('criterionResult').map((id) => label('criterionResult', id)),
            cells: entryCells('criteria', String(row.number), answerFields, stated(row.number)),
            entry: stated(row.number),
            word: (entry) =>
              wordEntry('criteria', entry, label('criterionResult', String(entry.result)), criterionKeys),
          },
          filling,
        ),
      ),
  }
}

/** §15: only uses of ガバメントクラウド answer these. */
function measureGroup({ measures }: FormTables, filling: Filling | null): FormGroup {
  const asked = filling?.assessment.measures ?? []
  const entries = entriesAt(filling?.service, '/governmentCloud')
  return {
    title: 'ガバメントクラウドの特則の対策',
    columns: ['対策', '実施状況'],
    isList: true,
    sheet: '対策',
    rows: measures.rows
      .filter(({ number }) => asked.includes(number))
      .map((row) => {
        const entry = entries.find(({ measure, result }) => measure === row.number && typeof result === 'string')
        const parts = (row.parts ?? []).map(({ id }) => `parts/${id}`)
        const cells = entryCells('governmentCloud', String(row.number), ['result', 'date', 'note', ...parts], entry)
        return rowOf(
          {
            ...{ label: `${row.symbol}　${row.title}`, hint: row.text, cells, entry },
            choices: idsOf('checkResult').map((id) => label('checkResult', id)),
            word: (one) => wordEntry('governmentCloud', one, label('checkResult', String(one.result)), measureKeys),
          },
          filling,
        )
      }),
  }
}
