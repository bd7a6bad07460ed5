import { expect, test } from 'vitest'
import { judge, readingOf } from '../../src/check.ts'
import { blameless, differing } from '../../src/testing/blameless.ts'
import type { Difference } from '../../src/testing/cases.ts'
import { policies } from '../index.ts'

const findings = (id: string, given: Difference) =>
  judge(readingOf(differing(blameless, given)), policies).find((judged) => judged.id === id)?.findings ?? []
const places = (id: string, given: Difference): string[] => findings(id, given).map(({ at }) => at)

test('可と決まった企画書に足りないものは、1つずつ言う', () => {
  const messages = findings('09-procedure/informatization-plan', {
    application: { informatizationPlan: { number: null, date: null } },
  }).map(({ message }) => message)
  expect(messages).toEqual([
    '情報化企画書の整理番号が書かれていません。',
    '情報化企画書の可否決定の日が書かれていません。',
  ])
})

test('決定を待つ間は、契約があるかどうかで言うことが変わる', () => {
  const application = { informatizationPlan: { decision: 'pending', number: null, date: null } }
  const messageWith = (contract: Difference | null): string | undefined =>
    findings('09-procedure/informatization-plan', { application, contract })[0]?.message
  const open = '情報化企画書の可否決定が「決定待ち」です。'
  expect([messageWith({ concluded: null }), messageWith(null)]).toEqual([open, open])
  expect(messageWith({ concluded: '2026-06-25' })).toBe(
    '情報化企画書の可否決定が「決定待ち」なのに、契約（2026-06-25）が結ばれています。',
  )
})

test('読めない整理番号は、決定の日がないことを隠さない', () => {
  const given = { application: { informatizationPlan: { number: 12, date: null } } }
  expect(places('09-procedure/informatization-plan', given)).toEqual(['/application/informatizationPlan'])
})

test('求められていない記載は、まとまりごとに言い、読めないまとまりはほかを隠さない', () => {
  expect(places('09-procedure/not-asked', { use: { exemption: 'telecom' }, contract: 'なし' })).toEqual([
    '/application',
    '/risks',
  ])
  const given = { service: { pricing: 'free' }, criteria: 'なし', information: { pia: { result: 'basic' } } }
  expect(places('09-procedure/not-asked', given)).toEqual(['/application/informatizationPlan', '/information/pia'])
})

test('当たらない主張には、何が当たるかを示す', () => {
  const message = (exemption: string) => findings('09-procedure/exemption-claim', { use: { exemption } })[0]?.message
  expect(message('free-map-search-translation')).toBe(
    '「無料の地図・検索・翻訳サービス」に当たるのは、無料の「地図」「検索」「翻訳」のサービスだけです。',
  )
  expect(message('free-information-gathering')).toBe(
    '「職務に必要な情報を収集する無料のサービス」に当たるのは、無料のサービスだけです。',
  )
})

test('判定の名前で、求められていない理由を言う', () => {
  const message = (use: Difference) => findings('09-procedure/not-asked', { use })[0]?.message
  expect(message({ exemption: 'telecom' })).toBe('「申請不要」の利用に、「利用申請」の記載は求められていません。')
  expect(message({ governedBy: 'school-policy' })).toBe('「対象外」の利用に、「利用申請」の記載は求められていません。')
})
