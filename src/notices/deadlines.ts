import { excerpt, inline, sentence } from '../comment/escape.ts'
import type { Deadline } from '../due.ts'
import type { DueState } from '../generated/service.ts'
import { type Task, tasksOf } from '../reporters/due.ts'
import { wareki } from '../wareki.ts'
import { type DepartmentIssue, listed, stopped } from './issue.ts'
import { linkNow } from './links.ts'

export const deadlinesPrefix = '<!-- shinsa:deadlines '

export type DeadlinesOf = {
  /** The folder and the name of the section. */
  slug: string
  name: string
  deadlines: readonly Deadline[]
  /** Files whose days nobody can count. */
  unreadable: readonly string[]
  /** The address of the repository. */
  repository: string
}

/** What is near or past, the worst first. Nothing in it depends on the day itself: an issue is written when something changes. */
export function deadlinesIssue({ slug, name, deadlines, unreadable, repository }: DeadlinesOf): DepartmentIssue {
  const marker = `${deadlinesPrefix}${slug} -->`
  const tasks = tasksOf(deadlines).filter(({ state }) => state !== 'open')
  const groups = states.flatMap(({ state, heading }) => {
    const lines = tasks.filter((task) => task.state === state).map((task) => wordTask(task, repository))
    return lines.length === 0 ? [] : ['', `### ${heading}（${lines.length}件）`, '', ...lines]
  })
  const faulty = unreadable.map((file) => `- [ ] ${linkNow(file, repository)}`)
  const rest =
    faulty.length === 0 ? [] : ['', `### 読めないため、期限を数えられないファイル（${faulty.length}件）`, '', ...faulty]
  const isOpen = tasks.length > 0 || unreadable.length > 0
  const lines = isOpen ? [introduction, ...listed([...groups, ...rest])] : [nothingLeft]
  return {
    marker,
    title: `期限のお知らせ: ${name}`,
    labels: ['期限'],
    body: `${[marker, ...lines].join('\n')}\n`,
    isOpen,
  }
}

const introduction =
  '期限の近いもの、過ぎたものの一覧です。済んだことを台帳のファイルに記録すると、毎日の更新で一覧から消え、すべて済むとこの票は閉じます。'
const nothingLeft = '期限の近いもの、過ぎたものは、今はありません。次の期限が近づくと、この票がもう一度開きます。'

const states: readonly { state: DueState; heading: string }[] = [
  { state: 'overdue', heading: '期限を過ぎています' },
  { state: 'due', heading: '目安日を過ぎています' },
  { state: 'soon', heading: '期限が近づいています' },
]

function wordTask({ due, item, subject, service, suspended, file, more }: Task, repository: string): string {
  const number = /^form([3-7])$/.exec(item)?.[1]
  const form = number === undefined || subject.startsWith(`様式${number}`) ? '' : `様式${number}・`
  const others = more === 0 ? '' : `（ほか${more}件）`
  const use = `${service === '' ? '' : `${excerpt(service, 60)} `}${suspended ? stopped : ''}`
  return `- [ ] **${wareki(due)}**（${isoOf(due)}） ${form}${sentence(subject)}${others}: ${use}${linkNow(file, repository)}`
}

/** Days come from files that rules have read; what is none is shown as code. */
const isoOf = (day: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? day : inline(day))
