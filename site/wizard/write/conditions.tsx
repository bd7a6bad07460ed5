import { sheets } from '../../../policies/sheets.ts'
import { titleOf } from '../../../src/draft/places.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { Field } from '../fields/field.tsx'

/** What somebody of 情報政策課 will judge: the section says why it should be allowed. */
export const Conditions = ({ rows }: { rows: readonly Pointer[] }) => (
  <>
    {rows.map((row) => (
      <section key={row} class="row-box" aria-label={titleOf(row, sheets)}>
        <h2>{titleOf(row, sheets).split(' › ').at(-1)}</h2>
        <p class="note">情報政策課が、この記録を読んで審査で判断します。</p>
        <Field pointer={`${row}/reason`} title="理由と判断の経過" />
        <Field pointer={`${row}/date`} title="判断・相談の日" />
      </section>
    ))}
  </>
)
