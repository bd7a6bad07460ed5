import type { Service } from '../src/generated/service.ts'
import type { Procedure } from '../src/rule.ts'

type Check = NonNullable<Service['checks']>[number]
type Form = Check['form']

/** Whether §9 asks for a form in this use. */
export const asksFor = (form: Form, { checks }: Procedure): boolean => checks.some((asked) => asked.form === form)

/** The day of the newest check by a form, whatever the order in which they are written. */
export function lastCheck(form: Form, { checks = [] }: Pick<Service, 'checks'>): string | undefined {
  const days = checks.filter((check) => check.form === form).map(({ date }) => date)
  return latest(days)
}

export const latest = (days: readonly (string | undefined)[]): string | undefined =>
  days.reduce((newest, day) => (newest === undefined || (day !== undefined && day > newest) ? day : newest), undefined)
