import type { Script } from '../form/script.ts'
import { valueIn, wordDate } from '../form/values.ts'
import type { Service } from '../generated/service.ts'
import type { Pointer } from '../pointer.ts'
import { label } from '../vocabulary.ts'
import { wareki, weekday } from '../wareki.ts'
import { excerpt } from './escape.ts'

export { nothing } from '../form/values.ts'
export { wordDate }
/** 令和8年4月1日（水） */
export const wordDay = (day: string): string => `${wareki(day)}（${weekday(day)}）`

/** Markdown: what others wrote is shown as code, and not more of it than there is room for. */
export const markdown: Script = {
  quoted: (text, limit) => excerpt(text, limit),
  line: '<br>',
  most: 12,
}

export const wordValue = (pointer: Pointer, value: unknown): string => valueIn(markdown, pointer, value)

/** 重要情報あり・有料 */
export const wordClass = ({ service, information }: Service): string =>
  `重要情報${information.kinds.length > 0 ? 'あり' : 'なし'}・${label('pricing', service.pricing)}`
