import { isMapping, type Mapping } from '../draft/mapping.ts'
import { valueAt } from '../facts.ts'
import type { Service } from '../generated/service.ts'

/** 様式4 to 様式7 as their tables have them. */
export type Checklist = {
  form: Check['form']
  title: string
  status: 'official' | 'reconstruction'
  note: string
  items: readonly { id: string; text: string; evidence: string; condition?: string }[]
}
export type Check = NonNullable<Service['checks']>[number]
export type Item = Check['items'][number]
/** Answers so far, those to the items by their ids. */
export type CheckAnswers = {
  items: Readonly<Record<string, Partial<Item>>>
  by?: string
  date?: string
  confirmed?: string
}

export const needsNote = ({ result }: Partial<Item>): boolean => result !== undefined && result !== 'yes'

/** The block as it is written; the order is that of the schema. */
export const checkOf = ({ items, by, date, confirmed }: CheckAnswers, table: Checklist, day: string): Mapping => ({
  form: table.form,
  date: date ?? day,
  by,
  confirmed,
  items: table.items.map(({ id }) => ({ id, ...items[id] })),
})

/** The last check by a form; what a hand has misshaped there is no answer. */
export function lastCheck(service: unknown, form: Checklist['form']): Check | undefined {
  const checks = valueAt(service, '/checks')
  const last = Array.isArray(checks) ? (checks as Check[]).findLast((check) => check?.form === form) : undefined
  return Array.isArray(last?.items) && last.items.every(isMapping) ? last : undefined
}
