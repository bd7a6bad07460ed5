import { measures } from '../../../policies/tables.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { SectionLink } from '../../parts/section-link.tsx'
import { useDesk } from '../desk.ts'
import { Field } from '../fields/field.tsx'

/** The nineteen measures of §15. */
export const Measures = ({ rows }: { rows: readonly Pointer[] }) => {
  const { work } = useDesk()
  if (rows.length === 0) return null
  return (
    <>
      <p>
        ガバメントクラウドで標準準拠システム等を運用するときの対策です（
        <SectionLink section="15" />
        ）。
      </p>
      {rows.map((row) => {
        const measure = measures.rows.find(({ number }) => row === `/governmentCloud/${number}`)
        const parts = measure !== undefined && 'parts' in measure ? measure.parts : []
        const hasNote = needsNote(answerAt(work.draft, `${row}/result`))
        return (
          <section key={row} class="row-box" aria-label={measure?.title ?? row}>
            <h2>{measure === undefined ? row : `${measure.symbol} ${measure.title}`}</h2>
            {measure !== undefined && <p>{measure.text}</p>}
            <Field pointer={`${row}/result`} isBare title="実施の状況" />
            {parts.map(({ id, text }) => (
              <Field key={id} pointer={`${row}/parts/${id}`} title={`${id}. ${text}`} />
            ))}
            <Field pointer={`${row}/date`} title="確認した日" />
            {hasNote && <Field pointer={`${row}/note`} title="備考（「実施済み」でないときは必須）" />}
          </section>
        )
      })}
    </>
  )
}

const needsNote = (result: unknown): boolean => result !== undefined && result !== 'yes'
