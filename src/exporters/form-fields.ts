import { valueAt } from '../facts.ts'
import { pathOf } from '../fields.ts'
import { answerTo } from '../form/answers.ts'
import { cellAt, choicesAt, type FormCell, leavesOf, repeated } from '../form/cells.ts'
import type { Filling, FormGroup, FormRow } from '../form/document.ts'
import { type Entry, entriesAt } from '../form/entries.ts'
import { isAsked } from '../form/needs.ts'
import { plain } from '../form/script.ts'
import type { Field, FormTable } from '../form/table.ts'
import { idsOf, label } from '../vocabulary.ts'
import { conditionCells, wordCondition } from './form-rows.ts'

const columns = ['項目', '記入']

/** The fields of 様式1 to 様式3, group by group. */
export function fieldGroups({ form, fields = [] }: FormTable, filling: Filling | null): FormGroup[] {
  const groups: FormGroup[] = []
  for (const field of fields) {
    const title = field.group ?? ''
    if (groups.at(-1)?.title !== title) groups.push({ title, columns, rows: [] })
    groups.at(-1)!.rows.push(fieldRow(form, field, filling))
  }
  return groups
}

function fieldRow(form: number, field: Field, filling: Filling | null): FormRow {
  const { label: name, need, condition, note } = field
  const value = filling === null ? null : fieldValue(field, filling.service)
  return {
    label: name,
    // How to answer is of use until there is an answer.
    hint: value === null ? [condition, note].filter((text) => text !== undefined).join('。') || null : null,
    need,
    choices: choicesOf(field),
    value,
    missing: filling !== null && value === null && isAsked(field, filling.service),
    open: filling === null,
    cells: cellsOf(form, field, filling, value),
  }
}

/** The places of a field; what is counted or concluded from others has none of its own. */
function cellsOf(form: number, field: Field, filling: Filling | null, value: string | null): FormCell[] {
  const { id, label: name, entry } = field
  const places = [field.place].flat() as string[]
  if (id === 'noImportantInformation')
    return [{ name: 'information.kinds', title: name, value, choices: choicesOf(field) }]
  if (entry !== undefined) return conditionCells(entry, conditionsOf(entry, filling?.service)[0])
  if (places.some((place) => ['derived', '/risks', '/criteria'].includes(place))) return [repeated(name, value)]
  return places.flatMap(leavesOf).map((at) => cellAt(at, valueAt(filling?.service, at), optionOf(form, at)))
}

/** 様式3 is answered by what ends a use, which says the rest already. */
function optionOf(form: number, at: string): string | null {
  if (form !== 3) return pathOf(at)
  return at.startsWith('/termination/') ? pathOf(at.slice('/termination'.length)) : null
}

const conditionsOf = (id: string, service: unknown) =>
  entriesAt(service, '/conditions').filter((record) => record.id === id)

/** Long lists have a table of their own; here stands how many answers they hold. */
function fieldValue(field: Field, service: unknown): string | null {
  if (field.place === '/risks' || field.place === '/criteria') {
    const entries = entriesAt(service, field.place)
    return entries.length === 0 ? null : `${wordCounts(field.place, entries)}（内訳は別の表のとおり）`
  }
  if (field.entry === undefined) return answerTo(field, service, plain)
  const records = conditionsOf(field.entry, service)
  return records.length === 0 ? null : records.map(wordCondition).join('\n')
}

function wordCounts(place: string, entries: readonly Entry[]): string {
  const counted: [string, (entry: Entry) => boolean][] =
    place === '/risks'
      ? [
          ['許容する', ({ accepted }) => accepted === true],
          ['許容しない', ({ accepted }) => accepted === false],
        ]
      : idsOf('criterionResult').map((id) => [label('criterionResult', id), ({ result }) => result === id])
  return counted.map(([word, isSo]) => `${word} ${entries.filter(isSo).length}`).join('・')
}

function choicesOf({ id, place }: Field): string[] {
  if (place === 'derived') return derivedChoices[id] ?? []
  return typeof place === 'string' ? choicesAt(place) : []
}

const derivedChoices: Readonly<Record<string, string[]>> = {
  noImportantInformation: ['重要情報を扱いません'],
  handledImportantInformation: ['あり', 'なし'],
}
