import type { Diagnostic } from '../diagnostic.ts'
import type { CommentInput, Examination } from '../gate/types.ts'
import { sha256Of } from '../ledger/canonical.ts'
import { violationsIn } from './status.ts'

/** Something that was to be mended, as the comment remembers it: what it said only as a digest. */
export type Remembered = { file: string; rule: string; pointer: string; digest: string }
/** What was to be mended at a head, and at the head before it. */
export type Memory = { head: string; open: readonly Remembered[]; earlier: readonly Remembered[] }

const most = 60
const forgotten: Memory = { head: '', open: [], earlier: [] }

/** What our comment remembers. Anybody with write access may have edited it: what is no memory is none. */
export function recall(comment: string | null): Memory {
  const [, head, lines] = /<!-- shinsa:memory ([0-9a-f]{40,64})\n([^<>]*)-->\s*$/.exec(comment ?? '') ?? []
  if (head === undefined) return forgotten
  const entries = (lines ?? '').split('\n').flatMap((line) => read(line) ?? [])
  const of = (time: string): Remembered[] => entries.flatMap((entry) => (entry.time === time ? [entry.what] : []))
  return { head, open: of('open').slice(0, most), earlier: of('earlier').slice(0, most) }
}

const entry = /^(open|earlier) ([^ ]{1,400}) ([a-z0-9/-]{1,80}) ([^ ]{0,600}) ([0-9a-f]{8})$/

function read(line: string): { time: string; what: Remembered } | null {
  const [, time = '', file = '', rule = '', pointer = '', digest = ''] = entry.exec(line) ?? []
  try {
    return time === '' ? null : { time, what: { file: decode(file), rule, pointer: decode(pointer), digest } }
  } catch {
    return null
  }
}

/** Neither a bracket nor two hyphens in a row: nothing in it can end the HTML comment. */
const encode = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '?'))
    .replaceAll('%2F', '/')
    .replaceAll('-', '%2D')
const decode = (text: string): string => decodeURIComponent(text)

export function remember({ head, open, earlier }: Memory): string {
  if (head === '') return ''
  const lines = [...open.map(write('open')), ...earlier.map(write('earlier'))]
  return `<!-- shinsa:memory ${head}\n${lines.map((line) => `${line}\n`).join('')}-->`
}

const write =
  (time: string) =>
  ({ file, rule, pointer, digest }: Remembered): string =>
    [time, encode(file), rule, encode(pointer), digest].join(' ')

/** What is remembered from now on. A run without a result, or a second one at the same head, forgets nothing. */
export function memoryOf({ examination, previous, pullRequest }: CommentInput): Memory {
  const before = recall(previous)
  if (examination === null) return before
  const open = violationsIn(examination).slice(0, most).map(remembered)
  return { head: pullRequest.head, open, earlier: before.head === pullRequest.head ? before.earlier : before.open }
}

const remembered = ({ file, rule, pointer, message }: Diagnostic): Remembered => ({
  file,
  rule,
  pointer,
  digest: sha256Of(message).slice(0, 8),
})

/** What was to be mended before the last push and is no longer. A row that only moved in its list is still there. */
export function mendedIn({ earlier }: Memory, examination: Examination): Remembered[] {
  const open = violationsIn(examination).map(remembered)
  const files = new Set(examination.files.map(({ file }) => file))
  return earlier.filter(
    (old) =>
      files.has(old.file) &&
      !open.some(
        (one) =>
          one.file === old.file && one.rule === old.rule && (one.pointer === old.pointer || one.digest === old.digest),
      ),
  )
}
