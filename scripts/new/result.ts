import { policies } from '../../policies/index.ts'
import type { Assessment } from '../../src/assess.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import type { Draft } from '../../src/draft/draft.ts'
import type { Question } from '../../src/draft/questions.ts'
import { loadReporter } from '../../src/reporters/formats.ts'
import type { SourceDocument } from '../../src/source/document.ts'
import type { Arguments } from '../arguments.ts'
import { publishedSite } from '../report.ts'
import { missingOf, wordMissing, wordOpen, wordOutcome, wordProhibition } from './report.ts'

export type Result = {
  draft: Draft
  assessment: Assessment
  questions: readonly Question[]
  /** The file that was written. */
  file: string | null
  text: string | null
  source: SourceDocument | null
  diagnostics: Diagnostic[]
  status: 0 | 1 | 2
}

/** Says how it went: the file or its path on stdout, all words for people on stderr. */
export async function tell(result: Result, { values }: Arguments): Promise<number> {
  const { status, file, text } = result
  if (values.format === 'json') process.stdout.write(`${JSON.stringify(jsonOf(result), null, 2)}\n`)
  else if (status === 0 && file === null) process.stdout.write(text ?? '')
  else if (file !== null) process.stdout.write(`${file}\n`)
  if (values.format !== 'json' || status !== 0) process.stderr.write(await wordsOf(result))
  return status
}

function jsonOf({ status, file, text, assessment, questions, diagnostics }: Result): object {
  const missing = missingOf(questions)
  if (status === 2) return { version: 1, missing }
  return {
    version: 1,
    file,
    text: status === 0 ? text : null,
    assessment,
    ...(missing.length > 0 ? { missing } : {}),
    diagnostics,
  }
}

async function wordsOf(result: Result): Promise<string> {
  const { status, assessment, draft, questions, file } = result
  if (assessment.outcome === 'prohibited') return wordProhibition(draft, assessment)
  const missing = missingOf(questions)
  if (status === 2) return wordMissing(missing)
  const found = await wordDiagnostics(result)
  if (status === 1)
    return `${found}直すところがあるため、ファイルは書きません（書きかけとして書くなら --draft を付けます）。\n`
  const lacking = missing.length === 0 ? wordOpen(questions) : wordMissing(missing)
  const outcome = assessment.outcome === 'incomplete' ? '' : `${wordOutcome(assessment)}\n`
  const written =
    file === null ? '' : `${file} を書きました。次に、このファイルをプルリクエストで情報政策課に提出してください。\n`
  return `${found}${lacking}${outcome}${written}`
}

/** What to mend and what somebody will have to judge, as `validate` says it. */
export async function wordDiagnostics({
  diagnostics,
  source,
}: Pick<Result, 'diagnostics' | 'source'>): Promise<string> {
  const worth = diagnostics.filter(({ verdict }) => verdict !== 'advice')
  if (worth.length === 0) return ''
  const report = await loadReporter('terminal')
  return report({
    diagnostics: worth,
    files: 1,
    textOf: () => source?.text ?? '',
    titleOf: (rule) => policies.rules[rule]?.title ?? null,
    site: publishedSite(),
    width: process.stderr.columns ?? 100,
    colour: process.stderr.isTTY === true && !process.env.NO_COLOR,
  })
}
