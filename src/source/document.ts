import { type Event, parseEvents, YAMLException } from 'js-yaml'
import type { Range } from '../diagnostic.ts'
import type { Pointer } from '../pointer.ts'
import { characterFlaw, isTooLarge, sizeFlaw } from './characters.ts'
import { clueAt } from './clues.ts'
import { type Composition, compose } from './compose.ts'
import type { Flaw } from './flaw.ts'
import { type Lines, linesOf } from './lines.ts'
import { depthLimit, directive, empty, nodeLimit, tooManyNodes } from './structure.ts'
import { syntaxFlaw } from './syntax.ts'
import { firstDirective } from './tokens.ts'
import { keyAt, nearest } from './tree.ts'

export type Fault = { rule: 'file' | 'yaml'; range: Range; pointer: Pointer; message: string; remedy: string | null }
export type SourceDocument = {
  file: string
  /** Without the byte order mark, so that columns are what an editor shows. */
  text: string
  /** Undefined where the text is not readable. */
  value: unknown
  readable: boolean
  faults: Fault[]
  /** Where a value must not be judged, because the text holds two. */
  refused: Pointer[]
  /** The value, or the innermost mapping or sequence that lacks it. */
  rangeOf(pointer: Pointer): Range
  /** The key of the value, where a mapping holds it. */
  rangeOfKey(pointer: Pointer): Range
}

export function parseSource(file: string, original: string): SourceDocument {
  const text = original.startsWith('\ufeff') ? original.slice(1) : original
  let counted: Lines | null = null
  const lines = (): Lines => {
    counted ??= linesOf(text)
    return counted
  }
  const { root, value, flaws, refused, isFatal } = isTooLarge(original) ? unreadable(sizeFlaw()) : read(text, lines)
  const start = { start: 0, end: 0 }
  return {
    file,
    text,
    value: isFatal ? undefined : value,
    readable: !isFatal,
    faults: flaws.map(({ start, end, ...fault }) => ({ ...fault, range: lines().rangeOf({ start, end }) })),
    refused,
    rangeOf: (pointer) => lines().rangeOf(root === null ? start : nearest(root, pointer)),
    rangeOfKey: (pointer) => lines().rangeOf(root === null ? start : (keyAt(root, pointer) ?? nearest(root, pointer))),
  }
}

const unreadable = (flaw: Flaw): Composition => ({
  root: null,
  value: undefined,
  flaws: [flaw],
  refused: [],
  isFatal: true,
})

function read(text: string, lines: () => Lines): Composition {
  const characters = characterFlaw(text)
  if (characters !== null) return unreadable(characters)
  const percent = firstDirective(text)
  if (percent !== null) return unreadable(directive(percent))
  try {
    const composed = compose(text, eventsOf(text))
    if (composed.isFatal) return composed
    if (composed.root === null || composed.root.isNull) return unreadable(empty())
    const clue = typeof composed.value === 'string' ? clueAt(lines(), lines().indexOf(composed.root.start)) : null
    return clue === null ? composed : unreadable(clue)
  } catch (error) {
    if (error instanceof TooManyNodes) return unreadable(tooManyNodes())
    const [offset, reason] = error instanceof YAMLException ? [error.mark?.position ?? 0, error.reason] : [0, '']
    return unreadable(syntaxFlaw(text, lines(), offset, reason))
  }
}

class TooManyNodes extends Error {}

/**
 * js-yaml has no limit of nodes, but compares the depth with this at each of them: counting there ends a file of
 * 500,000 nodes after a fifth of its time. A node is compared up to three times, hence the wide margin of the first limit.
 */
function eventsOf(text: string): Event[] {
  let comparisons = 0
  const maxDepth = {
    valueOf() {
      comparisons += 1
      if (comparisons > nodeLimit * 5) throw new TooManyNodes()
      return depthLimit * 2 // only a guard of the stack: compose counts exactly
    },
  }
  const events = parseEvents(text, { maxDepth: maxDepth as unknown as number })
  const nodes = events.filter((event) => 'valueStart' in event || 'start' in event || 'anchorStart' in event)
  if (nodes.length > nodeLimit) throw new TooManyNodes()
  return events
}
