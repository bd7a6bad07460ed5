import { groupsOf } from '../exporters/statistics.ts'
import type { Counts, Group, Statistics } from '../statistics.ts'
import { warekiYear } from '../wareki.ts'
import { alignColumns } from './columns.ts'
import { oneLine } from './one-line.ts'
import { wordAsOf } from './register.ts'
import { coloured, plain } from './style.ts'

const indent = '  '
const headings = ['利用', '利用中', '停止', '終了', '重要情報', '点検 済み', '残り', '確認 済み', '残り']

/** For people: how many uses there are, and how far the 年度 has come. */
export function statisticsTerminal(
  statistics: Statistics,
  { width, colour }: { width: number; colour: boolean },
): string {
  const style = colour ? coloured : plain
  const tables = groupsOf(statistics).flatMap(([by, groups]) => {
    const total: Group = { id: '', name: '全体', counts: statistics.total }
    // What several kinds share counts more than once: their sum is no total.
    const rows = groups.filter(({ counts }) => counts.uses > 0)
    const [head = [], ...lines] = alignColumns(
      [[by, ...headings], ...[...rows, total].map(cellsOf)],
      width - indent.length,
    )
    return ['', ...head.map((line) => style('strong', indent + line)), ...lines.flat().map((line) => indent + line)]
  })
  return `${[wordHeading(statistics), ...tables].join('\n')}\n`
}

const wordHeading = ({ asOf, fiscalYear, total }: Statistics): string => {
  const late = total.checks.overdue + total.confirmations.overdue
  return `${wordAsOf(asOf)}現在の集計（${warekiYear(fiscalYear)}）: ${total.uses}件（期限を過ぎた点検・確認 ${late}件）`
}

const cellsOf = ({ name, counts }: Group): string[] => [oneLine(name), ...numbersOf(counts).map(wordCount)]
const wordCount = (count: number): string => String(count)

const numbersOf = ({ uses, status, important, checks, confirmations }: Counts): number[] => [
  ...[uses, status['in-use'], status.suspended, status.ended, important],
  ...[checks.done, checks.open, confirmations.done, confirmations.open],
]
