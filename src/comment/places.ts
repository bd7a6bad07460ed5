import { isDay } from '../calendar.ts'
import { fieldAt, labelOf } from '../fields.ts'
import type { Service } from '../generated/service.ts'
import { keysOf, type Pointer, pointerOf } from '../pointer.ts'
import { idsOf, label } from '../vocabulary.ts'
import { excerpt, sentence } from './escape.ts'
import type { Guideline } from './guideline.ts'

/** Where a pointer points, in the words of the form; a row of a list has the name that the guideline gives it. */
export function wordPlace(pointer: Pointer, service: Service | null, guideline: Guideline): string {
  const keys = keysOf(pointer)
  if (!keys.every((key, depth) => /^\d+$/.test(key) || fieldAt(pointerOf(keys.slice(0, depth + 1))) !== undefined))
    return excerpt(labelOf(pointer), 80)
  const [block = '', index = '', ...rest] = keys
  const name = index === '' ? null : nameOfRow(block, Number(index), service, guideline)
  if (name === null) return labelOf(pointer)
  const below = labelOf(pointer).split(' › ').slice(2)
  return [labelOf(`/${block}`), name, ...(rest.length > 0 ? below : [])].join(' › ')
}

/** A sentence of ours in which the keys of the file have the names of the form beside them. */
export const withLabels = (text: string): string =>
  text.replaceAll(/(?<![\w.])[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)*(?![\w.（]) ?/g, (found) => {
    const path = found.trimEnd()
    const title = fieldAt(pointerOf(path.split('.')))?.title
    return title === undefined ? found : `${path}（${title}）`
  })

type Naming = (entry: never, tables: Guideline['tables']) => string | null

function nameOfRow(block: string, index: number, service: Service | null, { tables }: Guideline): string | null {
  const naming = Object.hasOwn(namings, block) ? namings[block] : undefined
  const entry = (service as unknown as Record<string, readonly unknown[] | undefined> | null)?.[block]?.[index]
  return naming === undefined || entry === undefined ? null : naming(entry as never, tables)
}

type Entry<Block extends keyof Service> = NonNullable<Service[Block]> extends readonly (infer Item)[] ? Item : never

/** Only names that stand in a table: what somebody wrote into the file names nothing here. */
const namings: Readonly<Record<string, Naming>> = {
  criteria: ({ number }: Entry<'criteria'>, { criteria }) => {
    const found = criteria.rows.find((one) => one.number === number)
    return found === undefined ? null : sentence(`No.${found.number}「${found.title}」`)
  },
  risks: ({ id }: Entry<'risks'>, { risks }) => {
    const found = risks.rows.find((one) => one.id === id)
    return found === undefined ? null : sentence(`リスク${found.number}「${found.label}」`)
  },
  governmentCloud: ({ measure }: Entry<'governmentCloud'>, { measures }) => {
    const found = measures.rows.find(({ number }) => number === measure)
    return found === undefined ? null : sentence(`対策${found.symbol}「${found.title}」`)
  },
  conditions: ({ id }: Entry<'conditions'>) => (idsOf('condition').includes(id) ? label('condition', id) : null),
  checks: ({ form, date }: Entry<'checks'>) => (isDay(date) ? `様式${form}（${date}）` : `様式${form}`),
  confirmations: ({ date }: Entry<'confirmations'>) => (isDay(date) ? date : null),
}
