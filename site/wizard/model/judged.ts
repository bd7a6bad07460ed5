import { policies } from '../../../policies/index.ts'
import { sheets } from '../../../policies/sheets.ts'
import { type Answer, answerFor } from '../../../src/answer.ts'
import { assess, assessAnswers } from '../../../src/assess.ts'
import { judgeChanges, type Pair } from '../../../src/change.ts'
import { checkService } from '../../../src/check.ts'
import type { Diagnostic } from '../../../src/diagnostic.ts'
import { writeService } from '../../../src/draft/write.ts'
import { editService } from '../../../src/edit/edit.ts'
import { findingInFormWords } from '../../../src/form-words.ts'
import type { Transition } from '../../../src/generated/service.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { parseSource, type SourceDocument } from '../../../src/source/document.ts'
import { fileValue, placeOf } from './records.ts'
import type { Base, Work } from './work.ts'

/** A finding, and the answer that it speaks of. */
export type Found = Diagnostic & { place: Pointer }
export type Judged = {
  answer: Answer
  file: string
  text: string
  found: readonly Found[]
  /** What the change of a file that there was is called; null for a new one, or where nothing is changed. */
  transition: Transition | null
}

export const fileOf = ({ folder, name, base }: Pick<Work, 'folder' | 'name' | 'base'>): string =>
  base?.file ?? `services/${folder || '課'}/${name || 'サービス'}.yml`

/** The file that the answers make and what the same rules say of it as in the pull request. */
export function judged(work: Work, today: string): Judged {
  const file = fileOf(work)
  const value = fileValue(work, today)
  const text = work.base === null ? writeService(value, sheets) : edited(work.base, value)
  const source = parseSource(file, text)
  const { changes, diagnostics } = judgeChanges(changesOf(work, source), policies)
  return {
    answer: answerFor(file, value, policies, work.base === null ? assessAnswers : assess),
    file,
    text,
    found: [...fresh(checkService(source, policies).diagnostics, work.base), ...diagnostics].map((one) => ({
      ...findingInFormWords(one),
      place: placeOf(work.draft, one.pointer),
    })),
    transition: work.base === null ? null : (changes[0]?.transition ?? null),
  }
}

/** What the pull request would change: nothing, as long as the file is what it was. */
function changesOf({ base }: Work, head: SourceDocument): Pair[] {
  if (head.text === base?.text) return []
  return [{ file: head.file, base: base === null ? null : sourceOf(base), head }]
}

/** What was said of a file before somebody changed it has been answered. */
function fresh(diagnostics: readonly Diagnostic[], base: Base | null): readonly Diagnostic[] {
  if (base === null) return diagnostics
  const known = saidOf.get(base) ?? new Set(checkService(sourceOf(base), policies).diagnostics.map(nameOf))
  saidOf.set(base, known)
  return diagnostics.filter((diagnostic) => !known.has(nameOf(diagnostic)))
}
const saidOf = new WeakMap<Base, ReadonlySet<string>>()
const nameOf = ({ rule, pointer, message }: Diagnostic): string => JSON.stringify([rule, pointer, message])

/** The text with what differs written anew, block by block, and nothing else. */
function edited(base: Base, value: Readonly<Record<string, unknown>>): string {
  const before = sourceOf(base).value as Readonly<Record<string, unknown>>
  const blocks = [...new Set([...Object.keys(before), ...Object.keys(value)])]
  return editService(
    base.text,
    blocks.map((block) => ({ pointer: `/${block}`, value: value[block] })),
    sheets,
  )
}

/** The file that there was, read once: it stays as it is at every keystroke. */
function sourceOf(base: Base): SourceDocument {
  const source = sources.get(base) ?? parseSource(base.file, base.text)
  sources.set(base, source)
  return source
}
const sources = new WeakMap<Base, SourceDocument>()

/** What is to be shown at an answer: what speaks of it or of what it holds. */
export const foundAt = (found: readonly Found[], pointer: Pointer): Found[] =>
  found.filter(({ place }) => place === pointer || place.startsWith(`${pointer}/`))
