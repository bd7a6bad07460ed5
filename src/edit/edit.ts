import { parseEvents } from 'js-yaml'
import type { Sheets } from '../draft/draft.ts'
import { isMapping } from '../draft/mapping.ts'
import { keysOf, type Pointer, pointerOf } from '../pointer.ts'
import { compose } from '../source/compose.ts'
import { parseSource } from '../source/document.ts'
import { depthLimit } from '../source/structure.ts'
import { appendItem, insertEntry } from './insert.ts'
import { removeFrom } from './remove.ts'
import { isLabelled, replaceAt } from './replace.ts'
import { childOf, type Source, siteOf } from './site.ts'
import { isSame, type Step, stated, stepsBetween, withStep } from './steps.ts'
import { breakOf, type Splice, spliced } from './text.ts'

/** A value for a place; undefined takes away what is there, and a last key `-` appends to a list. */
export type Edit = { pointer: Pointer; value: unknown }

/** The text cannot be edited there, and was left alone. */
export class EditError extends Error {}

/** The text with only what differs written anew: comments, order, quotes and line ends elsewhere stay as they are. */
export function editService(text: string, edits: readonly Edit[], sheets?: Sheets): string {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  let source = read(text.slice(mark.length), sheets)
  for (const edit of edits) for (const step of stepsOf(source, edit)) source = afterStep(source, step)
  return mark + source.text
}

type Read = Source & { refused: readonly Pointer[] }

function read(text: string, sheets: Sheets | undefined): Read {
  const { readable, refused } = parseSource('', text)
  const { root, value } = readable
    ? compose(text, parseEvents(text, { maxDepth: depthLimit * 2 }))
    : { root: null, value: null }
  if (root === null) throw new EditError('The text cannot be read.')
  return { text, root, value, refused, lineBreak: breakOf(text), sheets }
}

function stepsOf({ value, refused }: Read, edit: Edit): Step[] {
  const isRefused = refused.some(
    (twice) => `${edit.pointer}/`.startsWith(`${twice}/`) || `${twice}/`.startsWith(`${edit.pointer}/`),
  )
  if (isRefused) throw new EditError(`What stands at ${edit.pointer} stands there twice.`)
  const { keys, before, after } = placeOf(value, keysOf(edit.pointer), stated(edit.value))
  if (after !== undefined) return stepsBetween(before, after, keys)
  return before === undefined ? [] : [{ keys, value: undefined }]
}

type Place = { keys: readonly string[]; before: unknown; after: unknown }

/** Where an edit begins: at the outermost mapping that is not there yet. */
function placeOf(root: unknown, keys: readonly string[], after: unknown): Place {
  let held = root
  const passed: string[] = []
  for (const [depth, key] of keys.entries()) {
    if (passed.length > 0 && (held === undefined || held === null)) {
      const isNothing = after === undefined
      return {
        keys: passed,
        before: isNothing ? undefined : held,
        after: isNothing ? after : nested(keys.slice(depth), after),
      }
    }
    const place = keyIn(held, key)
    passed.push(place)
    held = (held as Record<string, unknown>)[place]
  }
  return { keys: passed, before: held, after }
}

function keyIn(held: unknown, key: string): string {
  if (isMapping(held)) return key
  if (!Array.isArray(held)) throw new EditError('What would hold the value is neither a mapping nor a list.')
  const place = key === '-' ? `${held.length}` : key
  if (!/^(0|[1-9]\d*)$/.test(place) || Number(place) > held.length) throw new EditError(`A list has no place ${key}.`)
  return place
}

const nested = (keys: readonly string[], value: unknown): unknown =>
  keys.reduceRight((inner, key) => (key === '-' || key === '0' ? [inner] : { [key]: inner }), value)

/** Nothing is handed on that does not say what it was meant to say. */
function afterStep(source: Read, step: Step): Read {
  const edited = spliced(source.text, spliceOf(source, step))
  const wanted = withStep(source.value, step)
  const next = read(edited, source.sheets)
  if (!isSame(next.value, wanted)) throw new EditError(`${pointerOf(step.keys)} cannot be written there.`)
  return next
}

function spliceOf(source: Source, step: Step): Splice {
  const key = step.keys.at(-1)
  if (key === undefined) return replaceAt(source, [], step.value)
  const site = siteOf(source, step.keys.slice(0, -1))
  const size = site.node.entries?.size ?? site.node.items?.length ?? 0
  if (size === 0 || isLabelled(source, site.keys))
    return replaceAt(source, site.keys, withStep(site.held, { keys: [key], value: step.value }))
  if (step.value === undefined) return removeFrom(site, key)
  if (childOf(site, key) !== undefined) return replaceAt(source, step.keys, step.value)
  return site.node.entries === null ? appendItem(site, step.value) : insertEntry(site, key, step.value)
}
