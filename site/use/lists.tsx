import { wordEntry } from '../../src/exporters/form-rows.ts'
import { type Entry, entriesAt } from '../../src/form/entries.ts'
import { label } from '../../src/vocabulary.ts'
import { Chip, type Tone } from '../parts/chip.tsx'
import { Reconstruction } from '../parts/reconstruction.tsx'
import { Table } from '../parts/table.tsx'
import { Words } from '../parts/words.tsx'
import type { UseView } from './view.ts'

/** What is known of an entry besides its result, a line each. */
const Details = ({ list, entry, keys }: { list: string; entry: Entry | undefined; keys: readonly string[] }) =>
  entry === undefined ? null : <Words>{wordEntry(list, entry, null, keys)}</Words>

const resultTones: Record<string, Tone> = {
  ...{ yes: 'good', met: 'good', partial: 'warning', no: 'bad', unmet: 'bad' },
  ...{ 'n/a': 'neutral', 'not-applicable': 'neutral' },
}
const Unanswered = () => <Chip tone="warning">未記入</Chip>

export const Risks = ({ view: { stated, knowledge } }: { view: UseView }) => {
  const entries = entriesAt(stated, '/risks')
  const { rows, status } = knowledge.tables.risks
  return (
    <>
      <Reconstruction status={status} />
      <Table
        caption="リスクの検討結果"
        captionHidden
        headings={[{ name: 'リスク', width: 'wide' }, { name: '検討結果' }, { name: '備考', width: 'wide' }]}
        rows={entries.map((entry) => {
          const risk = rows.find(({ id }) => id === entry.id)
          return [
            risk === undefined ? String(entry.id) : risk.label,
            entry.accepted === true ? <Chip tone="good">許容する</Chip> : <Chip tone="bad">許容しない</Chip>,
            <Details list="risks" entry={entry} keys={['note']} />,
          ]
        })}
      />
    </>
  )
}

export const Measures = ({ view: { stated, knowledge, assessment } }: { view: UseView }) => {
  const entries = entriesAt(stated, '/governmentCloud')
  const asked = assessment.measures ?? []
  const { rows, status } = knowledge.tables.measures
  return (
    <>
      <Reconstruction status={status} />
      <Table
        caption="ガバメントクラウドの特則の対策"
        captionHidden
        headings={[{ name: '対策', width: 'wide' }, { name: '結果' }, { name: '確認日・備考', width: 'wide' }]}
        rows={rows
          .filter(({ number }) => asked.includes(number) || entries.some(({ measure }) => measure === number))
          .map(({ number, symbol, title }) => {
            const entry = entries.find(({ measure }) => measure === number)
            return [
              `${symbol}　${title}`,
              <CheckResult entry={entry} />,
              <Details list="governmentCloud" entry={entry} keys={['date', 'note', 'parts']} />,
            ]
          })}
      />
    </>
  )
}

export const CheckResult = ({ entry }: { entry: Entry | undefined }) =>
  typeof entry?.result === 'string' ? (
    <Chip tone={resultTones[entry.result] ?? 'neutral'}>{label('checkResult', entry.result)}</Chip>
  ) : (
    <Unanswered />
  )

export const CriterionResult = ({ entry }: { entry: Entry | undefined }) =>
  typeof entry?.result === 'string' ? (
    <Chip tone={resultTones[entry.result] ?? 'neutral'}>{label('criterionResult', entry.result)}</Chip>
  ) : (
    <Unanswered />
  )

export const CriterionDetails = ({ entry }: { entry: Entry | undefined }) => (
  <Details list="criteria" entry={entry} keys={['evidence', 'value', 'scope', 'validUntil', 'reason']} />
)
