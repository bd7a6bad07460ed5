import type { AnswerField, CriterionAnswer, CriterionNumber } from './criteria.ts'
import { answerColumns, answerFields } from './criteria.ts'
import { plain, wordOf } from './grid.ts'
import { rowNumber, type Table } from './table.ts'

/** Reads the words of a cell as a field of an answer has them. */
export type ReadCell = (field: AnswerField, word: string) => { value: unknown } | { problem: string }
export type AnswersRead = { answers: CriterionAnswer[]; problems: string[]; left: CriterionNumber[] }

/** The answers in a sheet, and what is wrong with it; rows without an answer are left as they are. */
export function answersIn(
  { rows }: Table<keyof typeof answerColumns>,
  known: readonly CriterionNumber[],
  read: ReadCell,
): AnswersRead {
  const found: AnswersRead = { answers: [], problems: [], left: [] }
  for (const { line, words } of rows) {
    const number = rowNumber(words.number ?? '')
    const filled = answerFields.filter((field) => (words[field] ?? '') !== '')
    // A note below the table has no number and no answer.
    if (number === null && filled.length === 0) continue
    const problem = problemOf(number, words.number ?? '', filled, found, known)
    if (problem !== null) found.problems.push(`${line}行目: ${problem}`)
    else if (number !== null && filled.length === 0) found.left.push(number)
    else if (number !== null) {
      const answer: CriterionAnswer = { number }
      for (const field of filled) {
        const cell = read(field, meant(field, words[field] ?? ''))
        if ('value' in cell) answer[field] = cell.value
        else found.problems.push(`${line}行目（No.${number}）の「${answerColumns[field][0]}」: ${cell.problem}`)
      }
      found.answers.push(answer)
    }
  }
  return found
}

function problemOf(
  number: CriterionNumber | null,
  written: string,
  filled: readonly AnswerField[],
  { answers, left }: AnswersRead,
  known: readonly CriterionNumber[],
): string | null {
  if (number === null) return `「${written}」は別表の番号として読めません。`
  if (!known.includes(number)) return filled.length === 0 ? null : `別表にNo.${number}の行はありません。`
  if (left.includes(number) || answers.some((answer) => answer.number === number))
    return `No.${number}の行が2つあります。`
  if (filled.length > 0 && !filled.includes('result')) return `No.${number}の「${answerColumns.result[0]}」が空です。`
  return null
}

const results: Readonly<Record<string, string>> = {
  ...{ '○': 'met', '◎': 'met', '×': 'unmet', '✕': 'unmet', '-': 'not-applicable' },
  ...{ 該当なし: 'not-applicable', 対象外: 'not-applicable' },
}
/** A sign by one shape, a word without what differs in width only. */
export const signOf = (word: string): string =>
  plain(word)
    .replaceAll(/[〇◯]/g, '○')
    .replaceAll(/^[ー−‐―]$/g, '-')
/** A result of a row of 別表, by the signs and words that people write. */
export const meantResult = (word: string): string => results[signOf(word)] ?? word
const meant = (field: AnswerField, word: string): string => (field === 'result' ? meantResult(word) : word)

/** The block with the answers in it: what a sheet leaves blank stays, unless it speaks of another result. */
export function withAnswers(
  before: readonly CriterionAnswer[],
  answers: readonly CriterionAnswer[],
  order: readonly CriterionNumber[],
): CriterionAnswer[] {
  const merged = before.map((entry) => {
    const answer = answers.find(({ number }) => number === entry.number)
    if (answer === undefined) return entry
    const read = alike(entry, answer)
    return answer.result === entry.result ? { ...entry, ...read } : read
  })
  const added = answers.filter(({ number }) => !before.some((entry) => entry.number === number))
  const rank = ({ number }: CriterionAnswer): number => order.indexOf(number)
  if (added.length === 0) return merged
  return before.length === 0 ? [...added].sort((a, b) => rank(a) - rank(b)) : inserted(merged, added, rank)
}

/** A sheet shows no difference between a number and its digits, nor the break behind a text: there the file stays. */
const alike = (entry: CriterionAnswer, answer: CriterionAnswer): CriterionAnswer =>
  Object.fromEntries(
    Object.entries(answer).map(([field, value]) => {
      const before = entry[field as AnswerField]
      return [field, before !== undefined && shownAs(before) === shownAs(value) ? before : value]
    }),
  ) as CriterionAnswer
const shownAs = (value: unknown): string => wordOf(String(value))

/** Each new row behind the last of those that come before it in the table. */
function inserted(
  entries: readonly CriterionAnswer[],
  added: readonly CriterionAnswer[],
  rank: (entry: CriterionAnswer) => number,
): CriterionAnswer[] {
  const all = [...entries]
  for (const entry of added) {
    const place = all.findLastIndex((other) => rank(other) < rank(entry))
    all.splice(place + 1, 0, entry)
  }
  return all
}

export type AnswerChange = { number: CriterionNumber; field: AnswerField; before: unknown; after: unknown }

export const changesBetween = (before: readonly CriterionAnswer[], after: readonly CriterionAnswer[]): AnswerChange[] =>
  after.flatMap((entry) => {
    const old = before.find(({ number }) => number === entry.number)
    return answerFields
      .filter((field) => old?.[field] !== entry[field])
      .map((field) => ({ number: entry.number, field, before: old?.[field], after: entry[field] }))
  })
