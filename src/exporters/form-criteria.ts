import type { Filling, FormGroup, FormTables } from '../form/document.ts'
import { type Entry, entriesAt } from '../form/entries.ts'
import { answerFields } from '../sheets/criteria.ts'
import { idsOf, label } from '../vocabulary.ts'
import { entryCells, rowOf, wordEntry } from './form-rows.ts'

/** What §15 demands has a list of its own. */
const governmentCloud = '15'

const criterionKeys = ['value', 'evidence', 'scope', 'validUntil', 'reason']
const measureKeys = ['date', 'note', 'parts']

/** The rows of 別表 that this use answers; a blank form has all but those of §15. */
export function criteriaGroup({ criteria }: FormTables, filling: Filling | null): FormGroup {
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
export function measureGroup({ measures }: FormTables, filling: Filling | null): FormGroup {
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
