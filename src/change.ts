import { outcomeIn, placed, type Reading, readingOf } from './check.ts'
import { byPosition, type Diagnostic, type Range } from './diagnostic.ts'
import type { Service, Transition } from './generated/service.ts'
import type { Pointer } from './pointer.ts'
import { pointerOf } from './pointer.ts'
import { type Change, type Policies, rulesOf, runRule, type Version } from './rule.ts'
import type { SourceDocument } from './source/document.ts'

/** One file in two states; null where there is none. */
export type Pair = { file: string; base: SourceDocument | null; head: SourceDocument | null }
export type Changed = { file: string; transition: Transition }
export type ChangesJudged = { changes: Changed[]; diagnostics: Diagnostic[] }

/** What happens to each file that differs, and what the rules on changes say of it (service model §6). */
export function judgeChanges(pairs: readonly Pair[], policies: Policies): ChangesJudged {
  const versions = pairs.map(({ file, base, head }) => ({
    file,
    source: head,
    base: base && versionOf(base, policies),
    head: head && versionOf(head, policies),
  }))
  const removed = versions.filter(({ head, source }) => head === null && source === null)
  const changes: Changed[] = []
  const diagnostics: Diagnostic[] = []
  for (const { file, source, base, head } of versions) {
    const transition = source === null ? 'removal' : transitionOf(base, head)
    changes.push({ file, transition })
    const isMoved = transition === 'new' && head !== null && removed.some((other) => isSame(other.base, head))
    if (isMoved || (source !== null && head === null)) continue
    diagnostics.push(...judgeChange(file, source, { transition, base, head, changed: changedPointers(base, head) }, policies))
  }
  return {
    changes: changes.sort((a, b) => (a.file < b.file ? -1 : 1)),
    diagnostics: diagnostics.sort(byPosition),
  }
}

const start: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 }

function judgeChange(file: string, source: SourceDocument | null, change: Change, { rules }: Policies): Diagnostic[] {
  return rulesOf(rules, 'change').flatMap(([id, rule]) =>
    runRule(() => rule.check(change)).findings.map((finding) =>
      placed(file, source === null ? start : source.rangeOf(finding.at), id, rule.section, finding),
    ),
  )
}

/** A text that cannot be read has no version: its own diagnostics say so. */
function versionOf(source: SourceDocument, policies: Policies): Version | null {
  if (!source.readable) return null
  const reading: Reading = readingOf(source.value, source.refused)
  return { service: reading.service, outcome: outcomeIn(reading, policies) }
}

/** The first that occurs of new, termination, renewal, check and correction. */
function transitionOf(base: Version | null, head: Version | null): Transition {
  if (base === null) return 'new'
  if (head === null) return 'correction'
  const [before, after] = [base.service, head.service]
  if (isLifted(base) && head.outcome === 'application') return 'new'
  if (before.termination === undefined && after.termination !== undefined) return 'termination'
  if (isRenewed(before, after)) return 'renewal'
  if (count(after.checks) > count(before.checks) || count(after.confirmations) > count(before.confirmations)) return 'check'
  return 'correction'
}

/** No application was needed so far. */
const isLifted = ({ outcome }: Version): boolean => outcome === 'exempt' || outcome === 'out-of-scope'
const count = (entries: readonly unknown[] | undefined): number => entries?.length ?? 0

/** 更改: another provider, plan, price, class or form of contract; more networks or kinds; 重要情報 no more. */
export function isRenewed(before: Service, after: Service): boolean {
  return (
    isOtherProvider(before.service.provider, after.service.provider) ||
    before.service.plan !== after.service.plan ||
    before.service.pricing !== after.service.pricing ||
    before.service.class !== after.service.class ||
    before.contract?.form !== after.contract?.form ||
    after.use.networks.some((network) => !before.use.networks.includes(network)) ||
    after.information.kinds.some((kind) => !before.information.kinds.includes(kind)) ||
    (before.information.kinds.length > 0 && after.information.kinds.length === 0)
  )
}

type Provider = Service['service']['provider']
const isOtherProvider = (before: Provider, after: Provider): boolean =>
  before.corporateNumber !== undefined && after.corporateNumber !== undefined
    ? before.corporateNumber !== after.corporateNumber
    : before.name !== after.name

/** The same use under another path. */
const isSame = (base: Version | null, head: Version): boolean =>
  base !== null &&
  base.service.service.name === head.service.service.name &&
  base.service.service.provider.name === head.service.service.provider.name

/** Where the two states differ, in the order of the head; what is gone is named by what lacks it. */
export function changedPointers(base: Version | null, head: Version | null): Pointer[] {
  if (base === null || head === null) return []
  return [...new Set(differences(base.service, head.service, ''))]
}

function* differences(before: unknown, after: unknown, at: Pointer): Iterable<Pointer> {
  if (!isCollection(before) || !isCollection(after) || Array.isArray(before) !== Array.isArray(after)) {
    if (before !== after) yield at
    return
  }
  for (const key of Object.keys(after))
    if (Object.hasOwn(before, key)) yield* differences(before[key], after[key], at + pointerOf([key]))
    else yield at + pointerOf([key])
  if (Object.keys(before).some((key) => !Object.hasOwn(after, key))) yield at
}

type Collection = Record<string, unknown>
const isCollection = (value: unknown): value is Collection => typeof value === 'object' && value !== null
