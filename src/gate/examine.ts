import { type Assessment, assess } from '../assess.ts'
import { judgeChanges, type Pair } from '../change.ts'
import { checkRegister, checkService, entryIn, readingOf } from '../check.ts'
import { byPosition, type Diagnostic } from '../diagnostic.ts'
import { valueAt } from '../facts.ts'
import type { Service, Transition } from '../generated/service.ts'
import type { Entry, Policies } from '../rule.ts'
import type { SourceDocument } from '../source/document.ts'
import { byPlace, openQuestions, type Question, questionOf, questionsOf, questionsOfChange } from './judgements.ts'
import { limitBlockers } from './limits.ts'
import type { Classified } from './paths.ts'
import { similarUses } from './similar.ts'
import type { Blocker, Examination, ExaminedFile, Judgement } from './types.ts'

export type Case = {
  classified: Pick<Classified, 'subject' | 'touchesPolicy'>
  /** What is known to stand in the way before a file is read. */
  blockers: readonly Blocker[]
  /** The files that differ, at the merge base and at the head. */
  pairs: readonly Pair[]
  /** Every other file of main. */
  register: Iterable<SourceDocument>
  digests: Examination['digests']
}

/** Judges main with the pull request laid over it. */
export function examine({ classified, blockers, pairs, register, digests }: Case, policies: Policies): Examination {
  const changes = judgeChanges(pairs, policies)
  const transitions = new Map(changes.changes.map(({ file, transition }) => [file, transition]))
  const own = pairs.flatMap(({ head }) => (head === null ? [] : [checkService(head, policies)]))
  const entered = enterRegister(pairs, register, policies)
  const diagnostics = [...changes.diagnostics, ...own.flatMap((one) => one.diagnostics), ...entered.diagnostics]
  const isImport = ({ base, head }: Pair): boolean =>
    base === null && valueAt(head?.value, '/application/permittedBefore') !== undefined
  return {
    subject: classified.subject,
    touchesPolicy: classified.touchesPolicy,
    files: pairs
      .map((pair) => examinedFile(pair, transitions.get(pair.file)!, diagnostics, policies))
      .sort((a, b) => (a.file < b.file ? -1 : 1)),
    diagnostics: diagnostics.sort(byPosition),
    judgements: judgementsOf(pairs, diagnostics, policies),
    blockers: [...blockers, ...limitBlockers(pairs.length, pairs.filter((pair) => !isImport(pair)).length)],
    similar: similarUses(
      pairs.map(({ file }) => file),
      entered.entries,
    ),
    digests,
  }
}

function examinedFile(
  { file, base, head }: Pair,
  transition: Transition,
  diagnostics: readonly Diagnostic[],
  policies: Policies,
): ExaminedFile {
  return {
    file,
    transition,
    before: serviceIn(base),
    after: serviceIn(head),
    beforeAssessment: assessmentOf(base, policies),
    afterAssessment: assessmentOf(head, policies),
    diagnostics: diagnostics.filter((diagnostic) => diagnostic.file === file).sort(byPosition),
  }
}

function serviceIn(source: SourceDocument | null): Service | null {
  if (source === null || !source.readable) return null
  const { value, withheld } = readingOf(source.value, source.refused)
  return withheld.size === 0 ? (value as Service) : null
}

const assessmentOf = (source: SourceDocument | null, policies: Policies): Assessment | null =>
  source === null || !source.readable ? null : assess(source.value, policies)

type Entered = { entries: Map<string, Entry>; diagnostics: Diagnostic[] }

/** What the files say of each other, but for what they said of each other on main already. */
function enterRegister(pairs: readonly Pair[], register: Iterable<SourceDocument>, policies: Policies): Entered {
  const sources = new Map<string, SourceDocument>()
  const unchanged = new Map<string, Entry>()
  for (const source of register) {
    const entry = entryIn(source)
    if (entry === null) continue
    unchanged.set(source.file, entry)
    sources.set(source.file, source)
  }
  const state = (side: 'base' | 'head'): Map<string, Entry> => {
    const entries = new Map(unchanged)
    for (const pair of pairs) {
      const source = pair[side]
      const entry = source === null ? null : entryIn(source)
      if (entry !== null) entries.set(pair.file, entry)
    }
    return entries
  }
  const changed = new Map(pairs.map((pair) => [pair.file, pair]))
  const said = (side: 'base' | 'head') =>
    checkRegister(state(side), policies, (file) => changed.get(file)?.[side] ?? sources.get(file)!)
  const before = new Set(
    said('base').map(({ file, rule, pointer, message }) => [file, rule, pointer, message].join('\n')),
  )
  return {
    entries: state('head'),
    diagnostics: said('head').filter(
      ({ file, rule, pointer, message }) => changed.has(file) || !before.has([file, rule, pointer, message].join('\n')),
    ),
  }
}

/** One open judgement for each diagnostic that asks for one, unless the merge base asked the same. */
function judgementsOf(pairs: readonly Pair[], diagnostics: readonly Diagnostic[], policies: Policies): Judgement[] {
  const heads = new Map(pairs.map((pair) => [pair.file, pair.head]))
  const known = pairs.flatMap((pair) => [
    ...(pair.head === null ? [] : questionsOf(pair.head, policies)),
    ...questionsOfChange(pair, policies),
  ])
  const base = pairs.flatMap((pair) => (pair.base === null ? [] : questionsOf(pair.base, policies)))
  const asked = diagnostics.flatMap((diagnostic): Question[] => {
    const source = heads.get(diagnostic.file)
    if (diagnostic.verdict !== 'judgement') return []
    const index = known.findIndex((one) => isSame(one, diagnostic))
    return index < 0 ? [questionOf(diagnostic, source ?? null)] : known.splice(index, 1)
  })
  return openQuestions(asked, base).sort(byPlace)
}

const isSame = ({ file, rule, pointer, question }: Question, diagnostic: Diagnostic): boolean =>
  file === diagnostic.file &&
  rule === diagnostic.rule &&
  pointer === diagnostic.pointer &&
  question === diagnostic.message
