import type { Diagnostic, Verdict } from '../diagnostic.ts'
import { label } from '../vocabulary.ts'
import type { Report, Reporter } from './reporter.ts'
import { visible } from './visible.ts'
import { addressOfRule, titleOfRule, verdicts, wordSection, wordSummary } from './words.ts'

const commands: Record<Verdict, string> = { violation: 'error', judgement: 'warning', advice: 'notice' }
/** GitHub drops what goes beyond ten of each level in one step, without a word. */
const most = 10

/** Workflow commands: the worst findings at their lines, and how many more there are. */
export const github: Reporter = (report) => {
  const { diagnostics } = report
  if (diagnostics.length === 0) return `${wordSummary(report)}\n`
  const all = worstFirst(diagnostics, most)
  // The last line is a notice too: it takes the place of the tenth.
  const shown = all.length === diagnostics.length ? all : worstFirst(diagnostics, most, most - 1)
  const hidden = diagnostics.length - shown.length
  const rest = hidden === 0 ? [] : [`::notice::${data(`ほか ${hidden} 件（${wordSummary(report)}）`)}`]
  return [...shown.map((diagnostic) => command(diagnostic, report)), ...rest].map((line) => `${line}\n`).join('')
}

const worstFirst = (diagnostics: Diagnostic[], limit: number, limitOfAdvice = limit): Diagnostic[] =>
  verdicts.flatMap((verdict) =>
    diagnostics
      .filter((diagnostic) => diagnostic.verdict === verdict)
      .slice(0, verdict === 'advice' ? limitOfAdvice : limit),
  )

function command(diagnostic: Diagnostic, report: Report): string {
  const { file, line, endLine, rule, verdict, message, remedy, section } = diagnostic
  const place = { file, line, ...columns(diagnostic), endLine }
  const title = [label('verdict', verdict), rule, titleOfRule(report, rule)].filter((part) => part !== null).join(' ')
  const properties = Object.entries({ ...place, title: visible(title) })
  const address = addressOfRule(report, rule)
  const text = [
    visible(message),
    ...(remedy === null ? [] : [`直し方: ${visible(remedy)}`]),
    ...(section === null ? [] : [`根拠: ${visible(wordSection(section))}`]),
    ...(address === null ? [] : [`くわしく: ${address}`]),
  ]
  const list = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',')
  return `::${commands[verdict]} ${list}::${data(text.join('\n'))}`
}

/** GitHub takes columns of a single line only, and counts the last one in. */
function columns({ line, column, endLine, endColumn }: Diagnostic): { col?: number; endColumn?: number } {
  if (line !== endLine) return {}
  return { col: column, endColumn: endColumn > column ? endColumn - 1 : column }
}

/** The escapes that the runner reverses, no others: it would show `%3B` as it stands. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
