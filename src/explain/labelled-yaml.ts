import { Document, isCollection, isMap, isScalar, isSeq, type Node } from 'yaml'
import { fieldAt, valueLabel } from '../fields.ts'
import { type Pointer, pointerOf } from '../pointer.ts'
import { idsOf, type Term } from '../vocabulary.ts'

/** A part of a service file as text, with the Japanese label of every id as a comment behind it. */
export function labelledYaml(value: unknown): string[] {
  const document = new Document(value, { aliasDuplicateObjects: false })
  if (document.contents !== null) annotate(document.contents as Node, '')
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd().split('\n')
}

/** In a difference, null takes a line away. */
const removed = '書かない'
const takesNull = (pointer: Pointer): boolean => idsOf(fieldAt(pointer)!.term as Term).includes(null)

function annotate(node: Node, pointer: Pointer): void {
  if (isSeq(node) && node.items.every(isScalar)) node.flow = true
  const value = isCollection(node) ? node.toJSON() : isScalar(node) && node.value
  if (fieldAt(pointer)?.term !== undefined && (isScalar(node) || (isSeq(node) && node.items.length > 0)))
    node.comment = ` ${value === null && !takesNull(pointer) ? removed : valueLabel(pointer, value)}`
  else if (isMap(node))
    for (const { key, value: child } of node.items) {
      const below = pointer + pointerOf([String(isScalar(key) ? key.value : key)])
      if (child !== null) annotate(child as Node, below)
    }
  else if (isSeq(node))
    for (const [index, child] of node.items.entries()) annotate(child as Node, `${pointer}/${index}`)
}
