import { byCodeUnit } from '../diagnostic.ts'
import type { Handover, HandoverUse } from '../handover.ts'
import { wordService } from '../reporters/words.ts'

type Due = HandoverUse['due'][number]
export type Task = Due & { use: HandoverUse; more: number }

/** What falls due, the nearest first; what runs out on one day in one use is one thing to do. */
export function tasksOf({ uses }: Handover): Task[] {
  const tasks: Task[] = []
  for (const use of uses)
    for (const due of use.due) {
      const same = tasks.find((task) => task.use === use && task.due === due.due && task.item === due.item)
      if (same === undefined) tasks.push({ ...due, use, more: 0 })
      else same.more += 1
    }
  return tasks.sort((a, b) => byCodeUnit(a.due, b.due) || byCodeUnit(a.use.file, b.use.file))
}

export const wordTask = ({ subject, more }: Task): string => (more === 0 ? subject : `${subject}（ほか${more}件）`)

/** Who is asked about the uses: what the files name as manager and contact, each once. */
export const contactsOf = ({ uses }: Handover): string[] => [
  ...new Set(
    uses
      .filter(({ status }) => status !== 'ended')
      .map(({ manager, contact }) => [manager, contact].filter((name) => name !== null).join('　'))
      .filter((name) => name !== ''),
  ),
]

/** A use by its name, and that it is stopped. */
export const nameOf = ({ name, file, status }: HandoverUse): string =>
  wordService({ service: name ?? file, suspended: status === 'suspended' })
