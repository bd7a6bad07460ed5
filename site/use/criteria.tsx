import { entriesAt } from '../../src/form/entries.ts'
import { answeredCriteria, tallyOf } from '../../src/sheets/criteria-tally.ts'
import { idsOf, label } from '../../src/vocabulary.ts'
import { Reconstruction } from '../parts/reconstruction.tsx'
import { Table } from '../parts/table.tsx'
import { CriterionDetails, CriterionResult } from './lists.tsx'
import type { UseView } from './view.ts'

/** 別表: how the answers came out by level, and each of them, with what is not met first. */
export const Criteria = ({ view: { stated, knowledge, assessment } }: { view: UseView }) => {
  const { rows, status } = knowledge.tables.criteria
  const { required = [], judged = [] } = assessment.criteria ?? {}
  const answered = answeredCriteria(rows, [...required, ...judged], entriesAt(stated, '/criteria'))
  const results = idsOf('criterionResult').map(String)
  return (
    <>
      <Reconstruction status={status} />
      <Table
        caption="要否のレベルごとの数"
        headings={[
          { name: 'レベル' },
          { name: '確かめる行' },
          ...results.map((id) => ({ name: label('criterionResult', id) })),
          { name: '未記入' },
        ]}
        rows={tallyOf(answered).map(({ level, asked, results: counts, unanswered }) => [
          label('criterionLevel', level),
          asked,
          ...results.map((id) => counts[id] ?? 0),
          unanswered,
        ])}
      />
      <Table
        caption="行ごとの確認結果（満たさないものが先）"
        headings={[
          { name: '別表の行', width: 'wide' },
          { name: 'レベル' },
          { name: '結果' },
          { name: '根拠と理由', width: 'wide' },
        ]}
        rows={answered.map(({ row, entry }) => [
          `No.${row.number}　${row.title}`,
          label('criterionLevel', row.level),
          <CriterionResult entry={entry} />,
          <CriterionDetails entry={entry} />,
        ])}
      />
    </>
  )
}
