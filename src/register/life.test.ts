import { expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import { readingOf } from '../check.ts'
import { dueOf } from '../due.ts'
import { appendAll } from '../ledger/chain.ts'
import { blameless, differing } from '../testing/blameless.ts'
import { permitted } from '../testing/ledger.ts'
import { lifeOf } from './life.ts'

const path = 'services/koho/a.yml'
const asOf = '2026-12-01'
const lived = (given: object, records: Parameters<typeof lifeOf>[3] = []) => {
  const value = differing(blameless, { contract: { end: null }, use: { period: { end: null } }, ...given })
  return lifeOf(value, path, dueOf(path, readingOf(value), policies, asOf), records)
}
const words = (events: ReturnType<typeof lifeOf>) =>
  events.map(({ date, what, detail, state }) => [date, what, detail, state].filter((word) => word !== null).join(' '))

test('起きたことと、これからのことが、日の順に並ぶ', () =>
  expect(
    words(
      lived({
        information: { kinds: ['personal'] },
        checks: [
          { form: 4, date: '2026-06-28', items: [{ id: 'f4-01', result: 'no' }] },
          { form: 5, date: '2026-07-01', items: [{ id: 'f5-01', result: 'yes' }] },
        ],
        confirmations: [{ date: '2026-08-03', status: 'in-use' }],
      }),
    ),
  ).toEqual([
    '2026-06-01 申請日 新規',
    '2026-06-20 可否決定の日 可',
    '2026-06-22 仕様の適合を確認した日',
    '2026-06-25 契約締結日',
    '2026-06-28 様式4の点検 一部実施・未実施 1件',
    '2026-07-01 契約の開始日',
    '2026-07-01 利用開始日',
    '2026-07-01 様式5の点検',
    '2026-08-03 利用状況の確認 利用中',
    '2027-07-01 様式5（運用・保守）の点検 期限 open',
  ]))

test('期限である日は、することとして一度だけ並ぶ', () => {
  const ends = words(lived({ contract: { end: '2027-03-31' } })).filter((word) => word.startsWith('2027-03-31'))
  expect(ends).toEqual(['2027-03-31 契約の更新・更改・終了の手続き 期限 open'])
  const conditions = words(lived({ conditions: [{ id: 'sensitive-care', reason: '理由', date: '2027-01-31' }] }))
  expect(conditions.filter((word) => word.startsWith('2027-01-31'))).toHaveLength(1)
  expect(words(lived({ conditions: [{ id: 'sensitive-care', date: '2026-05-20' }] }))[0]).toBe(
    '2026-05-20 要配慮個人情報の慎重な判断 記録した日',
  )
})

test('停止と終了', () =>
  expect(
    words(
      lived({
        suspension: { date: '2026-10-01', reason: '調べるため。', until: '2026-10-31' },
        termination: { date: '2026-11-30', reported: '2026-12-01', reason: 'switched' },
      }),
    ).slice(-4),
  ).toEqual([
    '2026-10-01 停止した日 調べるため。',
    '2026-10-31 停止の期限',
    '2026-11-30 利用終了日 別サービスへの乗換え',
    '2026-12-01 届出日',
  ]))

test('許可と、許可のない取込みと、却下', () => {
  const records = appendAll(
    [],
    [
      { ...permitted('1', { path }), transition: 'new' },
      { ...permitted('2', { path }), kind: 'irregular', transition: null, recordedAt: '2026-07-02T09:00:00+09:00' },
      { ...permitted('3', { path }), kind: 'rejected', recordedAt: '2026-07-03T09:00:00+09:00' },
      permitted('4', { path: 'services/koho/b.yml' }),
    ],
  ).map(({ record }) => record)
  expect(words(lived({}, records)).filter((word) => word.includes('D-2026'))).toEqual([
    '2026-07-01 許可（新規） D-2026-000000',
    '2026-07-02 許可未確認 D-2026-000001',
    '2026-07-03 却下（点検） D-2026-000002',
  ])
})

test('日でないものは並ばない', () =>
  expect(lifeOf({ application: { date: 'きのう' }, checks: 'なし', conditions: [null] }, path, [], [])).toEqual([]))
