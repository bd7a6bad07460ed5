import stringWidth from 'string-width'
import type { Diagnostic } from '../diagnostic.ts'
import { label } from '../vocabulary.ts'
import { frame } from './frame.ts'
import { groupByFile, type Report, type Reporter } from './reporter.ts'
import { coloured, plain, type Style } from './style.ts'
import { visible } from './visible.ts'
import {
  addressOfRule,
  explainCommand,
  titleOfRule,
  verdicts,
  wordNextStep,
  wordSection,
  wordSummary,
} from './words.ts'

const indent = '    '
const byteOrderMark = /^\uFEFF/
const lineBreak = /\r\n|\r|\n/

/** For people: what, where, how to put it right, and what to do next. */
export const terminal: Reporter = (report) => {
  const style = report.colour ? coloured : plain
  const groups = groupByFile(report.diagnostics).map(([file, diagnostics]) => {
    const lines = linesOf(report.textOf(file))
    const entries = diagnostics.map((diagnostic) => entry(diagnostic, lines, report, style))
    return `${style('strong', visible(file))}\n${entries.join('\n')}`
  })
  return [...groups, ...changed(report), ending(report, style)].join('\n')
}

/** No line at all where there is no text: an empty frame would only puzzle. */
const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(byteOrderMark, '').split(lineBreak))

function entry(diagnostic: Diagnostic, lines: string[], report: Report, style: Style): string {
  const { file, line, column, rule, message } = diagnostic
  return [
    `  ${heading(diagnostic, report, style)}`,
    `${indent}${style('faint', `${visible(file)}:${line}:${column}`)}`,
    ...framed(diagnostic, lines[line - 1], report.width, style),
    `${indent}${visible(message)}`,
    ...annex(diagnostic, visible(rule), addressOfRule(report, rule)),
    '',
  ].join('\n')
}

function heading({ rule, verdict }: Diagnostic, report: Report, style: Style): string {
  const widest = verdicts.map((one) => stringWidth(label('verdict', one))).sort((a, b) => b - a)[0]!
  const word = padded(label('verdict', verdict), widest)
  const title = titleOfRule(report, rule)
  return `${style(verdict, word)} ${visible(rule)}${title === null ? '' : `  ${style('strong', visible(title))}`}`
}

function framed(diagnostic: Diagnostic, source: string | undefined, width: number, style: Style): string[] {
  if (source === undefined) return []
  const shown = frame(diagnostic, source, width - indent.length)
  const margin = ' '.repeat(shown.number.length)
  return [
    `${indent}${style('faint', `${shown.number} |`)} ${shown.source}`.trimEnd(),
    `${indent}${style('faint', `${margin} |`)} ${shown.indent}${style(diagnostic.verdict, shown.marks)}`,
  ]
}

/** What may be missing, with the names in one column. */
function annex({ remedy, section }: Diagnostic, rule: string, address: string | null): string[] {
  const rows: [name: string, text: string][] = []
  if (remedy !== null) rows.push(['直し方', visible(remedy)])
  if (section !== null) rows.push(['根拠', visible(wordSection(section))], ['くわしく', explainCommand(rule)])
  if (address !== null) rows.push(['サイト', address])
  return rows.map(([name, text]) => `${indent}${padded(name, stringWidth('くわしく'))}  ${text}`)
}

function changed({ changes = [] }: Report): string[] {
  if (changes.length === 0) return []
  const rows = changes.map(
    ({ file, transition }) => `  ${visible(label('transition', transition))}  ${visible(file)}\n`,
  )
  return [`変更のあったファイル\n${rows.join('')}`]
}

function ending(report: Report, style: Style): string {
  const worst = verdicts.find((verdict) => report.diagnostics.some((diagnostic) => diagnostic.verdict === verdict))
  return `${style('strong', wordSummary(report))}\n${style(worst ?? 'good', wordNextStep(report))}\n`
}

const padded = (text: string, width: number): string => text + ' '.repeat(width - stringWidth(text))
