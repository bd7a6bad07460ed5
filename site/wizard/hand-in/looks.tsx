import { useEffect, useRef, useState } from 'preact/hooks'
import { policies } from '../../../policies/index.ts'
import { sheets } from '../../../policies/sheets.ts'
import * as tables from '../../../policies/tables.ts'
import { assess } from '../../../src/assess.ts'
import { changeOf } from '../../../src/change.ts'
import { serviceOf } from '../../../src/draft/draft.ts'
import { formDocument } from '../../../src/exporters/form.ts'
import { missingIn } from '../../../src/form/document.ts'
import { toldFields, wordField } from '../../../src/history.ts'
import { sha256Of } from '../../../src/ledger/canonical.ts'
import { parseSource } from '../../../src/source/document.ts'
import { useDesk } from '../desk.ts'
import { loadScript } from '../load.ts'
import type { Markdown } from '../markdown.ts'
import { reviewOf } from '../model/review.ts'
import { isRecord } from '../model/work.ts'

/** The application as a form, as the reviewers see it, and as a file. */
export const Looks = () => {
  const { work, judged } = useDesk()
  const form = judged.answer.assessment.application?.form
  return (
    <>
      <Changes />
      {form !== undefined && !isRecord(work) && (
        <details>
          <summary>様式{form}の形で見る</summary>
          <Form form={form} />
        </details>
      )}
      <ReviewersView />
      <details>
        <summary>作られるファイルを見る（{judged.text.split('\n').length}行）</summary>
        <p class="note">{judged.file}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keys too */}
        <pre tabIndex={0}>{judged.text}</pre>
      </details>
    </>
  )
}

/** What differs from the use as it is registered, in the words of the form. */
const Changes = () => {
  const { work, judged } = useDesk()
  if (work.base === null || work.base.text === judged.text) return null
  const { file, text } = work.base
  const states = { base: parseSource(file, text), head: parseSource(file, judged.text) }
  const told = toldFields(changeOf(states, policies))
  return (
    <section aria-label="変わるところ">
      <h3>変わるところ（{told.length}件）</h3>
      <ul>
        {told.map((field) => (
          <li key={field.pointer}>{wordField(field)}</li>
        ))}
      </ul>
    </section>
  )
}

const tableOf = { 1: tables.form1, 2: tables.form2 } as const

const Form = ({ form }: { form: 1 | 2 }) => {
  const { work, judged } = useDesk()
  const service = serviceOf(work.draft, sheets)
  const origin = { file: judged.file, sha256: sha256Of(judged.text) }
  const document = formDocument(tableOf[form], tables, { service, assessment: assess(service, policies), origin })
  const missing = missingIn(document)
  return (
    <>
      {document.isReconstruction && <p class="note">参考様式（再構成）です。</p>}
      {missing.length > 0 && <p>記入されていない欄: {missing.join('、')}</p>}
      {document.groups.map(({ title, columns, rows }, index) => (
        <table key={index}>
          <caption>{title || document.title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, value, missing: isMissing }, at) => (
              <tr key={at}>
                <th scope="row">{label}</th>
                <td class="lines">{value ?? (isMissing ? '未記入' : '－')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

/** The comment that the bot will write, drawn when somebody wants to see it. */
const ReviewersView = () => {
  const { judged, work } = useDesk()
  const [isOpen, setOpen] = useState(false)
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen) return
    loadScript('markdown.js')
      .then(() => {
        const { shinsaMarkdown } = globalThis as unknown as { shinsaMarkdown: Markdown }
        const review = shinsaMarkdown(reviewOf(judged, work.base))
        // What scrolls must be scrolled by keys too.
        for (const table of review.querySelectorAll('table')) table.tabIndex = 0
        place.current?.replaceChildren(review)
        setState('shown')
      })
      .catch(() => setState('failed'))
  }, [isOpen, judged.text])
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>審査する人の見え方を見る</summary>
      <p role="status">
        {state === 'loading' && '読み込んでいます。'}
        {state === 'failed' && '表示に使う部品を読み込めませんでした。'}
      </p>
      <div class="preview" ref={place} />
    </details>
  )
}
