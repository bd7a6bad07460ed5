import type { Assessment } from '../assess.ts'
import type { DueEntry } from '../due.ts'
import type {
  Category,
  Condition,
  ConfirmationStatus,
  EndReason,
  InformationKind,
  Network,
  PlanDecision,
  Pricing,
  ServiceClass,
} from '../generated/service.ts'
import type { Permission } from '../ledger/permission.ts'
import type { UseStatus } from './status.ts'

export type RegisterDue = Pick<DueEntry, 'item' | 'due' | 'state'> & { subject: string }

/** One use in the register, as other programs read it: ids and days, null where nothing is stated. */
export type RegisterRow = {
  file: string
  status: UseStatus
  number: string | null
  department: string
  departmentName: string | null
  manager: string | null
  contact: string | null
  name: string | null
  plan: string | null
  url: string | null
  provider: { name: string | null; corporateNumber: string | null; country: string | null }
  class: ServiceClass | null
  category: Category | null
  networks: Network[]
  kinds: InformationKind[] | null
  pricing: Pricing | null
  purpose: string | null
  outcome: Assessment['outcome']
  form: 1 | 2 | null
  start: string | null
  decision: { number: string | null; date: string | null; result: PlanDecision } | null
  contract: { start: string | null; end: string | null }
  lastCheck: { form: number; date: string; by: string | null; confirmed: string | null; open: number } | null
  lastConfirmation: { date: string; status: ConfirmationStatus } | null
  nextDue: RegisterDue | null
  nextCheck: RegisterDue | null
  nextConfirmation: RegisterDue | null
  /** What the guideline makes the use depend on, and what the file records about it. */
  conditions: { id: Condition; reason: string | null; date: string | null }[]
  /** What the ledger says; null where there is no ledger. */
  permission: {
    state: Permission['state']
    record: string | null
    date: string | null
    /** `due` is null once nobody asks the question any more. */
    conditions: {
      rule: string
      pointer: string
      reason: string
      record: string
      date: string
      due: string | null
    }[]
  } | null
  suspension: { date: string | null; until: string | null; reason: string | null } | null
  termination: {
    date: string | null
    reported: string | null
    reason: EndReason | null
    successor: string | null
    exported: boolean | null
    deleted: boolean | null
    certificate: string | null
    certificateDue: string | null
  } | null
}
