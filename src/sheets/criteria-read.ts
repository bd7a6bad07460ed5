import type { CriterionNumber, criteriaColumns } from './criteria.ts'
import { plain } from './grid.ts'
import { isMarked, type Level, legendIn, levelOf, levels } from './levels.ts'
import { rowNumber, type Table, type TableRow } from './table.ts'

type Key = keyof typeof criteriaColumns
const texts = ['category', 'title', 'requirement', 'ask'] as const
type TextKey = (typeof texts)[number]
/** A row as a sheet has it: only what the sheet says. */
export type SheetCriterion = {
  line: number
  number: CriterionNumber
  level?: Level
  evidence?: readonly string[]
} & Partial<Record<TextKey, string>>
export type CriteriaRead = { rows: SheetCriterion[]; problems: string[]; signs: ReadonlyMap<string, Level> }

/** The rows of 別表 in a sheet, and what nobody can read in it. */
export function criteriaIn(table: Table<Key>): CriteriaRead {
  const notes = table.rows.filter(({ words }) => rowNumber(words.number ?? '') === null)
  const legend = legendIn([...table.above, ...notes.flatMap(({ words }) => Object.values(words))])
  const signs = new Map<string, Level>()
  const rows: SheetCriterion[] = []
  const problems: string[] = []
  let heading = ''
  for (const row of table.rows) {
    const { line, words } = row
    const number = rowNumber(words.number ?? '')
    if (number === null) {
      if (hasContent(row)) problems.push(`${line}行目: 「${words.number ?? ''}」は別表の番号として読めません。`)
      // A row across the table that names the rows below it.
      else heading = Object.values(words).find((word) => word !== '') ?? heading
      continue
    }
    const level = levelIn(row, legend)
    if (level === 'unread') problems.push(`${line}行目（No.${number}）: レベルを読めません。`)
    else if (level?.sign !== undefined) signs.set(level.sign, level.level)
    const read = criterionOf(row, number, level === null || level === 'unread' ? undefined : level.level, heading)
    const problem = place(read, rows)
    if (problem !== null) problems.push(`${line}行目: ${problem}`)
  }
  return { rows, problems, signs }
}

const hasContent = ({ words }: TableRow<Key>): boolean =>
  [words.requirement, words.level, words.ask, words.evidence].some((word) => (word ?? '') !== '')

type LevelWord = { level: Level; sign?: string }

/** From the column of levels, or from one column for each level; null where the sheet has neither. */
function levelIn({ words }: TableRow<Key>, legend: ReadonlyMap<string, Level>): LevelWord | 'unread' | null {
  const word = words.level ?? ''
  if (word !== '') {
    const read = levelOf(word, legend)
    if (read === null) return 'unread'
    return read.sign ? { level: read.level, sign: plain(word) } : { level: read.level }
  }
  const columns = levels.filter((level) => words[level] !== undefined)
  if (columns.length === 0) return words.level === undefined ? null : 'unread'
  const marked = columns.filter((level) => isMarked(words[level] ?? ''))
  return marked.length === 1 && marked[0] !== undefined ? { level: marked[0] } : 'unread'
}

function criterionOf(
  { line, words }: TableRow<Key>,
  number: CriterionNumber,
  level: Level | undefined,
  heading: string,
): SheetCriterion {
  const evidence = (words.evidence ?? '') === '' ? undefined : listOf(words.evidence ?? '')
  const said = texts.flatMap((key) => {
    const word = words[key] === undefined && key === 'category' ? heading : (words[key] ?? '')
    return word === '' ? [] : [[key, key === 'title' ? withoutCondition(word) : word] as const]
  })
  return {
    ...{ line, number },
    ...(level === undefined ? {} : { level }),
    ...(evidence === undefined ? {} : { evidence }),
    ...Object.fromEntries(said),
  }
}

/** The sheet shows the condition of a row below its title. */
const withoutCondition = (word: string): string => word.replace(/\n（.*）$/s, '')

/** One in each line, or with 「、」 between them outside brackets. */
export const listOf = (word: string): string[] =>
  (word.includes('\n') ? word.split('\n') : word.split(/、(?![^（]*）)/u))
    .map((part) => part.replace(/^[・･\-•]\s*/u, '').trim())
    .filter((part) => part !== '')

/** A number that is merged over several rows makes them one; otherwise nobody may use it twice. */
function place(read: SheetCriterion, rows: SheetCriterion[]): string | null {
  const earlier = rows.find(({ number }) => number === read.number)
  if (earlier === undefined) {
    rows.push(read)
    return null
  }
  const isSame = earlier === rows.at(-1) && earlier.title === read.title && earlier.level === read.level
  if (!isSame) return `No.${read.number}の行が2つあります。`
  for (const key of ['requirement', 'ask'] as const)
    if (read[key] !== undefined && read[key] !== earlier[key])
      earlier[key] = [earlier[key], read[key]].join('\n').trim()
  earlier.evidence = [...new Set([...(earlier.evidence ?? []), ...(read.evidence ?? [])])]
  return null
}
