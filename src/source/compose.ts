import {
  type AliasEvent,
  COLLECTION_STYLE,
  CORE_SCHEMA,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml'
import { type Pointer, pointerOf } from '../pointer.ts'
import { escapeFlaw } from './characters.ts'
import type { Flaw } from './flaw.ts'
import type { Span } from './lines.ts'
import {
  complexKey,
  depthLimit,
  duplicate,
  namelessKey,
  reuse,
  secondDocument,
  tag,
  tooDeep,
  wideKey,
} from './structure.ts'
import { absent, markerAfter, skip, skipPast, spanOf } from './tokens.ts'
import type { Node } from './tree.ts'

type Key = { span: Span; name: string; isSecond: boolean }
type Frame = { node: Node; value: Record<string, unknown> | unknown[]; key: Key | null; closing: string | null }
type State = {
  text: string
  /** The end of the last token: ends, and tokens that js-yaml reports without a place, are found from here. */
  cursor: number
  documents: number
  frames: Frame[]
  root: Node | null
  value: unknown
  flaws: Flaw[]
  /** The kinds of fatal flaws found; a file gets one of each. */
  told: Set<string>
  refused: Pointer[]
}
export type Composition = Pick<State, 'root' | 'value' | 'flaws' | 'refused'> & { isFatal: boolean }

/** Value and places in one walk: js-yaml's constructor knows no places, and gives up at a duplicate key. */
export function compose(text: string, events: readonly Event[]): Composition {
  const state: State = {
    text,
    cursor: 0,
    documents: 0,
    frames: [],
    root: null,
    value: null,
    flaws: [],
    told: new Set(),
    refused: [],
  }
  events.every((event) => step(state, event))
  const { root, value, flaws, refused, told } = state
  return { root, value, flaws, refused, isFatal: told.size > 0 }
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

function tell(state: State, kind: string, flaw: Flaw): false {
  if (!state.told.has(kind)) state.flaws.push(flaw)
  state.told.add(kind)
  return false
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
    if (written.startsWith('\u3000')) tell(state, 'wide', wideKey(span))
  }
  place(state, span, written, isPlain ? CORE_SCHEMA.resolveImplicitScalarTag(written).value : written)
}

const isKey = ({ frames }: State): boolean => frames.at(-1)?.node.entries != null && frames.at(-1)?.key === null

/** A value that is not there stands at the indicator that announces it. */
function emptySpan(state: State): Span {
  const { text, cursor, frames } = state
  const frame = frames.at(-1)
  if (isKey(state))
    tell(state, 'nameless', namelessKey({ start: skip(text, cursor, '?'), end: skip(text, cursor, '?') + 1 }))
  const end = skipPast(text, cursor, frame?.node.items ? '-' : ':')
  return { start: frame?.node.items ? end - 1 : end, end }
}

/** Takes a scalar as the key or the value that is due. */
function place(state: State, span: Span, written: string, value: unknown): void {
  const frame = state.frames.at(-1)
  state.cursor = span.end
  if (frame !== undefined && isKey(state)) {
    const isSecond = frame.node.entries?.has(written) === true
    frame.key = { span, name: written, isSecond }
    if (!isSecond) return
    const pointer = pointerOf(state.frames.map(({ node, key }) => key?.name ?? `${node.items?.length}`))
    state.flaws.push(duplicate(span, written, pointer))
    if (!state.refused.includes(pointer)) state.refused.push(pointer)
  } else add(state, { ...span, entries: null, items: null, isNull: value === null }, value)
}

function open(state: State, { type, start, style }: MappingEvent | SequenceEvent): boolean {
  const isMapping = type === EVENT_ID.MAPPING
  const first = state.text.charAt(start)
  const here = { start, end: start + 1 }
  if (isKey(state)) return tell(state, 'key', complexKey(here))
  if (state.frames.length === depthLimit) return tell(state, 'depth', tooDeep(here))
  const node = { start, end: start, entries: isMapping ? new Map() : null, items: isMapping ? null : [], isNull: false }
  const brackets = isMapping ? '{}' : '[]'
  // A pair in a flow sequence, [a: 1], is a mapping in flow style without brackets of its own.
  const closing = style === COLLECTION_STYLE.FLOW && first === brackets[0] ? (brackets[1] ?? null) : null
  state.cursor = closing === null ? start : start + 1
  state.frames.push({ node, value: isMapping ? {} : [], key: null, closing })
  return true
}

function close(state: State): void {
  const frame = state.frames.pop()
  if (frame === undefined) return
  if (frame.closing !== null) state.cursor = skip(state.text, state.cursor, ',:?') + 1
  frame.node.end = state.cursor
  add(state, frame.node, frame.value)
}

function add(state: State, node: Node, value: unknown): void {
  const frame = state.frames.at(-1)
  if (frame === undefined) {
    state.root = node
    state.value = value
  } else if (Array.isArray(frame.value)) {
    frame.node.items?.push(node)
    frame.value.push(value)
  } else if (frame.key !== null) {
    const { name, span, isSecond } = frame.key
    frame.key = null
    if (isSecond) return
    frame.node.entries?.set(name, { key: span, node })
    // An assignment to __proto__ would change the prototype.
    if (name === '__proto__')
      Object.defineProperty(frame.value, name, { value, enumerable: true, configurable: true, writable: true })
    else frame.value[name] = value
  }
}
