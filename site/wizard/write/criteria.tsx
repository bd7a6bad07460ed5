import { useMemo, useState } from 'preact/hooks'
import { criteria } from '../../../policies/tables.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { Notice } from '../../parts/notice.tsx'
import { SectionLink } from '../../parts/section-link.tsx'
import { useDesk } from '../desk.ts'
import { foundAt } from '../model/judged.ts'
import { Criterion } from './criterion.tsx'
import { ProviderSheet } from './provider-sheet.tsx'

const shows = {
  all: 'すべての行',
  open: 'まだ答えていない行',
  required: '必須の行',
  wrong: '指摘のある行',
} as const
type Show = keyof typeof shows

/** 別表: what the provider says of each row, and on what evidence. */
export const Criteria = ({ rows }: { rows: readonly Pointer[] }) => {
  const { work, judged } = useDesk()
  const [show, setShow] = useState<Show>('all')
  if (rows.length === 0) return null
  const isOpen = (row: Pointer): boolean => answerAt(work.draft, `${row}/result`) === undefined
  const isShown = (row: Pointer): boolean => {
    if (show === 'open') return isOpen(row)
    if (show === 'required') return rowOf(row)?.level === 'required'
    return show === 'all' || foundAt(judged.found, row).length > 0
  }
  const shown = rows.filter(isShown)
  return (
    <>
      <p>
        提供者に確かめた結果を、行ごとに書きます。「必須」の行は必ず満たします。ほかの行は、満たさないなら理由を書けば、情報政策課が要否を判断します（
        <SectionLink section="7" />
        ）。
      </p>
      {criteria.status === 'reconstruction' && (
        <Notice kind="info" title="別表（再構成）">
          <p>{criteria.note}</p>
        </Notice>
      )}
      <ProviderSheet rows={rows} />
      <div class="filters">
        <label for="criteria-show">表示する行</label>
        <select id="criteria-show" value={show} onChange={(event) => setShow(event.currentTarget.value as Show)}>
          {Object.entries(shows).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <span role="status">
          {rows.length}行のうち{rows.length - rows.filter(isOpen).length}行に答えました
          {shown.length < rows.length && `（${shown.length}行を表示しています）`}
        </span>
      </div>
      <table class="criteria">
        <caption class="hidden">別表の確認結果</caption>
        <thead>
          <tr>
            <th scope="col">項目</th>
            <th scope="col">確認結果</th>
            <th scope="col">根拠資料など</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row} row={row} />
          ))}
        </tbody>
      </table>
    </>
  )
}

const rowOf = (row: Pointer) => criteria.rows.find(({ number }) => row === `/criteria/${number}`)

/** Drawn anew only where its own answers or findings have changed: there are forty of them. */
const Row = ({ row }: { row: Pointer }) => {
  const desk = useDesk()
  const { work, judged } = desk
  const found = foundAt(judged.found, row)
  const answers = answerAt(work.draft, row)
  const typed = Object.entries(work.typed).filter(([pointer]) => pointer.startsWith(`${row}/`))
  const touched = work.touched.filter((pointer) => pointer === row || pointer.startsWith(`${row}/`))
  const parts = [answers, JSON.stringify([typed, touched, found.map(({ place, message }) => [place, message])])]
  return useMemo(() => <Criterion row={row} criterion={rowOf(row)} found={found} desk={desk} />, parts)
}
