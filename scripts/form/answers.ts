import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import { checkService } from '../../src/check.ts'
import { parseAnswer } from '../../src/draft/answer.ts'
import { blockOf, rowKeys } from '../../src/draft/draft.ts'
import { isMapping, type Mapping } from '../../src/draft/mapping.ts'
import { fieldOf, pointerOfFlag, titleOf } from '../../src/draft/places.ts'
import { type Edit, editService } from '../../src/edit/edit.ts'
import { formSheets } from '../../src/exporters/form-xlsx.ts'
import { valueAt } from '../../src/facts.ts'
import { valueLabel } from '../../src/fields.ts'
import type { FormDocument } from '../../src/form/document.ts'
import { keysOf, type Pointer, pointerOf } from '../../src/pointer.ts'
import { oneLine } from '../../src/reporters/one-line.ts'
import { type FormAnswer, formAnswers } from '../../src/sheets/form-answers.ts'
import { parseSource } from '../../src/source/document.ts'
import type { Arguments } from '../arguments.ts'
import { agreed } from '../criteria/agreed.ts'
import type { Use } from '../record/record.ts'
import { replaceText } from '../record/store.ts'
import { UsageError } from '../usage.ts'
import { otherForm, readForm } from './sheet.ts'

type Changed = FormAnswer & { at: Pointer; value: unknown; before: string }

/** Takes the answers of 様式1 or 様式2 back from a workbook into the file; what the workbook leaves blank stays. */
export async function takeBack(
  use: Use,
  document: FormDocument,
  workbook: string,
  switches: Arguments['switches'],
): Promise<number> {
  const changed = changesIn(await readForm(workbook), document, workbook)
  if (changed.length === 0) {
    process.stdout.write(`${use.file} の記載と同じため、変えるところはありません。\n`)
    return 0
  }
  process.stdout.write(changed.map(wordChange).join(''))
  if (!(await agreed(switches, `${use.file} に書きますか。`))) return 2
  const text = editService(use.text, editsFor(use.source.value, changed), sheets)
  replaceText(use.file, use.text, text)
  process.stdout.write(`${use.file} の${changed.length}か所を書き換えました。\n`)
  const { diagnostics } = checkService(parseSource(use.file, text), policies)
  const open = diagnostics.filter(({ verdict }) => verdict === 'violation').length
  if (open > 0) process.stderr.write(`直すところが${open}件あります。validate ${use.file} で確かめてください。\n`)
  return 0
}

/** What the file says would stand in the same workbook: only what reads otherwise is a change. */
function changesIn(answers: readonly FormAnswer[], document: FormDocument, workbook: string): Changed[] {
  const present = new Map(
    formAnswers(
      formSheets(document).map(({ name, headings, rows }) => ({ name, cells: [headings, ...rows], merges: [] })),
    )?.map(({ name, word }) => [name, word]),
  )
  const problems: string[] = []
  const changed = answers.flatMap((answer): Changed[] => {
    const { name, word, sheet, line } = answer
    if (present.get(name) === word) return []
    const at = pointerOfFlag(name)
    if (fieldOf(at) === undefined) throw otherForm(workbook, '様式1か様式2')
    const where = `${workbook} の「${sheet}」${line}行目（${titleOf(at, sheets)}）`
    const read = parseAnswer(at, word, sheets)
    if ('problem' in read) problems.push(oneLine(`${where}: ${read.problem}`))
    return 'problem' in read ? [] : [{ ...answer, at, value: read.value, before: present.get(name) ?? '' }]
  })
  if (problems.length > 0) throw new UsageError(problems.join('\n'))
  return changed
}

const wordChange = ({ at, value, before }: Changed): string =>
  `${titleOf(at, sheets)}: ${before === '' ? '（なし）' : `「${oneLine(before)}」`} → 「${oneLine(valueLabel(at, value))}」\n`

/** A row of a list is known by what it says of itself; one that is not there yet comes behind the others. */
function editsFor(file: unknown, changed: readonly Changed[]): Edit[] {
  const rows = new Map<string, Mapping>()
  const edits = changed.flatMap(({ at, value }): Edit[] => {
    const [list = '', row = '', ...rest] = keysOf(at)
    const key = rowKeys.get(list)
    if (key === undefined) return [{ pointer: at, value }]
    const entries = valueAt(file, `/${list}`)
    const index = Array.isArray(entries)
      ? entries.findIndex((entry) => isMapping(entry) && String(entry[key]) === row)
      : -1
    if (index >= 0) return [{ pointer: pointerOf([list, `${index}`, ...rest]), value }]
    const place = pointerOf([list, row])
    rows.set(place, withPart(rows.get(place) ?? {}, rest, value))
    return []
  })
  const added = [...rows].map(([place, entry]): Edit => {
    const [list = '', row = ''] = keysOf(place)
    return { pointer: `/${list}/-`, value: (blockOf(list, { [row]: entry }, sheets) as unknown[])[0] }
  })
  return [...edits, ...added]
}

function withPart(entry: Mapping, [key = '', ...rest]: readonly string[], value: unknown): Mapping {
  const inner = entry[key]
  return { ...entry, [key]: rest.length === 0 ? value : withPart(isMapping(inner) ? inner : {}, rest, value) }
}
