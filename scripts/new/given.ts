import { sheets } from '../../policies/sheets.ts'
import { answerAt } from '../../src/draft/completion.ts'
import { type Draft, draftOf, withAnswer } from '../../src/draft/draft.ts'
import type { Arguments } from '../arguments.ts'
import { reasonOf } from '../files.ts'
import { wordAll } from '../meant.ts'
import { openSource } from '../sources.ts'
import { UsageError } from '../usage.ts'
import { departmentNames, fillKnownService, fillRows, findDepartment } from './fill.ts'
import { readFlags } from './flags.ts'

export type Given = { draft: Draft; folder: string | null; notes: string[] }

/** What a file and options answer, and what follows from the names in it. */
export function answersGiven({ values, given }: Arguments, day: string): Given {
  const { draft, everyRow } = readFlags(values.from === undefined ? {} : readAnswers(values.from), given, sheets)
  const department = departmentIn(draft, values.department, day)
  const known = fillKnownService(department.draft)
  return { draft: fillRows(known.draft, everyRow), folder: department.folder, notes: known.notes }
}

function readAnswers(file: string): Draft {
  try {
    const { value, faults, readable } = openSource(file)
    const fault = faults.find(({ rule }) => rule === 'yaml' || !readable)
    if (fault === undefined) return draftOf(value)
    throw new UsageError(`${file} の${fault.range.line}行目: ${fault.message}${fault.remedy ?? ''}`)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${file} を開けません: ${reasonOf(error)}。`)
  }
}

function departmentIn(draft: Draft, asked: string | undefined, day: string): { draft: Draft; folder: string | null } {
  const named = answerAt(draft, '/department/name')
  const written = asked ?? (typeof named === 'string' ? named : undefined)
  const found = written === undefined ? undefined : findDepartment(written, day)
  if (found !== undefined) return { draft: withAnswer(draft, '/department/name', found.name), folder: found.slug }
  if (asked === undefined) return { draft, folder: null }
  throw new UsageError(`「${asked}」という課は見つからないか、一つに決まりません。${wordAll(departmentNames(day))}`)
}
