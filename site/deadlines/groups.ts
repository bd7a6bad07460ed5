import { byDay } from '../../src/due.ts'
import { type Task, tasksOf } from '../../src/reporters/due.ts'
import { fiscalYear, warekiMonth, warekiYear } from '../../src/wareki.ts'
import type { Site, Use } from '../site.ts'

/** Something to do, and the use in which it is. */
export type UseTask = Task & { use: Use }
/** What is to be done within a month, or what should have been done by now. */
export type Group = { id: string; title: string; tasks: UseTask[] }

/** What is past stands first; then month by month. */
export function groupsOf({ uses, asOf }: Pick<Site, 'uses' | 'asOf'>): Group[] {
  const tasks = uses.flatMap((use) => tasksOf(use.due).map((task): UseTask => ({ ...task, use }))).sort(byDay)
  const groups: Group[] = []
  for (const task of tasks) {
    const { id, title } = placeOf(task.due, asOf)
    if (groups.at(-1)?.id !== id) groups.push({ id, title, tasks: [] })
    groups.at(-1)!.tasks.push(task)
  }
  return groups
}

const placeOf = (due: string, asOf: string): Pick<Group, 'id' | 'title'> =>
  due < asOf
    ? { id: 'past', title: '期限や目安日を過ぎたもの' }
    : { id: `month-${due.slice(0, 7)}`, title: `${warekiMonth(due)}（${warekiYear(fiscalYear(due))}）` }
