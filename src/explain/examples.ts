import { blameless, differing } from '../blameless.ts'
import type { Cases, Difference } from '../cases.ts'
import { changeOf } from '../change.ts'
import { judge, readingOf } from '../check.ts'
import type { Verdict } from '../diagnostic.ts'
import { dueOf } from '../due.ts'
import { labelOf } from '../fields.ts'
import { type Finding, type Policies, runRule } from '../rule.ts'
import type { SourceDocument } from '../source/document.ts'
import { label } from '../vocabulary.ts'
import { wareki } from '../wareki.ts'
import type { Knowledge } from './knowledge.ts'
import { labelledYaml } from './labelled-yaml.ts'
import type { Part } from './topic.ts'

/** `yaml`: how the file differs from one about which no rule finds anything to say. */
export type Passing = { name: string; given: unknown; yaml: string }
export type Failing = Passing & { at: string; verdict: Verdict; message: string | null; remedy: string | null }
export type Examples = { passes: Passing[]; fails: Failing[] }

/** The cases of a rule, and what the engine answers to those that fail. */
export function examplesOf(id: string, knowledge: Knowledge): Examples {
  const { policies, cases, calendarCases } = knowledge
  if (id in calendarCases) return dueExamples(id, knowledge)
  const { passes, fails }: Cases = cases[id] ?? { passes: {}, fails: {} }
  return {
    passes: Object.entries(passes).map(([name, given]) => ({ name, given, yaml: yamlOf(given) })),
    fails: Object.entries(fails).map(([name, { given, at, verdict }]) => {
      const found = answersOf(id, given, policies).find((finding) => finding.at === at)
      const said = { message: found?.message ?? null, remedy: found?.remedy ?? null }
      return { name, given, yaml: yamlOf(given), at, verdict, ...said }
    }),
  }
}

function answersOf(id: string, given: Difference, policies: Policies): readonly Finding[] {
  const rule = policies.rules[id]
  if (rule?.scope === 'facts' || rule?.scope === 'service')
    return judge(readingOf(differing(blameless, given)), policies).find((judged) => judged.id === id)?.findings ?? []
  if (rule?.scope !== 'change') return []
  const change = changeOf({ base: sourceOf(given.base), head: sourceOf(given.head) }, policies)
  return runRule(() => rule.check(change)).findings
}

/** A state of a file without a text: nobody asks where in it something stands. */
function sourceOf(difference: unknown): SourceDocument | null {
  if (difference === null) return null
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1 }
  const value = differing(blameless, difference)
  return {
    file: '',
    text: '',
    value,
    readable: true,
    faults: [],
    refused: [],
    rangeOf: () => start,
    rangeOfKey: () => start,
  }
}

function dueExamples(id: string, { policies, calendarCases }: Knowledge): Examples {
  const { none, due } = calendarCases[id]!
  const yamlAsOf = (given: Difference, asOf: string): string =>
    joined(`# ${wareki(asOf)}（${asOf}）現在`, yamlOf(given))
  return {
    passes: Object.entries(none).map(([name, { given, asOf }]) => ({ name, given, yaml: yamlAsOf(given, asOf) })),
    fails: Object.entries(due).map(([name, { given, asOf, at, on, state }]) => {
      const found = dueOf('', readingOf(differing(blameless, given)), policies, asOf).find(({ rule }) => rule === id)
      const message = found && `${found.subject}の期日は${wareki(on)}（${on}）で、「${label('dueState', state)}」です。`
      const said = { message: message ?? null, remedy: found?.remedy ?? null }
      return { name, given, yaml: yamlAsOf(given, asOf), at, verdict: 'advice', ...said }
    }),
  }
}

/** For a change both states, each with its own heading. */
function yamlOf(given: Difference): string {
  if (!('head' in given)) return isEmpty(given) ? '' : labelledYaml(given).join('\n')
  return joined(stateOf('変更前', given.base), stateOf('変更後', given.head))
}

function stateOf(heading: string, difference: unknown): string {
  if (difference === null) return `# ${heading}（ファイルなし）`
  const yaml = yamlOf(difference as Difference)
  return yaml === '' ? `# ${heading}（違いなし）` : joined(`# ${heading}`, yaml)
}
const joined = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n')

/** Good and bad side by side, as people learn. */
export const exampleParts = ({ passes, fails }: Examples): Part[] => [
  ...(passes.length === 0 ? [] : [{ heading: 'よい例', lines: passes.flatMap(passingLines) }]),
  ...(fails.length === 0 ? [] : [{ heading: '指摘される例', lines: fails.flatMap(failingLines) }]),
]

const indent = '    '
const passingLines = ({ name, yaml }: Passing): string[] => [
  `- ${name}`,
  ...(yaml === '' ? [] : yaml.split('\n').map((line) => indent + line)),
]
const failingLines = ({ at, verdict, message, remedy, ...example }: Failing): string[] => [
  ...passingLines(example),
  `  → ${label('verdict', verdict)}（${labelOf(at)}）${message === null ? '' : `: ${message}`}`,
  ...(remedy === null ? [] : [`    直し方: ${remedy}`]),
]
const isEmpty = (given: Difference): boolean => Object.keys(given).length === 0
