import type { RegisterRow } from '../src/register/row.ts'
import type { Task } from './wizard/model/work.ts'

/** What can be done with a use: one that has ended is only corrected, one that needs no application has no form to be checked by. */
export function tasksFor({ status, form }: Pick<RegisterRow, 'status' | 'form'>): Exclude<Task, 'new'>[] {
  if (status === 'unreadable') return []
  if (status === 'ended') return ['renew']
  return [...(form === null ? [] : (['check'] as const)), 'confirm', 'renew', 'terminate']
}
