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

/** The arguments with the answers of a workbook that `--from` names, as if they were options: those given as such win. */
export async function withFormAnswers(args: Arguments): Promise<Arguments> {
  const { from, ...values } = args.values
  if (from === undefined || !/\.xls[xmb]?$/i.test(from)) return args
  const given = new Set(args.given.map(([name]) => name))
  const answers = (await readForm(from)).filter(({ name }) => !given.has(name))
  return { ...args, values, given: [...answers.map(({ name, word }) => [name, word] as const), ...args.given] }
}
