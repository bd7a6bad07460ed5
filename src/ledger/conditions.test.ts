import { expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import type { Deadline } from '../due.ts'
import { questionsOf } from '../gate/judgements.ts'
import { deadlinesOf } from '../register.ts'
import { parseSource, type SourceDocument } from '../source/document.ts'
import { blameless, differing } from '../testing/blameless.ts'
import type { Difference } from '../testing/cases.ts'
import { permitted } from '../testing/ledger.ts'
import { appendAll } from './chain.ts'
import { datedConditions } from './conditions.ts'
import type { LedgerRecord, RecordedJudgement } from './record.ts'

const path = 'services/koho/youtube.yml'
const sourceOf = (given: Difference): SourceDocument => parseSource(path, JSON.stringify(differing(blameless, given)))
const careful = { information: { kinds: ['personal', 'special-care'] } }
const asked = { rule: '03-scope/network-matrix', pointer: '/use/networks/0', key: '' }

type Answer = Partial<Pick<RecordedJudgement, 'key' | 'rule' | 'pointer' | 'answer' | 'reason'>>
/** One permission for each list of answers, all of them on 2026-07-01. */
const recordsOf = (...answers: readonly (readonly Answer[])[]): LedgerRecord[] =>
  appendAll(
    [],
    answers.map((judgements, index) => ({
      ...permitted(String(index + 1), { parent: String(index).repeat(40), path }),
      transition: index === 0 ? ('new' as const) : ('correction' as const),
      judgements: judgements.map((answer) => ({
        ...{ ...asked, answer: 'conditional' as const, reason: '令和9年3月末までに、契約の別紙に明記する。' },
        ...{ by: { user: 'jiro', userId: 12 }, ...answer },
      })),
    })),
  ).map(({ record }) => record)
const dues = (given: Difference, records: readonly LedgerRecord[], asOf = '2027-04-01'): Deadline[] =>
  deadlinesOf(sourceOf(given), path, { policies, asOf, records }).filter(({ item }) => item === 'condition')
const short = ({ due, state }: Deadline): string => `${due} ${state}`

test('条件付の理由にある日に、期限が来る', () => {
  expect(dues(careful, recordsOf([{}]))).toEqual([
    expect.objectContaining({
      ...{ file: path, pointer: '/use/networks/0', item: 'condition', due: '2027-03-31', state: 'overdue' },
      ...{ section: '3', rule: '03-scope/network-matrix', subject: '許可の条件（D-2026-000000）への対応' },
      remedy: expect.stringMatching(/^条件「令和9年3月末までに、契約の別紙に明記する。」への対応を.*。$/),
    }),
  ])
})

test.each([
  ['2027-07-01', '2027-07-01 soon'],
  ['2027-07-02', '2027-07-01 due'],
  ['2027-10-01', '2027-07-01 due'],
  ['2027-10-02', '2027-07-01 overdue'],
])('日のない条件は、許可から12か月後に見直す: %s', (asOf, expected) =>
  expect(dues(careful, recordsOf([{ reason: '閲覧を担当者に限ることを続ける。' }]), asOf).map(short)).toEqual([
    expected,
  ]))

test('新しい答えが、前の条件を済ませる', () => {
  expect(dues(careful, recordsOf([{}], [{ answer: 'accept', reason: '別紙に明記された。' }]))).toEqual([])
  const again = recordsOf([{}], [{ reason: '令和9年9月末まで延ばす。' }])
  expect(dues(careful, again).map(short)).toEqual(['2027-09-30 open'])
})

test('ファイルが直って問われなくなった条件は、もう期限が来ない', () => {
  const records = recordsOf([{}])
  expect(dues({ information: { kinds: ['personal'] } }, records)).toEqual([])
  expect(datedConditions(sourceOf({}), path, records, policies)).toMatchObject([{ due: null }])
})

test('問いは、鍵でも見分ける', () => {
  const [question] = questionsOf(sourceOf(careful), policies)
  const key = question!.hash.slice(0, 8)
  expect(dues(careful, recordsOf([{ key, pointer: '/use/networks/9' }])).map(short)).toEqual(['2027-03-31 overdue'])
  expect(dues(careful, recordsOf([{ key: '00000000', pointer: '/use/networks/9' }]))).toEqual([])
})

test('変更についての条件は、ファイルからは問い直せないので、残る', () =>
  expect(dues({}, recordsOf([{ rule: '09-procedure/correction', pointer: '/use/purpose' }])).map(short)).toEqual([
    '2027-03-31 overdue',
  ]))

test('終了した利用と、使えない利用には、条件の期限がない', () => {
  const records = recordsOf([{}])
  expect(dues({ ...careful, termination: { date: '2027-03-01' } }, records)).toEqual([])
  expect(dues({ ...careful, use: { networks: ['internet', 'lgwan'] } }, records)).toEqual([])
})

test('台帳がなければ、何も足さない', () =>
  expect(
    deadlinesOf(sourceOf(careful), path, { policies, asOf: '2027-04-01', records: null }).map(({ item }) => item),
  ).not.toContain('condition'))
