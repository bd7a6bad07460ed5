import { valueAt } from '../facts.ts'
import { fieldAt } from '../fields.ts'
import { cellAt, type FormCell } from '../form/cells.ts'
import type { Filling, FormRow } from '../form/document.ts'
import type { Entry } from '../form/entries.ts'
import { plain } from '../form/script.ts'
import { valueIn } from '../form/values.ts'

/** Keys of an entry, each with its title, a line each. */
export function wordEntry(list: string, entry: Entry, first: string | null, keys: readonly string[]): string {
  const lines = keys.flatMap((key) => {
    const value = entry[key]
    const at = `/${list}/0/${key}`
    return value === undefined || value === null ? [] : [`${fieldAt(at)?.title ?? key}：${valueIn(plain, at, value)}`]
  })
  return [...(first === null ? [] : [first]), ...lines].join('\n')
}

export const wordCondition = (entry: Entry): string =>
  wordEntry('conditions', entry, null, ['reason', 'date']) || '理由の記載なし'

/** The cells of an entry: `row` is what tells it apart, `first` what a hand may tick. */
export const entryCells = (list: string, row: string, keys: readonly string[], entry: Entry | undefined): FormCell[] =>
  keys.map((key) => cellAt(`/${list}/0/${key}`, valueAt(entry, `/${key}`), `${list}.${row}.${key.replace('/', '.')}`))

export const conditionCells = (id: string, entry: Entry | undefined): FormCell[] =>
  entryCells('conditions', id, ['reason', 'date'], entry)

export type Answered = Pick<FormRow, 'label' | 'hint' | 'choices' | 'cells'> & {
  entry: Entry | undefined
  word(entry: Entry): string
}
export const rowOf = (
  { label: name, hint, choices, cells, entry, word }: Answered,
  filling: Filling | null,
): FormRow => {
  const value = entry === undefined ? null : word(entry)
  return {
    label: name,
    hint,
    need: 'required',
    choices,
    value,
    missing: filling !== null && value === null,
    open: filling === null,
    cells,
  }
}
