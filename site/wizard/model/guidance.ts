import { guideline } from '../../../policies/guideline.ts'
import { coverage, exemptions, knownServices } from '../../../policies/tables.ts'
import { patternOf } from '../../../src/draft/places.ts'
import { clausesMetBy } from '../../../src/explain/clauses.ts'
import type { Clause } from '../../../src/explain/knowledge.ts'
import { placeOf } from '../../../src/explain/places.ts'
import type { Pointer } from '../../../src/pointer.ts'

/** The sentences of the guideline that a field answers to. */
export const sayingsOn = (pointer: Pointer): Clause[] => clausesMetBy(patternOf(pointer), coverage)

/** Where a row of 別表, or a form, is explained. */
export const criterionLink = (number: number | string): string => placeOf('criterion', String(number), guideline)
export const formPlace = (form: number): string => placeOf('form', `form${form}`, guideline)

const keyOfTerm: Readonly<Record<string, 'class' | 'category'>> = { serviceClass: 'class', category: 'category' }

/** What everybody knows, to tell the choices of a term apart. */
export function examplesOf(term: string | undefined, id: string): readonly string[] {
  if (term === 'exemption') return exemptions.rows.find((row) => row.id === id)?.examples ?? []
  const key = keyOfTerm[term ?? '']
  if (key === undefined) return []
  return knownServices.services.filter((service) => service[key] === id).map(({ name }) => name)
}
