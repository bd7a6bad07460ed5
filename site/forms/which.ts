import type { Assessment } from '../../src/assess.ts'
import { entriesAt } from '../../src/form/entries.ts'

/** The forms of a use: those that the guideline asks of it, and those that somebody has filled in all the same. */
export function formsFor({ application, termination, checks = [] }: Assessment, stated: unknown): number[] {
  const asked = [application?.form, termination === undefined ? undefined : 3, ...checks.map(({ form }) => form)]
  const written = entriesAt(stated, '/checks').map(({ form }) => form)
  return [...new Set([...asked, ...written])].filter((form) => typeof form === 'number').sort((a, b) => a - b)
}
