import type { Assessment } from '../assess.ts'
import type { Tables } from '../explain/knowledge.ts'
import type { FormCell } from './cells.ts'

/**
 * `choices`: what a hand may tick where there is no answer. `last`: what the check before said; only checklists have it.
 * `missing`: a filled form should have it; `open`: the form is there to be filled in.
 */
export type FormRow = {
  label: string
  hint: string | null
  need: 'required' | 'conditional' | 'optional'
  choices: readonly string[]
  value: string | null
  last?: string | null
  missing: boolean
  open: boolean
  /** The places behind the row, the first of them the one that matters most. */
  cells: readonly FormCell[]
}
/**
 * Groups that stand one after the other with the same columns are one table. `isList`: each row is an entry, whose cells
 * belong side by side; `sheet`: where a workbook has them, if not with the others.
 */
export type FormGroup = {
  title: string
  columns: readonly string[]
  rows: FormRow[]
  isList?: true
  sheet?: string
}
/** かがみ: from which file this was filled, and of what content. */
export type Origin = { file: string; sha256: string }
export type FormDocument = {
  name: string
  title: string
  isReconstruction: boolean
  /** When it is written, and how far it is what the ward uses. */
  about: readonly string[]
  origin: Origin | null
  notices: readonly string[]
  groups: readonly FormGroup[]
}

/** A service file to fill a form from. What the schema refused is not in it; null for a blank form. */
export type Filling = { service: unknown; assessment: Assessment; origin: Origin }
export type FormTables = Pick<Tables, 'risks' | 'criteria' | 'measures'>

export const emptyMark = '☐'

/** What a filled form lacks; a group without any answer is named once. */
export const missingIn = ({ groups, origin }: FormDocument): string[] =>
  origin === null
    ? []
    : groups.flatMap(({ title, rows }) => {
        const missing = rows.filter((row) => row.missing)
        if (missing.length > 3 && missing.length === rows.length) return [`${title}（${rows.length}件すべて）`]
        return missing.map(({ label }) => label)
      })
