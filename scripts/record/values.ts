import { sheets } from '../../policies/sheets.ts'
import { type Answer, choicesOf } from '../../src/draft/answer.ts'
import { isMapping, type Mapping } from '../../src/draft/mapping.ts'
import { fields } from '../../src/generated/fields.ts'
import type { Pointer } from '../../src/pointer.ts'
import { readValue as readRecordValue } from '../../src/record/values.ts'
import { parseJapaneseDate, wareki } from '../../src/wareki.ts'
import { reasonOf } from '../files.ts'
import type { Missing } from '../new/report.ts'
import { openSource } from '../sources.ts'
import { UsageError } from '../usage.ts'

/** What somebody wrote for a field of a record; every place in a list is `*`. */
export const readValue = (field: Pointer, written: string): Answer => readRecordValue(field, written, sheets)

/** Values of options, each with the name by which it was given; says everything that is wrong with them at once. */
export function readValues(given: readonly { name: string; field: Pointer; written: string }[]): unknown[] {
  const answers = given.map(({ name, field, written }) => ({ name, answer: readValue(field, written) }))
  const problems = answers.flatMap(({ name, answer }) => ('problem' in answer ? [`${name}: ${answer.problem}`] : []))
  // One option may answer many fields.
  if (problems.length > 0) throw new UsageError([...new Set(problems)].join('\n'))
  return answers.map(({ answer }) => ('value' in answer ? answer.value : undefined))
}

/** What is wrong with something typed at a question. */
export const problemAt =
  (field: Pointer, isRequired = false) =>
  (typed: string): string | undefined => {
    if (typed === '') return isRequired ? '答えを書いてください。' : undefined
    const answer = readValue(field, typed)
    return 'problem' in answer ? answer.problem : undefined
  }

/** The answers in a file of YAML. */
export function readAnswers(file: string): Mapping {
  try {
    const { value, faults, readable } = openSource(file)
    const fault = faults.find(({ rule }) => rule === 'yaml' || !readable)
    if (fault !== undefined)
      throw new UsageError(`${file} の${fault.range.line}行目: ${fault.message}${fault.remedy ?? ''}`)
    if (isMapping(value)) return value
    throw new UsageError(`${file} には「項目名: 値」の形で答えを書いてください。`)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${file} を開けません: ${reasonOf(error)}。`)
  }
}

export const missingAnswer = (flag: string, field: Pointer, label = fields[field]?.title ?? flag): Missing => ({
  flag: `--${flag}`,
  pointer: field,
  label,
  choices: choicesOf(fields[field] ?? { type: '' }).map(({ id, label }) => ({ id, label })),
})

/** Why something cannot have been done on a day: it has not come yet. */
const aheadOf = (field: Pointer, day: string, today: string): string | undefined =>
  day > today
    ? `${fields[field]?.title}（${wordDay(day)}）は、まだ来ていない日です。行った日を書いてください。`
    : undefined

export function refuseAhead(field: Pointer, day: string, today: string): void {
  const problem = aheadOf(field, day, today)
  if (problem !== undefined) throw new UsageError(problem)
}

export const problemOfDone =
  (field: Pointer, today: string) =>
  (typed: string): string | undefined =>
    problemAt(field, true)(typed) ?? aheadOf(field, parseJapaneseDate(typed) ?? typed, today)

/** A day as people read it. */
export const wordDay = (day: string): string => `${day}・${wareki(day)}`
