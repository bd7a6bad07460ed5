import { appendAll } from '../ledger/chain.ts'
import { type Draft, empty, type Written } from '../ledger/record.ts'

const commitOf = (letter: string): string => letter.repeat(40)

/** A permitted merge; its commit, content and key are made of one letter. */
export const permitted = (
  letter: string,
  { parent = commitOf('0'), path = 'services/koho/youtube.yml' } = {},
): Draft => ({
  ...empty,
  kind: 'permission',
  transition: 'check',
  main: { parent, commit: commitOf(letter) },
  pr: {
    number: 1,
    author: { user: 'hanako', userId: 11 },
    head: commitOf('a'),
    mergedAt: '2026-07-01T00:00:00Z',
    mergedBy: 'jiro',
  },
  files: [{ path, blob: commitOf(letter), outcome: 'application', form: 1 }],
  approvals: [
    {
      user: 'jiro',
      userId: 12,
      reviewId: 5,
      commit: commitOf('a'),
      submittedAt: '2026-06-30T00:00:00Z',
      bodySha256: 'b'.repeat(64),
    },
  ],
  team: { slug: 'joho-seisaku', memberIdsSha256: 'c'.repeat(64) },
  checks: [{ name: '審査/承認', id: 1, appId: 2, externalId: 'x' }],
  ruleSuite: { id: 3, result: 'pass' },
  engine: { version: '1.0.0', digest: 'd'.repeat(64) },
  rules: { version: '1.0.0', digest: 'e'.repeat(64) },
  diagnosticsSha256: 'f'.repeat(64),
  recordedAt: '2026-07-01T09:00:00+09:00',
})

/** Genesis, an application, a check, a merge that nobody approved, a rejection, and the merge that cures. */
export function sample(): Written[] {
  const genesis: Draft = {
    ...empty,
    kind: 'genesis',
    main: { parent: null, commit: commitOf('0') },
    recordedAt: '2026-06-01T09:00:00+09:00',
    settingsSha256: '9'.repeat(64),
  }
  const application: Draft = {
    ...permitted('1'),
    transition: 'new',
    judgements: [
      {
        key: '9b07e1d2',
        rule: '03-scope/principle-exception',
        pointer: '/service/category',
        answer: 'conditional',
        reason: '令和8年度末までに移す。',
        by: { user: 'jiro', userId: 12 },
      },
    ],
  }
  const { files } = permitted('3')
  const bypass: Draft = {
    ...empty,
    kind: 'irregular',
    transition: 'correction',
    main: { parent: commitOf('2'), commit: commitOf('3') },
    files,
    reasons: ['承認がありません。'],
    recordedAt: '2026-07-03T09:00:00+09:00',
  }
  const rejected: Draft = { ...permitted('4'), kind: 'rejected', main: null, approvals: [] }
  const cure: Draft = { ...permitted('5', { parent: commitOf('3') }), transition: 'correction', cures: [3] }
  return appendAll([], [genesis, application, permitted('2', { parent: commitOf('1') }), bypass, rejected, cure])
}
