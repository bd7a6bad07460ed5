import type { Difference } from './cases.ts'

/** A use that needs an application and has everything: no rule finds anything to say about it. */
export const blameless = {
  service: {
    name: '例示サービス',
    provider: { name: '株式会社例示', corporateNumber: '7123456789012', country: 'JP' },
    category: 'online-survey',
    class: 'cloud',
    model: 'saas',
    pricing: 'paid',
    arrangedByItSection: false,
  },
  department: { name: '総務部 総務課', manager: '総務課長', contact: '内線 1234' },
  use: {
    purpose: '区民の意見を集める。',
    scope: '意見募集の受付と集計。',
    networks: ['internet'],
    period: { start: '2026-07-01', end: '2027-03-31', autoRenewal: false },
    places: ['office'],
    lines: ['internal'],
    devices: ['issued'],
    users: 12,
    generativeAi: false,
    standardCompliantSystem: false,
  },
  information: { kinds: [], description: '意見の本文。氏名は集めない。' },
  application: {
    type: 'new',
    number: 'R8-0012',
    date: '2026-06-01',
    informatizationPlan: { number: '8練総総第12号', decision: 'approved', date: '2026-06-20' },
  },
  contract: {
    form: 'agreement',
    start: '2026-07-01',
    end: '2027-03-31',
    cost: { initial: 0, annual: 240000 },
    serviceLevel: '仕様書第6章',
    responsibilities: '仕様書第5章',
    conditionsConfirmed: '2026-06-22',
    concluded: '2026-06-25',
  },
  risks: [
    'common-oversight',
    'common-opacity',
    'common-offshore',
    'common-shared-platform',
    'common-supply-chain',
    'contract-policy-fit',
  ].map((id) => ({ id, accepted: true, note: '仕様書で確かめた。' })),
} satisfies Difference

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The base with a difference merged in, mapping by mapping; lists are replaced, null takes away. */
export function differing(base: unknown, given: unknown): unknown {
  if (!isMapping(base) || !isMapping(given)) return given
  const merged = {
    ...base,
    ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, differing(base[key], value)])),
  }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
}
