import { policies } from '../../policies/index.ts'
import { readingOf } from '../check.ts'
import { byDay, type Deadline, dueOf } from '../due.ts'
import { blameless, differing } from './blameless.ts'
import type { Difference } from './cases.ts'

const asOf = '2026-12-01'
const evidence = (number: number, validUntil: string) => ({ number, result: 'met', validUntil })

/** Uses that have every item in every state between them, and texts that formats trip over. */
const uses: Record<string, Difference> = {
  'services/bunka/yoyaku.yml': {
    service: { name: '施設予約くん' },
    use: { period: { start: '2024-07-01' } },
    information: { kinds: ['personal'] },
    checks: [
      { form: 4, date: '2024-06-28', items: [] },
      { form: 5, date: '2025-10-30', items: [] },
    ],
    criteria: [evidence(1, '2027-01-31'), evidence(2, '2027-01-31'), evidence(6, '2027-02-01')],
    confirmations: [{ date: '2026-08-03', status: 'in-use' }],
  },
  'services/koho/kotoba.yml': {
    service: {
      name: '=HYPERLINK("https://example.com"),\\;\u202e𠮷野家の 𩸽 をたのしく学ぶ、とても長い名前のサービス',
    },
    department: { name: '区長室 広聴広報課' },
    use: { period: { start: '2025-03-31' } },
    contract: { end: null },
    conditions: [{ id: 'sensitive-care', date: '2026-12-01' }],
  },
  'services/shokuin/saiyo.yml': {
    service: { name: '採用ナビ' },
    suspension: { date: '2026-11-20', reason: '設定を確かめるため。' },
    use: { period: { start: '2027-01-12' } },
    information: { kinds: ['personal'] },
    contract: { end: '2026-11-30' },
  },
  'services/zaisei/ended.yml': {
    service: { name: '旧財務クラウド' },
    termination: { date: '2026-09-30', data: { deleted: true, certificateDue: '2026-11-30' } },
  },
}

export const sampleDay = asOf
export const sampleDeadlines: Deadline[] = Object.entries(uses)
  .flatMap(([file, given]) => dueOf(file, readingOf(differing(blameless, given)), policies, asOf))
  .sort(byDay)
