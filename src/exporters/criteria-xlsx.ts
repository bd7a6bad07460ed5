import {
  answerColumns,
  answerFields,
  type Criterion,
  type CriterionAnswer,
  criteriaColumns,
} from '../sheets/criteria.ts'
import type { Level } from '../sheets/levels.ts'
import { label } from '../vocabulary.ts'
import type { Cell, Sheet } from './sheet.ts'

/** What the sheet is for: the service it asks about, where there is one, with the answers that are known. */
export type Asked = {
  rows: readonly Criterion[]
  levels: Readonly<Record<Level, string>>
  status: 'official' | 'reconstruction'
  service: { name: string; provider: string } | null
  answers: readonly CriterionAnswer[]
  /** Until when certificates hold. */
  certificates: readonly { name: string; validity: string }[]
}

const printed = ['number', 'category', 'title', 'level', 'requirement', 'ask', 'evidence'] as const
const widths = [6, 18, 22, 8, 44, 40, 30, 16, 30, 14, 16, 24, 30]

/** The sheet that goes to a provider to fill in, behind one that explains it. */
export const criteriaSheets = (asked: Asked): Sheet[] => [explanation(asked), questions(asked)]

function questions({ rows, levels, answers }: Asked): Sheet {
  const cells = rows.map((row): Cell[] => {
    const answer = answers.find(({ number }) => number === row.number)
    return [
      row.number,
      row.category,
      row.condition === undefined ? row.title : `${row.title}\n（${row.condition}）`,
      levels[row.level],
      row.requirement,
      row.ask,
      row.evidence.join('\n'),
      ...answerFields.map((field) => answerCell(field, answer?.[field])),
    ]
  })
  return {
    name: '選定基準',
    widths,
    frozenColumns: 3,
    headings: [
      ...printed.map((key) => criteriaColumns[key][0]),
      ...answerFields.map((field) => answerColumns[field][0]),
    ],
    rows: cells,
    choices: rows.map((_, index) => ({ row: index + 1, column: printed.length, words: results })),
  }
}

const results = ['met', 'unmet', 'not-applicable'].map((id) => label('criterionResult', id))

function answerCell(field: string, value: unknown): Cell {
  if (value === undefined || value === null) return null
  if (field === 'validUntil') return { day: String(value) }
  if (field === 'result') return label('criterionResult', String(value))
  return typeof value === 'number' ? value : String(value)
}

function explanation({ status, service, certificates }: Asked): Sheet {
  const rows: string[][] = [
    ...(status === 'reconstruction'
      ? [['この表について', '参考様式（再構成）です。区の別表そのものではありません。']]
      : []),
    ...(service === null
      ? []
      : [
          ['サービス', service.name],
          ['提供者', service.provider],
        ]),
    ['お願い', '「選定基準」のシートの1行ずつに、右の列へご記入のうえ、返送してください。'],
    ['回答', `${results.map((word) => `「${word}」`).join('')}のどれかを書いてください。`],
    ['根拠資料', '満たすことを示す文書の名前、番号、URLなどを書いてください。'],
    ['根拠の有効期限', '認証や報告書に期限があるときに、2027-03-31 か 令和9年3月31日 のように書いてください。'],
    ...certificates.map(({ name, validity }) => ['有効期限の数え方', `${name}: ${validity}`]),
    ['確認した値', '稼働率や時間などの数値を求める行に、貴社の値を書いてください。'],
    ['根拠の対象範囲', '認証や報告書が対象とするサービスや地域を書いてください。'],
    ['満たさない・不要の理由', '「満たす」でないときに、その理由を書いてください。'],
    ['表の扱い', '番号の列は変えないでください。行や列の順は変わってもかまいません。'],
  ]
  return { name: '説明', widths: [24, 90], frozenColumns: 0, headings: ['項目', '説明'], rows }
}
