import { valueAt } from '../facts.ts'
import type { Filling, FormGroup, FormRow, FormTables } from '../form/document.ts'
import { type Entry, entriesAt } from '../form/entries.ts'
import { idsOf, label } from '../vocabulary.ts'
import { criteriaGroup, measureGroup } from './form-criteria.ts'
import { conditionCells, entryCells, rowOf, wordCondition, wordEntry } from './form-rows.ts'

/** The lists that go with an application, a row for each thing to answer. */
export function detailGroups(form: number, tables: FormTables, filling: Filling | null): FormGroup[] {
  return [
    conditionGroup(form, filling),
    ...riskGroups(tables, filling),
    ...(form === 1 ? [criteriaGroup(tables, filling), measureGroup(tables, filling)] : []),
  ].filter(({ rows }) => rows.length > 0)
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
