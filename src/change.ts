import { outcomeIn, placed, type Reading, readingOf } from './check.ts'
import { byPosition, type Diagnostic, type Range } from './diagnostic.ts'
import { changedFields } from './difference.ts'
import { valueAt } from './facts.ts'
import type { Transition } from './generated/service.ts'
import { renewedFields } from './renewal.ts'
import { type Change, type Outcome, type Policies, rulesOf, runRule } from './rule.ts'
import type { SourceDocument } from './source/document.ts'

/** One file in two states; null where there is none. */
export type Pair = { file: string; base: SourceDocument | null; head: SourceDocument | null }
export type Changed = { file: string; transition: Transition }
export type ChangesJudged = { changes: Changed[]; diagnostics: Diagnostic[] }

/** What happens to each file that differs, and what the rules on changes say of it (service model §6). */
export function judgeChanges(pairs: readonly Pair[], policies: Policies): ChangesJudged {
  const gone = new Set(pairs.filter(({ head }) => head === null).map(({ base }) => nameIn(base)))
  const judged = pairs.map((pair) => {
    const change = changeOf(pair, policies)
    // A move is one fault, said of the old path.
    const isMoved = pair.base === null && gone.has(nameIn(pair.head))
    return {
      file: pair.file,
      transition: change.transition,
      diagnostics: isMoved ? [] : judgeChange(pair, change, policies),
    }
  })
  return {
    changes: judged.map(({ file, transition }) => ({ file, transition })).sort((a, b) => (a.file < b.file ? -1 : 1)),
    diagnostics: judged.flatMap(({ diagnostics }) => diagnostics).sort(byPosition),
  }
}

/** Texts without a name are never taken for one another. */
const nameIn = (source: SourceDocument | null): unknown => valueAt(source?.value, '/service/name') ?? Symbol()

const start: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 }

function judgeChange({ file, head }: Pair, change: Change, { rules }: Policies): Diagnostic[] {
  return rulesOf(rules, 'change').flatMap(([id, rule]) =>
    runRule(() => rule.check(change)).findings.map((finding) =>
      placed(file, head === null ? start : head.rangeOf(finding.at), id, rule.section, finding),
    ),
  )
}

type State = Reading & { outcome: Outcome | 'incomplete' }

/** One change as rules read it. A text that cannot be read is no state: its own diagnostics say so. */
export function changeOf({ base, head }: Pick<Pair, 'base' | 'head'>, policies: Policies): Change {
  const [before, after] = [base && stateOf(base, policies), head && stateOf(head, policies)]
  const states = { base: before, head: after, renewed: [], changed: [] }
  if (head === null) return { ...states, transition: 'removal' }
  if (base === null) return { ...states, transition: 'new' }
  if (after === null) return { ...states, transition: 'correction' }
  // Nobody can say what has changed: somebody looks at the whole.
  const whole = { pointer: '', at: '', before: undefined, after: after.value }
  if (before === null) return { ...states, transition: 'correction', changed: [whole] }
  const renewed = renewedFields(before, after)
  return {
    ...states,
    renewed,
    changed: changedFields(before, after),
    transition: transitionOf(before, after, renewed.length > 0),
  }
}

function stateOf({ value, readable, refused }: SourceDocument, policies: Policies): State | null {
  if (!readable) return null
  const reading = readingOf(value, refused)
  return reading.withheld.has('') ? null : { ...reading, outcome: outcomeIn(reading, policies) }
}

/** The first that occurs of new, termination, renewal, check and correction. */
function transitionOf(before: State, after: State, isRenewed: boolean): Transition {
  if (isLifted(before) && after.outcome === 'application') return 'new'
  if (!has(before, '/termination') && has(after, '/termination')) return 'termination'
  if (isRenewed) return 'renewal'
  return ['/checks', '/confirmations'].some((list) => count(after, list) > count(before, list)) ? 'check' : 'correction'
}

/** No application was needed so far. */
const isLifted = ({ outcome }: State): boolean => outcome === 'exempt' || outcome === 'out-of-scope'
const has = ({ value }: State, pointer: string): boolean => valueAt(value, pointer) !== undefined
const count = ({ value }: State, pointer: string): number => {
  const entries = valueAt(value, pointer)
  return Array.isArray(entries) ? entries.length : 0
}
