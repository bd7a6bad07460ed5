import type { Level } from './levels.ts'
import type { Columns } from './table.ts'

export type CriterionNumber = number | string
/** A row of 別表, as far as sheets show it. */
export type Criterion = {
  number: CriterionNumber
  level: Level
  category: string
  title: string
  requirement: string
  ask: string
  evidence: readonly string[]
  condition?: string
  bodyMandate?: string
}

/** The headings of a sheet of 別表, the first as it is written; people call them by the others, too. */
export const criteriaColumns = {
  number: ['No.', 'No', 'Ｎｏ', '番号', '項番', '№'],
  category: ['区分', '分類', 'カテゴリ', '大項目'],
  title: ['確認事項', '項目', '項目名', '件名', '小項目'],
  level: ['レベル', '要否のレベル', '要否', '重要度', '区のレベル'],
  requirement: ['要件', '求める内容', '内容', '確認内容', '選定基準', '基準'],
  ask: ['質問', '提供者への質問', '確認の仕方'],
  evidence: ['確認の資料の例', '確認の資料', '確認資料', '証跡', '資料の例'],
  required: ['必須'],
  high: ['高'],
  medium: ['中'],
  low: ['低'],
} as const satisfies Columns<string>

/** What a provider fills in, and where it stands in a service file. */
export const answerColumns = {
  number: criteriaColumns.number,
  result: ['回答', '確認結果'],
  evidence: ['根拠資料'],
  validUntil: ['根拠の有効期限', '有効期限'],
  value: ['確認した値', '値'],
  scope: ['根拠の対象範囲', '対象範囲'],
  reason: ['満たさない・不要の理由', '理由'],
} as const satisfies Columns<string>
export const answerFields = ['result', 'evidence', 'validUntil', 'value', 'scope', 'reason'] as const
export type AnswerField = (typeof answerFields)[number]
/** An answer to a row, as a service file has it. */
export type CriterionAnswer = { number: CriterionNumber } & Partial<Record<AnswerField, unknown>>
