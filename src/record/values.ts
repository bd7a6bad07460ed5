import { type Answer, parseAnswer } from '../draft/answer.ts'
import type { Sheets } from '../draft/draft.ts'
import { keysOf, type Pointer } from '../pointer.ts'
import { checkSchema } from '../schema.ts'

/** What somebody wrote for a field of a record; every place in a list is a star. */
export function readValue(field: Pointer, written: string, sheets: Sheets): Answer {
  const answer = parseAnswer(field, written, sheets)
  if ('problem' in answer) return answer
  const problem = refusalOf(field, answer.value)
  return problem === undefined ? answer : { problem }
}

/** Why the schema would refuse a value there, whatever else is missing. */
function refusalOf(field: Pointer, value: unknown): string | undefined {
  const file = keysOf(field).reduceRight((inner, key) => (key === '*' ? [inner] : { [key]: inner }), value)
  const refusal = checkSchema(file).find(({ of }) => of === field.replaceAll('*', '0'))
  return refusal && [refusal.message, refusal.remedy].filter((text) => text !== null).join('')
}
