import { valueAt } from '../facts.ts'
import { fieldAt } from '../fields.ts'
import type { Pointer } from '../pointer.ts'
import { idsOf, label } from '../vocabulary.ts'
import { type Entry, entriesAt } from './entries.ts'
import type { Script } from './script.ts'
import type { Field } from './table.ts'
import { valueIn } from './values.ts'

/** Lists which stand in one field, in the words of whoever shows them. */
export type Lists = Readonly<Record<Pointer, () => string>>

/** What a service file answers to a field of a form; null where it says nothing. */
export function answerTo({ id, place }: Field, service: unknown, script: Script, lists: Lists = {}): string | null {
  const places = typeof place === 'string' ? [place] : place
  if (places.includes('derived')) return derived[id]?.(service, script) ?? null
  const words = places.flatMap((pointer) => {
    const value = valueAt(service, pointer)
    if (value === undefined || value === null) return []
    const word = Object.hasOwn(lists, pointer) ? lists[pointer]!() : valueIn(script, pointer, value)
    return [places.length === 1 ? word : `${fieldAt(pointer)?.title}：${word}`]
  })
  return words.length === 0 ? null : words.join(script.line)
}

/** Null where nobody has said which kinds there are. */
function byKinds(service: unknown, some: string, none: string): string | null {
  const kinds = valueAt(service, '/information/kinds')
  if (!Array.isArray(kinds)) return null
  return kinds.length > 0 ? some : none
}

const derived: Readonly<Record<string, (service: unknown, script: Script) => string | null>> = {
  noImportantInformation: (service) => byKinds(service, '重要情報を扱います', '重要情報を扱いません'),
  handledImportantInformation: (service) => byKinds(service, 'あり', 'なし'),
  form6Result: (service, script) => {
    const last = entriesAt(service, '/checks').findLast(({ form }) => form === 6)
    return last === undefined ? null : checkIn(script, last)
  },
}

/** 様式5・2026-07-01（令和8年7月1日） / 実施済み 14・一部実施 1 */
export const checkIn = (script: Script, { form, date, by, confirmed, items }: Entry): string =>
  [
    `様式${form}・${valueIn(script, '/checks/0/date', date)}`,
    typeof by === 'string' ? `点検者：${script.quoted(by, 60)}` : null,
    confirmed === undefined
      ? '管理者の確認：未記入'
      : `管理者の確認：${valueIn(script, '/checks/0/confirmed', confirmed)}`,
    resultsIn(entriesAt({ items }, '/items')),
  ]
    .filter((line) => line !== null)
    .join(script.line)

const resultsIn = (items: readonly Entry[]): string =>
  idsOf('checkResult')
    .map((id) => ({ id, count: items.filter(({ result }) => result === id).length }))
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => `${label('checkResult', id)} ${count}`)
    .join('・')
