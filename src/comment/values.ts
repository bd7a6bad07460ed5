import { isDay } from '../calendar.ts'
import { fieldAt, valueLabel } from '../fields.ts'
import type { Service } from '../generated/service.ts'
import { type Pointer, pointerOf } from '../pointer.ts'
import { idsOf, label, type Term } from '../vocabulary.ts'
import { wareki, weekday } from '../wareki.ts'
import { excerpt } from './escape.ts'

/** 2026-04-01（令和8年4月1日） */
export const wordDate = (day: string): string => `${day}（${wareki(day)}）`
/** 令和8年4月1日（水） */
export const wordDay = (day: string): string => `${wareki(day)}（${weekday(day)}）`

export const nothing = '－'

/** A value as the form has it. What the vocabulary does not know is somebody's own words, and shown as code. */
export function wordValue(pointer: Pointer, value: unknown): string {
  if (value === undefined || value === null) return nothing
  if (Array.isArray(value)) return wordList(pointer, value)
  if (typeof value === 'object') return wordMapping(pointer, value as Record<string, unknown>)
  if (typeof value === 'boolean') return valueLabel(pointer, value)
  if (typeof value === 'number') return `${grouped(value)}${pointer.startsWith('/contract/cost') ? '円' : ''}`
  const text = String(value)
  if (isDay(text)) return wordDate(text)
  const term = fieldAt(pointer)?.term as Term | undefined
  return term !== undefined && idsOf(term).includes(text) ? label(term, text) : excerpt(text)
}

/** More of a list or of a block would drown the rest of a table. */
const shown = 12

function wordList(pointer: Pointer, list: readonly unknown[]): string {
  if (list.length === 0) return pointer === '/information/kinds' ? '重要情報なし' : nothing
  const words = list.slice(0, shown).map((item, index) => wordValue(`${pointer}/${index}`, item))
  return words.join('、') + (list.length > shown ? `、ほか${list.length - shown}件` : '')
}

function wordMapping(pointer: Pointer, mapping: Record<string, unknown>): string {
  const entries = Object.entries(mapping).filter(([, value]) => value !== undefined && value !== null)
  const words = entries.slice(0, shown).map(([key, value]) => {
    const at = pointer + pointerOf([key])
    return `${fieldAt(at)?.title ?? excerpt(key, 40)}：${wordValue(at, value)}`
  })
  return words.join('<br>') + (entries.length > shown ? `<br>ほか${entries.length - shown}件` : '')
}

const grouped = (number: number): string => {
  const [whole = '', fraction] = String(number).split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}

/** 重要情報あり・有料 */
export const wordClass = ({ service, information }: Service): string =>
  `重要情報${information.kinds.length > 0 ? 'あり' : 'なし'}・${label('pricing', service.pricing)}`
