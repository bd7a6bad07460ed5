import { changeOf, type Pair } from '../change.ts'
import { judge, readingOf } from '../check.ts'
import { byPosition, type Diagnostic } from '../diagnostic.ts'
import { valueAt } from '../facts.ts'
import { type Change, type Policies, rulesOf } from '../rule.ts'
import type { SourceDocument } from '../source/document.ts'
import type { Read } from '../trace.ts'
import { judgeTraced, type TracedFinding, traced } from '../traced.ts'
import { digestOf } from './digest.ts'
import type { Fact, Judgement } from './types.ts'

/** A question and what it rests on, before it has its short key. */
export type Question = Omit<Judgement, 'key'> & { hash: string }

/** What a person has to answer about one state of a file. */
export function questionsOf(source: SourceDocument, policies: Policies): Question[] {
  if (!source.readable) return []
  const reading = readingOf(source.value, source.refused)
  const open = judge(reading, policies).filter(({ findings }) => findings.some(isQuestion))
  const found = judgeTraced(reading, policies, new Set(open.map(({ id }) => id)))
  return asked(
    source,
    found.filter(({ finding }) => isQuestion(finding)),
    ({ finding, reads }) => [
      ...factsOf(reads, reading.value),
      // The entry of the file on a condition is what is judged.
      ...recordOf(finding.condition, reading.value),
    ],
    reading.value,
  )
}

/** What a person has to answer about a change. It rests on all that differs. */
export function questionsOfChange({ file: _, ...pair }: Pair, policies: Policies): Question[] {
  const { head } = pair
  if (head === null || !head.readable) return []
  const change = changeOf(pair, policies)
  const value = readingOf(head.value, head.refused).value
  const changed = change.changed.map(
    ({ pointer, before, after }): Fact => ({ pointer, value: [before ?? null, after ?? null] }),
  )
  const found = rulesOf(policies.rules, 'change').flatMap(([id, rule]) =>
    traced(id, rule.section, (see) => rule.check(seen(change, see))).filter(({ finding }) => isQuestion(finding)),
  )
  return asked(head, found, ({ reads }) => [...changed, ...factsOf(reads, value)], value)
}

/** The head is watched; the base lies fixed in what differs from it. */
const seen = ({ head, ...change }: Change, see: <Value extends object>(value: Value) => Value): Change => ({
  ...change,
  head: head && { ...head, service: see(head.service) },
})

const isQuestion = ({ verdict }: { verdict: string }): boolean => verdict === 'judgement'

function asked(
  source: SourceDocument,
  found: readonly TracedFinding[],
  factsOf: (found: TracedFinding) => Fact[],
  value: object,
): Question[] {
  const counts = new Map<string, number>()
  return found.map((one) => {
    const { id, section, finding } = one
    const facts = factsOf(one).sort((a, b) => (a.pointer < b.pointer ? -1 : 1))
    const pointed = valueAt(value, finding.at) ?? null
    const grounds = [source.file, id, finding.at, pointed, facts.map((fact) => [fact.pointer, fact.value])]
    const digest = digestOf(grounds)
    const count = counts.get(digest) ?? 0
    counts.set(digest, count + 1)
    return {
      // Two questions on the very same grounds stay two.
      hash: count === 0 ? digest : digestOf([grounds, count]),
      file: source.file,
      rule: id,
      section,
      pointer: finding.at,
      line: source.rangeOf(finding.at).line,
      question: finding.message,
      remedy: finding.remedy,
      facts,
    }
  })
}

function factsOf(reads: readonly Read[], value: object): Fact[] {
  const pointers = reads.map(({ pointer }) => pointer)
  const whole = new Set(reads.filter(({ of }) => of === 'value').map(({ pointer }) => pointer))
  return reads.flatMap(({ pointer, of }): Fact[] => {
    const found = valueAt(value, pointer)
    if (of === 'value') return [{ pointer, value: found ?? null }]
    if (whole.has(pointer)) return []
    if (of === 'length') return [{ pointer, value: Array.isArray(found) ? found.length : null }]
    // That it is there shows in what was read below.
    return pointers.some((other) => other.startsWith(`${pointer}/`)) ? [] : [{ pointer, value: found !== undefined }]
  })
}

function recordOf(condition: string | undefined, value: object): Fact[] {
  const records = valueAt(value, '/conditions')
  if (condition === undefined || !Array.isArray(records)) return []
  const index = records.findIndex((record) => valueAt(record, '/id') === condition)
  return index < 0 ? [] : [{ pointer: `/conditions/${index}`, value: records[index] }]
}

/** Any question that only the diagnostics know: it is bound to the words and to the value at which it points. */
export function questionOf(diagnostic: Diagnostic, source: SourceDocument | null): Question {
  const { file, rule, section, pointer, line, message, remedy } = diagnostic
  const facts = [{ pointer, value: valueAt(source?.value, pointer) ?? null }]
  const hash = digestOf([file, rule, pointer, message, facts[0]?.value])
  return { hash, file, rule, section: section ?? '', pointer, line, question: message, remedy, facts }
}

const shortest = 8

/** Those at the head that the merge base does not have, each with a key that no other has. */
export function openQuestions(head: readonly Question[], base: readonly Question[]): Judgement[] {
  const settled = new Set(base.map(({ hash }) => hash))
  const open = head.filter(({ hash }) => !settled.has(hash))
  return open.map(({ hash, ...question }) => {
    const others = open.filter((other) => other.hash !== hash)
    const digits = [...hash].findIndex(
      (_, index) => index >= shortest - 1 && !others.some((other) => other.hash.startsWith(hash.slice(0, index + 1))),
    )
    return { key: hash.slice(0, digits + 1), ...question }
  })
}

/** In the order of the file. */
export const byPlace = (a: Judgement, b: Judgement): number => byPosition(placeOf(a), placeOf(b))
const placeOf = ({ file, line, rule, pointer, question }: Judgement): Diagnostic => ({
  file,
  line,
  column: 0,
  endLine: line,
  endColumn: 0,
  rule,
  pointer,
  message: question,
  remedy: null,
  section: null,
  verdict: 'judgement',
})
