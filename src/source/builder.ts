import { COLLECTION_STYLE, EVENT_ID, type MappingEvent, type SequenceEvent } from 'js-yaml'
import { type Pointer, pointerOf } from '../pointer.ts'
import type { Flaw } from './flaw.ts'
import type { Span } from './lines.ts'
import { complexKey, depthLimit, duplicate, tooDeep } from './structure.ts'
import { skip } from './tokens.ts'
import type { Node } from './tree.ts'

type Key = { span: Span; name: string; isSecond: boolean }
type Frame = { node: Node; value: Record<string, unknown> | unknown[]; key: Key | null; closing: string | null }
export type State = {
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
  refused: Set<Pointer>
}
export const begin = (text: string): State => ({
  text,
  cursor: 0,
  documents: 0,
  frames: [],
  root: null,
  value: null,
  flaws: [],
  told: new Set(),
  refused: new Set(),
})

/** Always false, so that a step can end with it. */
export function tell(state: State, kind: string, flaw: Flaw): false {
  if (!state.told.has(kind)) state.flaws.push(flaw)
  state.told.add(kind)
  return false
}

/** Whether the next node is the key of a mapping. */
export const isKey = ({ frames }: State): boolean => frames.at(-1)?.node.entries != null && frames.at(-1)?.key === null

/** Takes a scalar as the key or the value that is due. */
export function place(state: State, span: Span, written: string, value: unknown): void {
  const frame = state.frames.at(-1)
  state.cursor = span.end
  if (frame !== undefined && isKey(state)) {
    const isSecond = frame.node.entries?.has(written) === true
    frame.key = { span, name: written, isSecond }
    if (!isSecond) return
    const pointer = pointerOf(state.frames.map(({ node, key }) => key?.name ?? `${node.items?.length}`))
    state.flaws.push(duplicate(span, written, pointer))
    state.refused.add(pointer)
  } else add(state, { start: span.start, end: span.end, entries: null, items: null, isNull: value === null }, value)
}

export function open(state: State, { type, start, style }: MappingEvent | SequenceEvent): boolean {
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

export function close(state: State): void {
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
