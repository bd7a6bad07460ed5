import { fold } from '../folding.ts'
import type { Field } from '../generated/fields.ts'
import { nearest } from '../nearest.ts'
import { keysOf, type Pointer, pointerOf } from '../pointer.ts'
import { checkSchema } from '../schema.ts'
import { idsOf, label, type Term } from '../vocabulary.ts'
import { hintForDate, parseJapaneseDate } from '../wareki.ts'
import { type Sheets, serviceOf, withAnswer } from './draft.ts'
import { fieldOf } from './places.ts'

export type Answer = { value: unknown } | { problem: string }
export type Choice = { value: unknown; id: string; label: string }

/** The choices of a field; none where it takes free text. */
export function choicesOf({ type, term }: Pick<Field, 'type' | 'term'>): Choice[] {
  if (type === 'boolean')
    return [
      { value: true, id: 'true', label: 'はい' },
      { value: false, id: 'false', label: 'いいえ' },
    ]
  if (term === undefined || (type !== 'enum' && type !== 'array')) return []
  return idsOf(term as Term).map((id) => ({ value: id, id: id ?? 'none', label: label(term as Term, id) }))
}

/** What somebody typed as the value of a field: ids or labels, days in any calendar, digits in any width. */
export function parseAnswer(pointer: Pointer, written: string, sheets: Sheets): Answer {
  const field = fieldOf(pointer)
  if (field === undefined) throw new Error(`${pointer} is no field`)
  const choices = choicesOf(field)
  if (field.type === 'array') return parseList(pointer, written, choices, sheets)
  if (choices.length > 0) return parseChoice(written, choices)
  if (field.type === 'date') return parseDay(written)
  return firstAccepted(pointer, readings(field, written), sheets)
}

const none = new Set(['', 'none', 'null', 'なし', '[]'])
const yes = new Map([
  ...['yes', 'y', '○', '有', 'あり'].map((word) => [word, true] as const),
  ...['no', 'n', '×', '無', 'なし'].map((word) => [word, false] as const),
])

function parseList(pointer: Pointer, written: string, choices: readonly Choice[], sheets: Sheets): Answer {
  if (none.has(written.trim())) return firstAccepted(pointer, [[]], sheets)
  const words = written
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .split(/[,、，\n]/)
    .map((word) => word.trim())
  const answers = words.filter((word) => word !== '').map((word) => parseChoice(word, choices))
  const wrong = answers.find((answer) => 'problem' in answer)
  return wrong ?? firstAccepted(pointer, [answers.map((answer) => ('value' in answer ? answer.value : null))], sheets)
}

function parseChoice(written: string, choices: readonly Choice[]): Answer {
  const word = fold(written)
  const nothing = choices.find(({ value }) => value === null)
  if (nothing !== undefined && none.has(written.trim())) return { value: nothing.value }
  const exact = choices.find(({ id, label }) => fold(id) === word || fold(label) === word)
  if (exact !== undefined) return { value: exact.value }
  if (choices.some(({ value }) => value === true) && yes.has(word)) return { value: yes.get(word) }
  // A label without what stands in brackets behind it, or its beginning, where only one has it.
  const bare = choices.filter(({ label }) => fold(label.replace(/（.*）$/, '')) === word)
  const begun = choices.filter(({ label }) => word !== '' && fold(label).startsWith(word))
  const only = [bare, begun].find((found) => found.length === 1)?.[0]
  return only === undefined ? { problem: unknownChoice(written, choices) } : { value: only.value }
}

function unknownChoice(written: string, choices: readonly Choice[]): string {
  const near = nearest(
    written,
    choices.flatMap(({ id, label }) => [id, label]),
  )
  const meant = choices.find(({ id, label }) => id === near || label === near)
  const hint = meant === undefined ? '' : `もしかして ${shown(meant)} ですか。`
  return `「${written}」という選択肢はありません。${hint}選べるのは ${choices.map(shown).join('、')} です。`
}
const shown = ({ id, label }: Choice): string => `${id}（${label}）`

function parseDay(written: string): Answer {
  const day = parseJapaneseDate(written)
  if (day !== null) return { value: day }
  const hint = hintForDate(written) ?? '「2026-04-01」や「令和8年4月1日」のように、実際にある日を書いてください。'
  return { problem: `「${written}」は日付として読めません。${hint}` }
}

/** As it was typed, else as it was meant: numbers of all kinds are typed in full width and with signs between digits. */
function readings({ type }: Field, written: string): unknown[] {
  const plain = written.normalize('NFKC').trim()
  const digits = plain.replaceAll(/[\s-]/g, '')
  const kinds = type.split('|')
  const count = plain.replaceAll(',', '').replace(/(人|名|円|件)$/, '')
  const isNumber = kinds.includes('integer')
    ? /^\d+$/.test(count)
    : kinds.includes('number') && /^\d+(\.\d+)?$/.test(count)
  if (isNumber) return [Number(count)]
  return kinds.includes('string') ? [written, plain, digits] : [written]
}

function firstAccepted(pointer: Pointer, values: readonly unknown[], sheets: Sheets): Answer {
  const refusals = values.map((value) => refusalOf(pointer, value, sheets))
  const accepted = refusals.indexOf(undefined)
  return accepted < 0 ? { problem: refusals[0] ?? '' } : { value: values[accepted] }
}

/** Why the schema would refuse an answer in its place, whatever else is missing. */
function refusalOf(pointer: Pointer, answer: unknown, sheets: Sheets): string | undefined {
  const value = serviceOf(withAnswer({}, pointer, answer), sheets)
  const [list = '', ...below] = keysOf(pointer)
  const at = Array.isArray(value[list]) ? pointerOf([list, '0', ...below.slice(1)]) : pointer
  const refusal = checkSchema(value).find(({ of }) => of === at || of.startsWith(`${at}/`))
  return refusal && [refusal.message, refusal.remedy].filter((text) => text !== null).join('')
}
