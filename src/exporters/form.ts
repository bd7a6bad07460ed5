import type { Assessment } from '../assess.ts'
import { valueAt } from '../facts.ts'
import { pathOf } from '../fields.ts'
import { answerTo } from '../form/answers.ts'
import { cellAt, choicesAt, type FormCell, leavesOf, repeated } from '../form/cells.ts'
import type { Filling, FormDocument, FormGroup, FormRow, FormTables } from '../form/document.ts'
import { entriesAt } from '../form/entries.ts'
import { isAsked } from '../form/needs.ts'
import { plain } from '../form/script.ts'
import type { Field, FormTable } from '../form/table.ts'
import type { Service } from '../generated/service.ts'
import { suspensionOf } from '../register/blocks.ts'
import { wordSuspension } from '../register/columns.ts'
import { wordStatus } from '../register/status.ts'
import { idsOf, label } from '../vocabulary.ts'
import { checklistGroups, type WhichCheck } from './form-checks.ts'
import { conditionCells, detailGroups, wordCondition } from './form-details.ts'

const columns = ['項目', '記入']

/** 様式1 to 様式7 as it is printed: blank, or filled from a service file. */
export function formDocument(
  table: FormTable,
  tables: FormTables,
  filling: Filling | null,
  which: WhichCheck = 'newest',
): FormDocument {
  const { form, title, status, note, when, decision, substitute } = table
  return {
    name: `様式${form}`,
    title,
    isReconstruction: status === 'reconstruction',
    about: [`書く時期：${when}`, ...[decision, substitute].filter((text) => text !== undefined), note],
    origin: filling?.origin ?? null,
    notices: filling === null ? [] : noticesOf(form, filling),
    groups:
      table.items === undefined
        ? [...fieldGroups(table, filling), ...(form < 3 ? detailGroups(form, tables, filling) : [])]
        : checklistGroups(table, filling, which),
  }
}

/** A form on which the use is not applied for, or not checked, is filled all the same. */
function noticesOf(form: number, { assessment, service }: Filling): string[] {
  return [...procedureNotices(form, assessment), ...suspensionNotices(service)]
}

function procedureNotices(form: number, assessment: Assessment): string[] {
  const { outcome, application, checks = [], missing = [] } = assessment
  if (outcome === 'incomplete')
    return [`要否を決める事実が${missing.length}件書かれていないため、使う様式が決まりません。`]
  if (outcome !== 'application')
    return [`この利用は「${label('outcome', outcome)}」で、様式${form}を求められていません。`]
  if (form < 3) return application?.form === form ? [] : [`この利用の申請に使うのは、様式${application?.form}です。`]
  if (form === 3 || checks.some((asked) => asked.form === form)) return []
  return [`この利用の点検に使うのは、${checks.map((asked) => `様式${asked.form}`).join('・')}です。`]
}

/** On every paper of a use that somebody has stopped. */
export function suspensionNotices(service: unknown): string[] {
  const words = wordSuspension({ suspension: suspensionOf(service as Service) })
  return words === null ? [] : [`この利用には、${wordStatus('suspended')}の記録があります（${words}）。`]
}

function fieldGroups({ form, fields = [] }: FormTable, filling: Filling | null): FormGroup[] {
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

function wordCounts(place: string, entries: readonly Readonly<Record<string, unknown>>[]): string {
  const counted: [string, (entry: Readonly<Record<string, unknown>>) => boolean][] =
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
