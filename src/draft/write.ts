import { CORE_SCHEMA } from 'js-yaml'
import { Document, isScalar, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { fieldAt, fieldsBelow, patternOf, valueLabel } from '../fields.ts'
import { keysOf, type Pointer, pointerOf } from '../pointer.ts'
import { rowKeys, type Sheets } from './draft.ts'
import { isMapping, type Mapping } from './mapping.ts'

const modeline = ' yaml-language-server: $schema=../../schemas/service.schema.json'

const layout = {
  // No line is folded: what stands on one line in the file is one line of the value.
  lineWidth: 0,
  flowCollectionPadding: false,
  singleQuote: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  // Two spaces before the sign, as the project writes its files.
  commentString: (comment: string) => ` #${comment}`,
} as const

/** The text of a service file: keys in the order of the schema, ids with their Japanese label behind them. */
export function writeService(value: Mapping, sheets?: Sheets): string {
  const document = new Document(null)
  document.contents = nodeOf(value, '', sheets) as typeof document.contents
  return `#${modeline}\n${document.toString(layout)}`
}

/** The text of a part of a service file, as it would stand at the beginning of a line. */
export function writeNode(node: Node): string {
  const document = new Document(null)
  document.contents = node as typeof document.contents
  return document.toString(layout).replace(/\n$/, '')
}

export function nodeOf(value: unknown, at: Pointer, sheets: Sheets | undefined): Node {
  if (isMapping(value)) return mappingOf(value, at, sheets)
  if (Array.isArray(value)) return listOf(value, at, sheets)
  return commented(scalarOf(value), labelOfValue(at, value, sheets))
}

function mappingOf(value: Mapping, at: Pointer, sheets: Sheets | undefined): YAMLMap {
  const known = fieldsBelow(at)
  const rank = (key: string): number => (known.includes(key) ? known.indexOf(key) : known.length)
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b))
  const node = new YAMLMap()
  for (const [key, entry] of entries)
    node.items.push(new Pair(scalarOf(key), nodeOf(entry, at + pointerOf([key]), sheets)))
  node.flow = entries.length === 0
  return node
}

function listOf(value: readonly unknown[], at: Pointer, sheets: Sheets | undefined): YAMLSeq {
  const node = new YAMLSeq()
  const isFlat = value.every((item) => typeof item !== 'object' || item === null)
  for (const [index, item] of value.entries())
    node.items.push(isFlat ? scalarOf(item) : nodeOf(item, `${at}/${index}`, sheets))
  node.flow = isFlat
  return isFlat ? commented(node, labelOfValue(at, value, sheets)) : node
}

/** What an empty list means, where people read it as an answer. */
const nothing: Readonly<Record<Pointer, string>> = { '/information/kinds': '重要情報なし' }

/** What stands behind a value for those who read no ids: the label of an id, the labels of a list of them. */
export function labelOfValue(at: Pointer, value: unknown, sheets: Sheets | undefined): string | undefined {
  if (Array.isArray(value)) {
    if (fieldAt(at)?.term === undefined) return undefined
    return value.length > 0 ? valueLabel(at, value) : nothing[at]
  }
  const title = sheets?.titles?.[patternOf(at)]?.[String(value)]
  if (title !== undefined) return title
  const [list = '', , key, ...deeper] = keysOf(at)
  if (key !== undefined && rowKeys.get(list) === key && deeper.length === 0)
    return sheets?.rows[list]?.find((row) => row.key === String(value))?.title
  const isId = fieldAt(at)?.term !== undefined && (typeof value === 'string' || value === null)
  const label = isId ? valueLabel(at, value) : undefined
  return label === value ? undefined : label
}

function commented<Kind extends Node>(node: Kind, comment: string | undefined): Kind {
  if (comment !== undefined && !(isScalar(node) && node.type === 'BLOCK_LITERAL')) node.comment = ` ${comment}`
  return node
}

export function scalarOf(value: unknown): Scalar {
  const scalar = new Scalar(value)
  if (typeof value === 'string') scalar.type = styleOf(value)
  return scalar
}

/** Words that other readers of YAML take for true and false. */
const doubtful = /^(y|n|yes|no|on|off|true|false|null|~)$/i

function styleOf(text: string): Scalar.Type {
  if (text.includes('\n'))
    return /^\S/u.test(text) && !/[^\S\n ]|[ ]\n|[ ]$/u.test(text) ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE'
  const isPlain =
    !doubtful.test(text) && !/^\s|\s$|\t/u.test(text) && CORE_SCHEMA.resolveImplicitScalarTag(text).value === text
  return isPlain ? 'PLAIN' : 'QUOTE_DOUBLE'
}
