import { CORE_SCHEMA } from 'js-yaml'
import { isMapping } from '../draft/mapping.ts'
import { fieldAt, valueLabel } from '../fields.ts'
import { type Pointer, pointerOf } from '../pointer.ts'
import { noImportantInformation } from './form.ts'

/** Lines of a block for an entry of a mapping: ids have their Japanese label behind them. */
export function linesOf(at: Pointer, value: unknown, indent: number): string[] {
  const space = ' '.repeat(indent)
  const key = at.slice(at.lastIndexOf('/') + 1)
  if (isMapping(value) && Object.keys(value).length > 0)
    return [
      `${space}${key}:`,
      ...Object.entries(value).flatMap(([name, entry]) => linesOf(at + pointerOf([name]), entry, indent + 2)),
    ]
  const comment = commentOf(at, value)
  return [`${space}${key}: ${flowOf(value)}${comment === null ? '' : `  # ${comment}`}`]
}

function commentOf(at: Pointer, value: unknown): string | null {
  if (fieldAt(at)?.term === undefined || typeof value === 'boolean' || typeof value === 'number') return null
  if (Array.isArray(value) && value.length === 0) return at === '/information/kinds' ? noImportantInformation : null
  const label = valueLabel(at, value)
  return label === value ? null : label
}

/** A value on one line. */
export function flowOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowOf).join(', ')}]`
  if (!isMapping(value)) return scalarOf(value)
  const entries = Object.entries(value).map(([name, entry]) => `${name}: ${flowOf(entry)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/** Nothing that means anything to a reader of YAML, in a list or out of it. */
const plain = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}・、。（）〜ー_./ -]*[\p{L}\p{N}\p{M}・、。（）〜ー_./-])?$/u
/** Words that other readers of YAML take for true and false. */
const doubtful = /^(y|n|yes|no|on|off|true|false|null)$/i

function scalarOf(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  const isPlain =
    plain.test(value) && !doubtful.test(value) && CORE_SCHEMA.resolveImplicitScalarTag(value).value === value
  return isPlain ? value : JSON.stringify(value)
}
