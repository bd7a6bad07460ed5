import {
  type AliasEvent,
  CORE_SCHEMA,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml'
import type { Pointer } from '../pointer.ts'
import { begin, close, isKey, open, place, type State, tell } from './builder.ts'
import { escapeFlaw } from './characters.ts'
import type { Span } from './lines.ts'
import { namelessKey, reuse, secondDocument, tag, wideBeginning } from './structure.ts'
import { absent, markerAfter, skip, skipPast, spanOf } from './tokens.ts'

export type Composition = Pick<State, 'root' | 'value' | 'flaws'> & { refused: Pointer[]; isFatal: boolean }

/** Value and places in one walk: js-yaml's constructor knows no places, and gives up at a duplicate key. */
export function compose(text: string, events: readonly Event[]): Composition {
  const state = begin(text)
  events.every((event) => step(state, event))
  const { root, value, flaws, refused, told } = state
  return { root, value, flaws, refused: [...refused], isFatal: told.size > 0 }
}

/** False where going on would make no sense. */
function step(state: State, event: Event): boolean {
  switch (event.type) {
    case EVENT_ID.DOCUMENT:
      if (event.explicitStart && state.documents === 0) state.cursor = markerAfter(state.text, 0).end
      state.documents += 1
      return state.documents === 1 || tell(state, 'document', secondDocument(markerAfter(state.text, state.cursor)))
    case EVENT_ID.POP:
      close(state)
      return true
    case EVENT_ID.ALIAS:
      readAlias(state, event)
      return true
    case EVENT_ID.SCALAR:
      readProperties(state, event)
      readScalar(state, event)
      return true
    default:
      readProperties(state, event)
      return open(state, event)
  }
}

function readProperties(
  state: State,
  { anchorStart, anchorEnd, tagStart, tagEnd }: ScalarEvent | MappingEvent | SequenceEvent,
): void {
  if (anchorStart !== absent) tell(state, 'reuse', reuse.anchor({ start: anchorStart - 1, end: anchorEnd }))
  if (tagStart !== absent) tell(state, 'tag', tag({ start: tagStart, end: tagEnd }))
  for (const end of [anchorEnd, tagEnd]) if (end > state.cursor) state.cursor = end
}

function readAlias(state: State, { anchorStart, anchorEnd }: AliasEvent): void {
  const span = { start: anchorStart - 1, end: anchorEnd }
  tell(state, 'reuse', reuse.alias(span))
  place(state, span, `*${state.text.slice(anchorStart, anchorEnd)}`, null)
}

function readScalar(state: State, event: ScalarEvent): void {
  const { text } = state
  if (event.valueStart === absent) {
    place(state, emptySpan(state), '', null)
    return
  }
  const span = spanOf(text, event, state.cursor)
  const written = getScalarValue(text, event)
  const isPlain = event.style === SCALAR_STYLE.PLAIN
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast) {
    const flaw = escapeFlaw(written, span)
    if (flaw !== null) tell(state, 'escape', flaw)
  }
  if (isPlain && isKey(state)) {
    if (written === '<<') tell(state, 'reuse', reuse.merge(span))
    const wide = wideBeginning(written, span)
    if (wide !== null) tell(state, 'wide', wide)
  }
  place(state, span, written, isPlain ? CORE_SCHEMA.resolveImplicitScalarTag(written).value : written)
}

/** A value that is not there stands at the indicator that announces it. */
function emptySpan(state: State): Span {
  const { text, cursor, frames } = state
  const frame = frames.at(-1)
  if (isKey(state))
    tell(state, 'nameless', namelessKey({ start: skip(text, cursor, '?'), end: skip(text, cursor, '?') + 1 }))
  const end = skipPast(text, cursor, frame?.node.items ? '-' : ':')
  return { start: frame?.node.items ? end - 1 : end, end }
}
