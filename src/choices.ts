import { domains } from './generated/domains.ts'
import type { Pointer } from './pointer.ts'

/** Which of its values a fact has, by their order in the domain; undefined where it is none of them. */
export const choiceOf = (fact: Pointer, value: unknown): number | undefined => choices.get(fact)?.get(canonical(value))

/** A list counts as a set. */
const canonical = (value: unknown): string => JSON.stringify(Array.isArray(value) ? [...value].sort() : value) ?? ''

const choices: ReadonlyMap<Pointer, ReadonlyMap<string, number>> = new Map(
  Object.entries(domains).map(([fact, values]) => [
    fact,
    new Map(values.map((value, choice) => [canonical(value), choice])),
  ]),
)
