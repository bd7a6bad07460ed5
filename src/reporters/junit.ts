import type { Diagnostic } from '../diagnostic.ts'
import { label } from '../vocabulary.ts'
import { groupByFile, type Report, type Reporter } from './reporter.ts'
import { visible } from './visible.ts'
import { addressOfRule, countVerdicts, titleOfRule, wordCounts, wordNextStep, wordSection } from './words.ts'

type Attributes = Record<string, string | number>

/** For build servers: a violation is a failure; a judgement or an advice passes, and says what it has to say. */
export const junit: Reporter = (report) => {
  const { diagnostics } = report
  const suites = groupByFile(diagnostics).map(([file, found]) => suite(file, found, report))
  const attributes = { name: 'shinsa', ...totals(diagnostics, diagnostics.length + 1) }
  const content = [summary(report), ...suites].join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, `\n${content}\n`)}\n`
}

const totals = (diagnostics: Diagnostic[], tests: number): Attributes => ({
  tests,
  failures: countVerdicts(diagnostics).violation,
  errors: 0,
  skipped: 0,
})

/** Files without a finding are known by their number only: one test stands for them all. */
function summary(report: Report): string {
  const text = `${wordCounts(countVerdicts(report.diagnostics))}\n${wordNextStep(report)}`
  const test = element('testcase', { classname: 'shinsa', name: `${report.files}件を点検しました` }, output(text))
  return element('testsuite', { name: '点検のまとめ', ...totals([], 1) }, `\n${test}\n`)
}

function suite(file: string, diagnostics: Diagnostic[], report: Report): string {
  const tests = diagnostics.map((diagnostic) => testCase(diagnostic, report)).join('\n')
  return element('testsuite', { name: file, ...totals(diagnostics, diagnostics.length) }, `\n${tests}\n`)
}

function testCase(diagnostic: Diagnostic, report: Report): string {
  const { file, line, column, rule, verdict, message, remedy, section } = diagnostic
  const title = titleOfRule(report, rule)
  const address = addressOfRule(report, rule)
  const text = [
    `${visible(file)}:${line}:${column}`,
    `${label('verdict', verdict)}: ${visible(message)}`,
    ...(remedy === null ? [] : [`直し方: ${visible(remedy)}`]),
    ...(section === null ? [] : [`根拠: ${visible(wordSection(section))}`]),
    ...(address === null ? [] : [`くわしく: ${address}`]),
  ].join('\n')
  const content = verdict === 'violation' ? element('failure', { message, type: rule }, escaped(text)) : output(text)
  return element(
    'testcase',
    { classname: file, name: `${rule}:${line}:${column}${title === null ? '' : ` ${title}`}` },
    content,
  )
}

const output = (text: string): string => element('system-out', {}, escaped(text))

/** `content` is XML already, the attributes are not. */
function element(name: string, attributes: Attributes, content: string): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(visible(String(value)))}"`)
  return `<${name}${list.join('')}>${content}</${name}>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!)
