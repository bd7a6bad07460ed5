import { policies } from '../../policies/index.ts'
import { departments } from '../../policies/tables.ts'
import { appendAll } from '../ledger/chain.ts'
import type { LedgerRecord } from '../ledger/record.ts'
import { byFile, type Register, type RegisterContext, registerRow } from '../register.ts'
import { parseSource, type SourceDocument } from '../source/document.ts'
import { blameless, differing } from './blameless.ts'
import type { Difference } from './cases.ts'
import { permitted } from './ledger.ts'

/** What somebody could write so that a sheet or a page would run it. */
export const hostile = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://example.com/?"&A1,"開く")',
  '+81-3-3993-1111',
  '-1+1',
  '@SUM(1+1)',
  '\t=1+1',
  '＝１＋１',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "';--",
  '改行の\n=1+1',
]

const item = (id: string, result: string, note?: string): object => ({ id, result, ...(note && { note }) })
const kinds = ['personal', 'special-care']

/** Uses in every state, and texts that formats trip over. */
const uses: Record<string, Difference> = {
  'services/bunka/yoyaku.yml': {
    service: { name: '施設予約くん', plan: 'スタンダード' },
    use: { period: { start: '2024-07-01' } },
    information: { kinds },
    conditions: [{ id: 'sensitive-care', reason: '介助の要否に限る。', date: '2024-05-20' }],
    checks: [
      { form: 4, date: '2024-06-28', items: [item('f4-01', 'no')] },
      {
        ...{ form: 5, date: '2025-10-30', by: '主査', confirmed: '2025-11-04' },
        items: [item('f5-01', 'yes'), item('f5-14', 'partial', '残りは2月に行う。')],
      },
    ],
    confirmations: [{ date: '2026-08-03', status: 'in-use' }],
  },
  'services/koho/stopped.yml': {
    service: { name: '動画の広場', pricing: 'free' },
    application: { number: 'R8-0013', informatizationPlan: null },
    suspension: { date: '2026-11-20', reason: '約款が変わったため。', until: '2027-01-31' },
  },
  'services/koho/form.yml': { service: { name: 'LoGoフォーム' }, use: { exemption: 'logo-form' }, application: null },
  'services/kikaku/genai.yml': {
    service: { name: '例示生成AI' },
    use: { period: { start: '2027-04-01' } },
    application: { informatizationPlan: { number: '8練企企第1号', decision: 'pending', date: null } },
  },
  'services/kikaku/later.yml': { use: { period: { start: '2027-04-01' } } },
  'services/kikaku/refused.yml': { application: { informatizationPlan: { decision: 'rejected' } } },
  'services/kyoiku-somu/drill.yml': { service: { name: '学校のドリル' }, use: { governedBy: 'school-policy' } },
  'services/shokuin/lgwan.yml': { use: { networks: ['mynumber'] } },
  'services/shokuin/half.yml': { service: { class: null } },
  'services/zaisei/ended.yml': {
    service: { name: '旧財務クラウド' },
    suspension: { date: '2026-08-01', reason: '終える前に止めたため。' },
    termination: {
      ...{ date: '2026-09-30', reported: '2026-10-02', reason: 'switched', successor: '新財務クラウド' },
      data: { exported: true, deleted: false, certificateDue: '2026-11-30' },
    },
  },
  'services/zaisei/ending.yml': { termination: { date: '2027-03-31' } },
}

/** Of a section that no table names: one use for each hostile text. */
const hostileUses = Object.fromEntries(
  hostile.map((name, index): [string, Difference] => [
    `services/unknown/hostile-${index + 1}.yml`,
    {
      service: { name, plan: name, provider: { name } },
      department: { name, manager: name },
      application: { number: name },
      conditions: [{ id: 'principle-exception', reason: name }],
    },
  ]),
)

const sources = Object.entries({ ...uses, ...hostileUses }).map(
  ([file, given]): SourceDocument => parseSource(file, JSON.stringify(differing(blameless, given))),
)
export const sampleSources: readonly SourceDocument[] = [...sources, parseSource('services/zeimu/broken.yml', 'a: [')]

const path = 'services/bunka/yoyaku.yml'
const commit = (letter: string): string => letter.repeat(40)
/** One permission with a condition, and one merge that nobody approved. */
const sampleRecords: readonly LedgerRecord[] = appendAll(
  [],
  [
    { ...permitted('0', { path }), kind: 'genesis', transition: null, files: [], approvals: [], pr: null },
    {
      ...permitted('1', { path }),
      transition: 'new',
      judgements: [
        {
          ...{ key: '3f2a91c4', rule: '03-scope/network-matrix', pointer: '/use/networks/0', answer: 'conditional' },
          ...{ reason: '令和8年度末までに\n見直す。', by: { user: 'jiro', userId: 12 } },
        },
      ],
    },
    {
      ...permitted('2', { parent: commit('1'), path: 'services/kikaku/later.yml' }),
      ...{ kind: 'irregular', approvals: [], pr: null },
    },
  ],
).map(({ record }) => record)

export const sampleContext: RegisterContext = {
  policies,
  departments: departments.departments,
  asOf: '2026-12-01',
  records: sampleRecords,
}

export const sampleRegister = (context: RegisterContext = sampleContext): Register => ({
  asOf: context.asOf,
  at: null,
  rows: sampleSources.map((source) => registerRow(source, source.file, context)).sort(byFile),
})
