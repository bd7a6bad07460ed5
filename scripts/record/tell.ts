import { policies } from '../../policies/index.ts'
import { loadReporter } from '../../src/reporters/formats.ts'
import { type Missing, wordMissing } from '../new/report.ts'
import { publishedSite } from '../report.ts'
import { type Recorded, type Use, unrecorded } from './record.ts'

type Told = { format: string | undefined; about: string }

/** Says what was written, or why nothing was: the answer on stdout, what is to be mended or judged on stderr. */
export async function tell(recorded: Recorded, { format, about }: Told): Promise<number> {
  const { file, written, diagnostics } = recorded
  const isWritten = written !== null
  if (format === 'json') print({ version: 1, file, written, ...(isWritten ? {} : { diagnostics }) })
  else if (isWritten) process.stdout.write(`${file} に${about}を書き加えました。\n`)
  if (!isWritten || format !== 'json') process.stderr.write(await wordFindings(recorded))
  if (isWritten) return 0
  process.stderr.write(`${file} に${about}を書きません。上の指摘を直してから、もう一度実行してください。\n`)
  return 1
}

/** A file that cannot be read takes no record. */
export const tellUnreadable = (use: Use, format: string | undefined): Promise<number> =>
  tell(unrecorded(use), { format, about: '記録' })

/** Nothing was written, for a reason that no finding in the file gives. */
export function refuse({ file }: Pick<Recorded, 'file'>, reason: string, format: string | undefined): number {
  if (format === 'json') print({ version: 1, file, written: null, diagnostics: [] })
  process.stderr.write(`${reason}\n`)
  return 1
}

/** The answers that are still needed, as options to add. */
export function tellMissing(missing: readonly Missing[], format: string | undefined, hint = ''): number {
  if (format === 'json') print({ version: 1, missing: missing.map(({ pointer: _, ...rest }) => rest) })
  process.stderr.write(`${wordMissing(missing)}${hint}`)
  return 2
}

const print = (answer: object): void => void process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)

async function wordFindings({ diagnostics, source }: Recorded): Promise<string> {
  if (diagnostics.length === 0) return ''
  const report = await loadReporter('terminal')
  return report({
    diagnostics,
    files: 1,
    textOf: () => source.text,
    titleOf: (rule) => policies.rules[rule]?.title ?? null,
    site: publishedSite(),
    width: process.stderr.columns ?? 100,
    colour: process.stderr.isTTY === true && !process.env.NO_COLOR,
  })
}
