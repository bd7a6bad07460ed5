import type { Answer } from '../../src/draft/answer.ts'
import { oneLine } from '../../src/reporters/one-line.ts'
import { type FormAnswer, formAnswers } from '../../src/sheets/form-answers.ts'
import type { Arguments } from '../arguments.ts'
import { readSheets } from '../sheets.ts'
import { UsageError } from '../usage.ts'

/** What a form says that came back as a workbook. */
export async function readForm(file: string): Promise<FormAnswer[]> {
  const answers = formAnswers(await readSheets(file))
  if (answers !== null) return answers
  throw new UsageError(
    `${file} は様式のブックではありません。form 様式 --format xlsx --out ${oneLine(file)} で作った様式に記入してください。`,
  )
}

/** Reads what somebody wrote at a name; null where the form has no such place. */
type Read = (name: string, word: string) => Answer | null

/** The arguments with the answers of a workbook that `--from` names, as if they were options: those given as such win. */
export async function withFormAnswers(args: Arguments, form: string, read: Read): Promise<Arguments> {
  const { from, ...values } = args.values
  if (from === undefined || !/\.xls[xmb]?$/i.test(from)) return args
  const given = new Set(args.given.map(([name]) => name))
  const answers = (await readForm(from)).filter(({ name }) => !given.has(name))
  const problems = answers.flatMap(({ name, word, sheet, line }) => {
    const answer = read(name, word)
    if (answer === null) throw otherForm(from, form)
    return 'problem' in answer ? [oneLine(`${from} の「${sheet}」${line}行目: ${answer.problem}`)] : []
  })
  if (problems.length > 0) throw new UsageError(problems.join('\n'))
  return { ...args, values, given: [...answers.map(({ name, word }) => [name, word] as const), ...args.given] }
}

export const otherForm = (workbook: string, form: string): UsageError =>
  new UsageError(`${workbook} は${form}のブックではありません。別の様式を指定していないか確かめてください。`)
