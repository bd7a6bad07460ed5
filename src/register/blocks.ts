import type { Service } from '../generated/service.ts'
import { each } from '../rule.ts'
import { stated } from '../stated.ts'
import type { RegisterRow } from './row.ts'

export const aboutService = (service: Service) => ({
  name: stated(() => service.service.name),
  plan: stated(() => service.service.plan),
  url: stated(() => service.service.url),
  provider: {
    name: stated(() => service.service.provider.name),
    corporateNumber: stated(() => service.service.provider.corporateNumber),
    country: stated(() => service.service.provider.country),
  },
  class: stated(() => service.service.class),
  category: stated(() => service.service.category),
  networks: stated(() => service.use.networks.map((network) => network)) ?? [],
  kinds: stated(() => service.information.kinds.map((kind) => kind)),
  pricing: stated(() => service.service.pricing),
  purpose: stated(() => service.use.purpose),
})

export const aboutTime = (service: Service) => ({
  start: stated(() => service.use.period?.start),
  decision: stated(() => {
    const plan = service.application?.informatizationPlan
    return plan && { number: plan.number ?? null, date: plan.date ?? null, result: plan.decision }
  }),
  contract: { start: stated(() => service.contract?.start), end: stated(() => service.contract?.end) },
})

/** A record that cannot be read counts as none; the file's own diagnostics name it. */
const readable = <Item, Result>(items: readonly Item[] | null, read: (item: Item) => Result): Result[] => [
  ...each<Item, Result>(items ?? [], function* (item) {
    yield read(item)
  }),
]

/** The newest by its day, whatever the order in which they are written. */
const newest = <Item extends { date: string }>(items: readonly Item[]): Item | null =>
  items.reduce<Item | null>((last, item) => (last === null || item.date >= last.date ? item : last), null)

export const aboutRecords = (service: Service) => ({
  lastCheck: newest(
    readable(
      stated(() => service.checks),
      ({ form, date, by, confirmed, items }) => ({
        ...{ form, date, by: by ?? null, confirmed: confirmed ?? null },
        open: items.filter(({ result }) => result === 'partial' || result === 'no').length,
      }),
    ),
  ),
  lastConfirmation: newest(
    readable(
      stated(() => service.confirmations),
      ({ date, status }) => ({ date, status }),
    ),
  ),
  conditions: readable(
    stated(() => service.conditions),
    ({ id, reason, date }) => ({ id, reason: reason ?? null, date: date ?? null }),
  ),
})

export const suspensionOf = (service: Service): RegisterRow['suspension'] =>
  stated(() => service.suspension) && {
    date: stated(() => service.suspension?.date),
    until: stated(() => service.suspension?.until),
    reason: stated(() => service.suspension?.reason),
  }

export const terminationOf = (service: Service): RegisterRow['termination'] =>
  stated(() => service.termination) && {
    date: stated(() => service.termination?.date),
    reported: stated(() => service.termination?.reported),
    reason: stated(() => service.termination?.reason),
    successor: stated(() => service.termination?.successor),
    exported: stated(() => service.termination?.data?.exported),
    deleted: stated(() => service.termination?.data?.deleted),
    certificate: stated(() => service.termination?.data?.certificate),
    certificateDue: stated(() => service.termination?.data?.certificateDue),
  }
