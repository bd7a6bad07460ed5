import { isDay } from '../calendar.ts'
import { fieldAt, valueLabel } from '../fields.ts'
import { type Pointer, pointerOf } from '../pointer.ts'
import { idsOf, label, type Term } from '../vocabulary.ts'
import { wareki } from '../wareki.ts'
import type { Script } from './script.ts'

/** 2026-04-01（令和8年4月1日） */
export const wordDate = (day: string): string => `${day}（${wareki(day)}）`

export const nothing = '－'

/** A value as the form has it. What the vocabulary does not know is somebody's own words. */
export function valueIn(script: Script, pointer: Pointer, value: unknown): string {
  if (value === undefined || value === null) return nothing
  if (Array.isArray(value)) return listIn(script, pointer, value)
  if (typeof value === 'object') return mappingIn(script, pointer, value as Record<string, unknown>)
  if (typeof value === 'boolean') return valueLabel(pointer, value)
  if (typeof value === 'number') return `${grouped(value)}${pointer.startsWith('/contract/cost') ? '円' : ''}`
  const text = String(value)
  if (isDay(text)) return wordDate(text)
  const term = fieldAt(pointer)?.term as Term | undefined
  return term !== undefined && idsOf(term).includes(text) ? label(term, text) : script.quoted(text)
}

function listIn(script: Script, pointer: Pointer, list: readonly unknown[]): string {
  if (list.length === 0) return pointer === '/information/kinds' ? '重要情報なし' : nothing
  const words = list.slice(0, script.most).map((item, index) => valueIn(script, `${pointer}/${index}`, item))
  return words.join('、') + (list.length > script.most ? `、ほか${list.length - script.most}件` : '')
}

function mappingIn(script: Script, pointer: Pointer, mapping: Record<string, unknown>): string {
  const entries = Object.entries(mapping).filter(([, value]) => value !== undefined && value !== null)
  const words = entries.slice(0, script.most).map(([key, value]) => {
    const at = pointer + pointerOf([key])
    return `${fieldAt(at)?.title ?? script.quoted(key, 40)}：${valueIn(script, at, value)}`
  })
  const more = entries.length > script.most ? `${script.line}ほか${entries.length - script.most}件` : ''
  return words.join(script.line) + more
}

const grouped = (number: number): string => {
  const [whole = '', fraction] = String(number).split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}
