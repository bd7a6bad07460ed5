import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { editService } from '../../src/edit/edit.ts'
import type { Criterion } from '../../src/sheets/criteria.ts'
import type { CriterionChange } from '../../src/sheets/criteria-changes.ts'
import { parseSource } from '../../src/source/document.ts'
import { reasonOf, repository, shownPath } from '../files.ts'
import { UsageError } from '../usage.ts'

export type TableFile = { file: string; text: string; rows: Criterion[] }

/** 別表 as it lies in the repository. */
export function openTable(): TableFile {
  const file = shownPath(join(repository(), 'policies', '07-selection', 'criteria.yml'))
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} を開けません: ${reasonOf(error)}。`)
  }
  return { file, text, rows: rowsIn(file, text) }
}

function rowsIn(file: string, text: string): Criterion[] {
  const { value, readable } = parseSource(file, text)
  const rows = (value as { rows?: unknown } | undefined)?.rows
  if (!readable || !Array.isArray(rows)) throw new UsageError(`${file} は別表として読めません。`)
  return rows as Criterion[]
}

/** The text with the changes in it, and everything else as it stands. */
export function changedText({ file, text, rows }: TableFile, changes: readonly CriterionChange[]): string {
  const placeOf = (number: unknown): number => rows.findIndex((row) => row.number === number)
  const edits = changes.flatMap((change) =>
    change.kind === 'field'
      ? [{ pointer: `/rows/${placeOf(change.number)}/${change.field}`, value: change.after }]
      : [],
  )
  const gone = changes.filter(({ kind }) => kind === 'removed').map(({ number }) => placeOf(number))
  const removals = gone.sort((a, b) => b - a).map((place) => ({ pointer: `/rows/${place}`, value: undefined }))
  const added = changes.flatMap((change) => (change.kind === 'added' ? [change.row] : []))
  const result = withRows(editService(text, [...edits, ...removals]), added)
  // Nothing is handed on that does not say what it was meant to say.
  if (rowsIn(file, result).length !== rows.length - gone.length + added.length)
    throw new Error(`${file} cannot be edited`)
  return result
}

/** New rows stand before those that only some uses have. */
function withRows(text: string, rows: readonly Criterion[]): string {
  if (rows.length === 0) return text
  const written = rows.map((row) => `${rowText(row)}\n\n`).join('')
  const place = /^ {2}- number: X/m.exec(text)?.index
  return place === undefined
    ? `${text.trimEnd()}\n\n${written.trimEnd()}\n`
    : text.slice(0, place) + written + text.slice(place)
}

function rowText({ number, level, category, title, requirement, ask, evidence }: Criterion): string {
  const row = {
    ...{ number, id: `criterion-${number}`, level, category, title, requirement, ask, evidence },
    ...{ cites: ['§7(1)'], certainty: 'stated' },
  }
  return stringify([row], { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n')
}
