import stringWidth from 'string-width'
import { daysBetween } from '../calendar.ts'
import { byDay, type Deadline, type DueEntry } from '../due.ts'
import type { DueState } from '../generated/service.ts'
import { idsOf, label } from '../vocabulary.ts'
import { wareki, weekday } from '../wareki.ts'
import { coloured, plain, type Style } from './style.ts'
import { visible } from './visible.ts'
import { wordService } from './words.ts'

/** `within`: only what falls due so many days from now was asked for. */
export type DueReport = {
  asOf: string
  deadlines: readonly Deadline[]
  within: number | null
  colour: boolean
}

/** The shape that other programs read. */
export const dueJson = ({ asOf, deadlines }: DueReport): string =>
  `${JSON.stringify({ version: 1, asOf, due: deadlines.map(inOrder) }, null, 2)}\n`

const inOrder = ({ file, department, pointer, item, due, state, section }: Deadline): DueEntry => ({
  ...{ file, department, pointer, item, due, state, section },
})

const headings = ['期限', '残り', '状態', '課', 'サービス', 'すること']

/** For people: one line for each thing to do, the nearest day first. */
export function dueTerminal(report: DueReport): string {
  const style = report.colour ? coloured : plain
  const tasks = tasksOf(report.deadlines)
  const heading = style('strong', wordHeading(tasks, report))
  if (tasks.length === 0) return `${heading}\n`
  const rows = tasks.map((task) => cellsOf(task, report.asOf))
  const widths = headings.map((_, column) => Math.max(...[headings, ...rows].map((row) => stringWidth(row[column]!))))
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, column) => cell + ' '.repeat(widths[column]! - stringWidth(cell))).join('  ')}`.trimEnd()
  const lines = rows.map((row, index) => paint(line(row), tasks[index]!.state, style))
  return `${[heading, style('faint', line(headings)), ...lines, wordNext(tasks)].join('\n')}\n`
}

export type Task = Deadline & { more: number }

/** What one record settles, or what runs out on one day in one file, is one thing to do. */
export function tasksOf(deadlines: readonly Deadline[]): Task[] {
  const tasks = new Map<string, Task[]>()
  for (const deadline of deadlines) {
    const { file, rule, pointer, due } = deadline
    const key = `${file} ${rule}`
    const known = tasks.get(key) ?? []
    const same = known.find((task) => task.pointer === pointer || task.due === due)
    if (same !== undefined) same.more += 1
    else tasks.set(key, [...known, { ...deadline, more: 0 }])
  }
  return [...tasks.values()].flat().sort(byDay)
}

const cellsOf = ({ due, state, departmentName, service, suspended, subject, more }: Task, asOf: string): string[] => [
  `${due} ${wareki(due)}（${weekday(due)}）`,
  wordRemaining(due, asOf),
  label('dueState', state),
  visible(departmentName),
  wordService({ service, suspended }),
  more === 0 ? subject : `${subject}（ほか${more}件）`,
]

/** 31日, 今日 or 25日超過. */
export function wordRemaining(due: string, asOf: string): string {
  const days = daysBetween(asOf, due)
  if (days === 0) return '今日'
  return days > 0 ? `${days}日` : `${-days}日超過`
}

function wordHeading(tasks: readonly Task[], { asOf, within }: DueReport): string {
  const span = within === null ? '現在の' : `から${within}日以内の`
  const past = tasks.filter(({ due }) => due < asOf).length
  return `${asOf} ${wareki(asOf)}（${weekday(asOf)}）${span}期限: ${tasks.length}件（過ぎているもの ${past}件）`
}

function wordNext(tasks: readonly Task[]): string {
  const counts = idsOf('dueState').map((state) => ({
    state: state as DueState,
    count: tasks.filter((task) => task.state === state).length,
  }))
  const worst = counts.findLast(({ count }) => count > 0)!
  if (worst.state === 'open') return '近い期限はありません。'
  return `次にすること: 「${label('dueState', worst.state)}」の${worst.count}件を済ませて、ファイルに記録してください。`
}

const styles = { open: null, soon: 'advice', due: 'judgement', overdue: 'violation' } as const
function paint(line: string, state: DueState, style: Style): string {
  const name = styles[state]
  return name === null ? line : style(name, line)
}
