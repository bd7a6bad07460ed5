import { risks } from '../../../policies/tables.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { SectionLink } from '../../parts/section-link.tsx'
import { Field } from '../fields/field.tsx'

/** The risks of §6: each is weighed, whatever the answer. */
export const Risks = ({ rows }: { rows: readonly Pointer[] }) => {
  if (rows.length === 0) return null
  return (
    <>
      <p>
        このサービスを使うときのリスクを1つずつ検討し、受け入れられるかを答えます。受け入れられないリスクがあると、利用できません（
        <SectionLink section="6" />
        ）。
      </p>
      {rows.map((row) => {
        const risk = risks.rows.find(({ id }) => row === `/risks/${id}`)
        return (
          <section key={row} class="row-box" aria-label={risk?.label ?? row}>
            <h2>{risk === undefined ? row : `${risk.number}. ${risk.label}`}</h2>
            {risk !== undefined && <p>{risk.summary}</p>}
            <Field pointer={`${row}/accepted`} isBare title="このリスクを受け入れられますか" />
            <Field pointer={`${row}/note`} title="検討の備考" />
          </section>
        )
      })}
    </>
  )
}
