import type { Assessment } from '../assess.ts'
import type { Service } from '../generated/service.ts'
import { stated } from '../stated.ts'

/** What the register says of a use on a day; the order is that of the summaries. */
export const statuses = {
  'in-use': '利用中',
  'not-begun': '利用開始前',
  applied: '可否決定待ち',
  rejected: '不許可',
  suspended: '利用停止',
  exempt: '申請不要',
  'out-of-scope': '対象外',
  prohibited: '利用不可',
  incomplete: '情報不足',
  unreadable: '読めない',
  ended: '終了',
} as const

export type UseStatus = keyof typeof statuses
export const useStatuses = Object.keys(statuses) as UseStatus[]
export const wordStatus = (status: UseStatus): string => statuses[status]

/** An end outlasts everything, and whoever stopped a use stopped it whatever else is true of it. */
export function statusOf(service: Service, outcome: Assessment['outcome'], asOf: string): UseStatus {
  if (stated(() => (service.termination?.date ?? asOf) <= asOf && service.termination !== undefined)) return 'ended'
  if (isSuspended(service, asOf)) return 'suspended'
  if (outcome !== 'application') return outcome
  const decision = stated(() => service.application?.informatizationPlan?.decision)
  if (decision === 'rejected') return 'rejected'
  if (decision === 'pending') return 'applied'
  const start = stated(() => service.use.period?.start)
  return start !== null && start > asOf ? 'not-begun' : 'in-use'
}

/** From its day to its last one; a day that cannot be read does not lift it. */
export function isSuspended(service: Service, asOf: string): boolean {
  if (stated(() => service.suspension) === null) return false
  const from = stated(() => service.suspension?.date)
  const until = stated(() => service.suspension?.until)
  return (from === null || from <= asOf) && (until === null || asOf <= until)
}
