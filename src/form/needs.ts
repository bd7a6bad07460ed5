import { valueAt } from '../facts.ts'
import type { Pointer } from '../pointer.ts'
import type { Field } from './table.ts'

/** Whether this use has to answer a field. A condition that the file cannot tell of asks for nothing. */
export const isAsked = ({ id, need }: Field, service: unknown): boolean =>
  need === 'required' || (need === 'conditional' && Object.hasOwn(conditions, id) && conditions[id]!(service))

const is = (service: unknown, at: Pointer, ...values: readonly unknown[]): boolean =>
  values.includes(valueAt(service, at))
const has = (service: unknown, at: Pointer, ...values: readonly unknown[]): boolean => {
  const list = valueAt(service, at)
  return Array.isArray(list) && (values.length === 0 ? list.length > 0 : list.some((one) => values.includes(one)))
}

/** The conditions which the tables put into words, by the ids of the fields. */
export const conditions: Readonly<Record<string, (service: unknown) => boolean>> = {
  previousApplicationNo: (service) => is(service, '/application/type', 'renewal'),
  informatizationPlanNo: (service) => is(service, '/service/pricing', 'paid'),
  standardCompliantSystem: (service) => is(service, '/service/class', 'government-cloud'),
  serviceModel: (service) => is(service, '/service/class', 'cloud', 'government-cloud'),
  providerCorporateNumber: (service) => is(service, '/service/provider/country', 'JP'),
  // Who the other party is stands nowhere else.
  contractParty: () => false,
  subjectCount: (service) => has(service, '/information/kinds', 'personal', 'special-care', 'specific-personal'),
  specialCareReason: (service) => has(service, '/information/kinds', 'special-care'),
  piaStatus: (service) => has(service, '/information/kinds', 'specific-personal'),
  placeRestriction: (service) =>
    has(service, '/use/places', 'outside') ||
    has(service, '/use/lines', 'other') ||
    has(service, '/use/devices', 'other'),
  form6Result: (service) => has(service, '/information/kinds'),
}
