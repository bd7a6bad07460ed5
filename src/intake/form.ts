import { parse } from 'yaml'
import type { Pointer } from '../pointer.ts'

/** What somebody wants of 情報政策課; each has a form of its own. */
export const kinds = ['new', 'renewal', 'confirmation', 'termination', 'consultation'] as const
export type Kind = (typeof kinds)[number]

export type FormField = {
  id: string
  label: string
  /** Where the answer goes; null for what no service file holds. */
  pointer: Pointer | null
  type: 'input' | 'textarea' | 'dropdown'
  isMultiple: boolean
  isRequired: boolean
  options: readonly string[]
}
export type Form = { kind: Kind; label: string; fields: readonly FormField[] }

/** Ids of fields that no service file holds. */
export const ownFields: ReadonlySet<string> = new Set(['file', 'question'])
/** One answer for every row that this use has. */
export const everyRisk = '/risks/*/accepted'
/** An option of the forms for what a file says by an empty list. */
export const noImportantInformation = '重要情報なし'

/** The place of a field by its id: the keys of the pointer with hyphens between them, which no key has. */
function pointerOfId(id: string): Pointer | null {
  if (ownFields.has(id)) return null
  // Of a list that grows by one entry
  if (id.startsWith('confirmations-')) return `/confirmations/*/${id.slice('confirmations-'.length)}`
  return id === 'risks-accepted' ? everyRisk : `/${id.replaceAll('-', '/')}`
}

type Element = {
  type: string
  id?: string
  attributes?: { label?: string; multiple?: boolean; options?: string[] }
  validations?: { required?: boolean }
}

/** Reads a form of .github/ISSUE_TEMPLATE/. */
export function readForm(kind: Kind, text: string): Form {
  const { labels, body } = parse(text) as { labels: string[]; body: Element[] }
  const fields = body.flatMap(({ type, id = '', attributes, validations }): FormField[] =>
    type === 'input' || type === 'textarea' || type === 'dropdown'
      ? [
          {
            id,
            label: attributes?.label ?? '',
            pointer: pointerOfId(id),
            type,
            isMultiple: attributes?.multiple === true,
            isRequired: validations?.required === true,
            options: attributes?.options ?? [],
          },
        ]
      : [],
  )
  return { kind, label: labels[0] ?? '', fields }
}
