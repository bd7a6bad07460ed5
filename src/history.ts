import { changeOf } from './change.ts'
import { labelOf, valueLabel } from './fields.ts'
import type { Transition } from './generated/service.ts'
import type { Pointer } from './pointer.ts'
import type { Change, ChangedField, Policies } from './rule.ts'
import type { SourceDocument } from './source/document.ts'

/** One field in which a commit differs from the one before; null where it is not written. */
export type ToldField = { pointer: Pointer; label: string; before: unknown; after: unknown }
/** What one commit did to a file, and who did it when: a day in Tokyo. */
export type Told = { commit: string; date: string; author: string; transition: Transition; changes: ToldField[] }

/** A commit that touched a file, with what stood there before and after; null where there was nothing. */
export type Step = Pick<Told, 'commit' | 'date' | 'author'> & {
  before: SourceDocument | null
  after: SourceDocument | null
}

export const tellHistory = (steps: readonly Step[], policies: Policies): Told[] =>
  steps.map(({ before, after, ...by }) => {
    const change = changeOf({ base: before, head: after }, policies)
    return { ...by, transition: change.transition, changes: toldFields(change) }
  })

export const toldFields = ({ changed }: Change): ToldField[] =>
  changed
    .filter(({ pointer }) => pointer !== '')
    .map(({ pointer, before, after }) => ({
      pointer,
      label: labelOf(pointer),
      before: before ?? null,
      after: after ?? null,
    }))

/** 「プラン名: スタンダード → 上位」; of a whole block only whether it came or went. */
export function wordField({ pointer, label, before, after }: ToldField): string {
  if (isBlock(before) || isBlock(after)) return `${label}: ${wordBlock(before, after)}`
  return `${label}: ${wordValue(pointer, before)} → ${wordValue(pointer, after)}`
}

function wordBlock(before: ChangedField['before'], after: ChangedField['after']): string {
  if (before === null) return '追加'
  return after === null ? '削除' : '変更'
}

function wordValue(pointer: Pointer, value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'なし'
  const words = [...valueLabel(pointer, value)]
  return words.length > longest ? `${words.slice(0, longest).join('')}…` : words.join('')
}
/** Whoever wants to read the whole text looks into the file. */
const longest = 40

const isBlock = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !(Array.isArray(value) && value.every((item) => typeof item !== 'object'))
