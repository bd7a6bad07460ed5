import type { Diagnostic, Verdict } from '../diagnostic.ts'
import type { Report, Reporter } from './reporter.ts'
import { addressOfRule, explainCommand, titleOfRule, wordSection } from './words.ts'

const levels: Record<Verdict, string> = { violation: 'error', judgement: 'warning', advice: 'note' }

/** SARIF 2.1.0 (OASIS), for tools that collect the findings of many checks. */
export const sarif: Reporter = (report) => {
  const rules = [...new Map(report.diagnostics.map(({ rule, section }) => [rule, section]))]
  const indexes = new Map(rules.map(([rule], index) => [rule, index]))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'shinsa', rules: rules.map(([rule, section]) => describeRule(rule, section, report)) },
        },
        language: 'ja-JP',
        columnKind: 'utf16CodeUnits',
        results: report.diagnostics.map((diagnostic) => result(diagnostic, indexes.get(diagnostic.rule)!)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function describeRule(rule: string, section: string | null, report: Report) {
  const title = titleOfRule(report, rule) ?? rule
  const full = section === null ? title : `${title}（${wordSection(section)}）`
  const address = addressOfRule(report, rule)
  return {
    id: rule,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: full },
    ...(address === null ? {} : { helpUri: address }),
    help: { text: section === null ? full : explainCommand(rule) },
  }
}

function result(diagnostic: Diagnostic, ruleIndex: number) {
  const { file, line, column, endLine, endColumn, pointer, rule, verdict, message, remedy } = diagnostic
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[verdict],
    message: { text: remedy === null ? message : `${message}\n直し方: ${remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
        logicalLocations: [{ fullyQualifiedName: pointer }],
      },
    ],
    // Neither line nor wording: the same fault keeps its identity when the lines above it move.
    partialFingerprints: { 'shinsa/v1': `${rule} ${file}#${pointer}` },
  }
}

/** A relative path stays relative; a path from the root (of a drive, on Windows) needs its scheme. */
function uriOf(file: string): string {
  const drive = /^[A-Za-z]:(?=\/)/.exec(file)?.[0] ?? ''
  const path = file
    .slice(drive.length)
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (drive !== '') return `file:///${drive}${path}`
  return path.startsWith('/') ? `file://${path}` : path
}
