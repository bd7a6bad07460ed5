import { readingOf } from './check.ts'
import { type Draft, withAnswer } from './draft/draft.ts'
import { type Column, day, text } from './exporters/sheet.ts'
import { valueAt } from './facts.ts'
import { fieldAt } from './fields.ts'
import { legible } from './form/entries.ts'
import { plain } from './form/script.ts'
import { valueIn } from './form/values.ts'
import { fields } from './generated/fields.ts'
import type { Pointer } from './pointer.ts'
import type { SourceDocument } from './source/document.ts'

/** What the schema marks as fit for publication, in its order. */
export const publicFields: readonly Pointer[] = Object.entries(fields).flatMap(([pointer, field]) =>
  field.public === true ? [pointer] : [],
)

/** A new file that holds what may be published and nothing else, neither as a value nor as a text. */
export function publicPart({ file, value, readable, refused }: SourceDocument): SourceDocument {
  const all = readable ? legible(readingOf(value, refused)) : {}
  const part = publicFields.reduce<Draft>((known, pointer) => {
    const found = valueAt(all, pointer)
    return isPlain(found) ? withAnswer(known, pointer, found) : known
  }, {})
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1 }
  const rangeOf = () => start
  return { file, text: '', value: part, readable, faults: [], refused: [], rangeOf, rangeOfKey: rangeOf }
}

/** A mapping has fields of its own, each of which is marked or not. */
const isPlain = (found: unknown): boolean =>
  Array.isArray(found)
    ? found.every((item) => typeof item !== 'object')
    : found !== undefined && found !== null && typeof found !== 'object'

export type PublicColumn = Column<unknown> & { pointer: Pointer }

/** A sheet of what may be published: a column for each field. */
export const publicColumns: readonly PublicColumn[] = publicFields.map((pointer) => {
  const { title = pointer, type } = fieldAt(pointer) ?? {}
  const found = (value: unknown): unknown => valueAt(value, pointer) ?? null
  if (type === 'date') return { pointer, ...day(title, (value) => found(value) as string | null) }
  const word = (value: unknown): string | null => (found(value) === null ? null : valueIn(plain, pointer, found(value)))
  return { pointer, ...text(title, 26, word) }
})

/** How a day stands to the period of a use, as far as what may be published tells. */
export const periods = {
  before: '利用開始前',
  within: '利用期間内',
  after: '利用終了予定日の後',
  ended: '終了',
  unstated: '期間の記載なし',
} as const
export type Period = keyof typeof periods

export function periodOf(value: unknown, asOf: string): Period {
  const dayAt = (pointer: Pointer): string | null => (valueAt(value, pointer) as string | undefined) ?? null
  const [end, start, planned] = ['/termination/date', '/use/period/start', '/use/period/end'].map(dayAt)
  if (end != null && end <= asOf) return 'ended'
  if (start == null) return 'unstated'
  if (asOf < start) return 'before'
  return planned != null && planned < asOf ? 'after' : 'within'
}
