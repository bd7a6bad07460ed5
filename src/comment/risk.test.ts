import { describe, expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import { criteria } from '../../policies/tables.ts'
import { assess } from '../assess.ts'
import { withDefaults } from '../facts.ts'
import type { Service } from '../generated/service.ts'
import { blameless, differing } from '../testing/blameless.ts'
import type { Difference } from '../testing/cases.ts'
import { type Levels, type Shift, shiftsBetween, type Version } from './risk.ts'

const levels: Levels = new Map(criteria.rows.map(({ number, level, title }) => [number, { level, title }]))
const versionOf = (given: Difference): Version => {
  const service = withDefaults(differing(blameless, given)) as Service
  return { service, assessment: assess(service, policies) }
}
const shifts = (before: Difference, after: Difference): Shift[] =>
  shiftsBetween(versionOf(before), versionOf(after), levels)
const words = (found: readonly Shift[]): string[] =>
  found.map(({ effect, what, before, after }) => `${effect} ${what}: ${before} → ${after}`)

const personal = { information: { kinds: ['personal'] } }
const row = (number: number, result: string) => ({ criteria: [{ number, result }] })

describe('一つの変化は、上がる・下がるのどちらかで、戻せば逆になる', () => {
  test.each<[string, Difference, Difference, string]>([
    ['接続元', {}, { use: { networks: ['internet', 'lgwan'] } }, '接続元のネットワークが増える：庁内情報系'],
    ['契約', {}, { contract: { form: 'terms' } }, '契約の形態'],
    ['区分', {}, { service: { class: 'web' } }, 'サービスの区分'],
    ['場所', {}, { use: { places: ['office', 'outside'] } }, '利用場所が増える：庁外'],
    ['回線', {}, { use: { lines: ['internal', 'other'] } }, '利用回線が増える：庁内回線以外'],
    ['端末', {}, { use: { devices: ['other'] } }, '利用端末が増える：支給端末以外'],
    ['料金', {}, { service: { pricing: 'free' } }, '有料・無料'],
    ['国', {}, { service: { provider: { country: 'US' } } }, '提供者の国'],
    ['生成AI', {}, { use: { generativeAi: true } }, '生成AI機能の利用'],
    ['同意による配信', {}, { information: { publishedWithConsent: true } }, '本人の同意による配信'],
    ['本人の数', { information: { subjects: 10 } }, { information: { subjects: 11 } }, '本人の数'],
    ['取扱者の数', { information: { handlers: 1 } }, { information: { handlers: 2 } }, '取扱者の数'],
    ['職員数', {}, { use: { users: 13 } }, '利用する職員数'],
    ['安全管理措置', { information: { safetyMeasures: '鍵' } }, {}, '安全管理措置'],
    ['サービスレベル', {}, { contract: { serviceLevel: null } }, 'サービスレベル'],
    ['責任分界点', {}, { contract: { responsibilities: null } }, '責任分界点'],
    ['自動更新', {}, { use: { period: { autoRenewal: true } } }, '自動更新'],
    ['必須の行', row(1, 'met'), row(1, 'unmet'), '別表No.1「保存・処理の所在」（必須）'],
    ['中の行', row(18, 'met'), row(18, 'not-applicable'), '別表No.18「目標復旧時間（RTO）」（中）'],
    ['リスク', {}, { risks: [{ id: 'common-offshore', accepted: false }] }, '許容しないリスク'],
  ])('%s', (_, before, after, what) => {
    const [up, down] = [shifts(before, after), shifts(after, before)]
    expect(up.filter(({ effect }) => effect === 'raises').map((shift) => shift.what)).toContain(what)
    expect(up.filter(({ effect }) => effect === 'lowers')).toEqual([])
    expect(down.filter(({ effect }) => effect === 'raises')).toEqual([])
    expect(down.filter(({ effect }) => effect === 'lowers').length).toBeGreaterThan(0)
  })
})

test('同じ内容には、変化がない', () => {
  for (const given of [{}, personal, { use: { generativeAi: true } }]) expect(shifts(given, given)).toEqual([])
})

test('書かれていない真偽は、いいえと同じ', () => {
  expect(shifts({ use: { period: { autoRenewal: null } } }, {})).toEqual([])
})

test('提供者は法人番号で見分け、なければ名称で見分ける', () => {
  const renamed = { service: { provider: { name: '例示株式会社' } } }
  expect(shifts({}, renamed)).toEqual([])
  expect(words(shifts({}, { service: { provider: { corporateNumber: '8000012010038' } } }))).toEqual([
    'raises 提供者が替わる: ` 株式会社例示 ` → ` 株式会社例示 `',
  ])
  const unnumbered = { service: { provider: { corporateNumber: null } } }
  expect(shifts(unnumbered, differing(unnumbered, renamed) as Difference)).toMatchObject([{ what: '提供者が替わる' }])
})

test('国内から国外へは上がり、国外から国内へは下がり、国外どうしは上がる', () => {
  const from = (country: string) => ({ service: { provider: { country } } })
  const effects = (before: string, after: string) => shifts(from(before), from(after)).map(({ effect }) => effect)
  expect(effects('JP', 'US')).toEqual(['raises'])
  expect(effects('US', 'JP')).toEqual(['lowers'])
  expect(effects('US', 'CN')).toEqual(['raises'])
  expect(effects('US', 'US')).toEqual([])
})

test('別表になかった行や、知らない行は、変化に数えない', () => {
  expect(shifts({}, row(1, 'unmet'))).toEqual([])
  expect(shifts(row(99, 'met'), row(99, 'unmet'))).toEqual([])
  expect(shifts(row(1, 'unmet'), row(1, 'not-applicable'))).toEqual([])
})

test('リスクを上げるものが先で、重いものほど先に並び、手続き、下がるものと続く', () => {
  const before = differing(personal, {
    contract: { form: 'agreement' },
    use: { lines: ['internal', 'other'] },
    ...row(1, 'met'),
  }) as Difference
  const after: Difference = {
    information: { kinds: ['personal', 'specific-personal', 'special-care'] },
    contract: { form: 'terms' },
    use: { networks: ['internet', 'mynumber'], lines: ['internal'], generativeAi: true },
    ...row(1, 'unmet'),
  }
  expect(words(shifts(before, after))).toMatchInlineSnapshot(`
    [
      "raises ガイドラインの判定: 利用申請が必要 → 利用不可",
      "raises 取り扱う情報が増える：特定個人情報: 保有個人情報 → 保有個人情報、特定個人情報、要配慮個人情報",
      "raises 取り扱う情報が増える：要配慮個人情報: 保有個人情報 → 保有個人情報、特定個人情報、要配慮個人情報",
      "raises 接続元のネットワークが増える：住民情報系: 個別・インターネット系 → 個別・インターネット系、住民情報系",
      "raises 別表No.1「保存・処理の所在」（必須）: 満たす → 満たさない",
      "raises 契約の形態: 契約書の取り交わし → 約款・規約への同意",
      "raises 生成AI機能の利用: いいえ → はい",
      "procedure 申請の様式: 様式1 → －",
      "procedure 情報化企画: 必要 → 不要",
      "procedure 別表の行（必須・判断）: 4・36 → －",
      "procedure 点検の様式: 様式4・様式5・様式6 → －",
      "lowers 利用回線が減る：庁内回線以外: 庁内回線、庁内回線以外 → 庁内回線",
    ]
  `)
})

test('重要情報が加わると、判定と手続きの変化も並ぶ', () => {
  expect(
    words(shifts({ service: { pricing: 'free' } }, { service: { pricing: 'free' }, ...personal })),
  ).toMatchInlineSnapshot(`
    [
      "raises ガイドラインの判定: 利用申請が必要 → 利用不可",
      "raises 取り扱う情報が増える：保有個人情報: 重要情報なし → 保有個人情報",
      "procedure 申請の様式: 様式2 → －",
      "procedure 点検の様式: 様式7 → －",
    ]
  `)
  expect(words(shifts({}, personal))).toMatchInlineSnapshot(`
    [
      "raises 取り扱う情報が増える：保有個人情報: 重要情報なし → 保有個人情報",
      "procedure 申請の様式: 様式2 → 様式1",
      "procedure 別表の行（必須・判断）: － → 4・36",
      "procedure 点検の様式: 様式7 → 様式4・様式5・様式6",
    ]
  `)
})

test('申請が要らなかった利用が要るようになると、判定の変化が先頭に来る', () => {
  const exempt = { use: { exemption: 'download-only' } }
  expect(words(shifts(exempt, {}))[0]).toBe('raises ガイドラインの判定: 申請不要 → 利用申請が必要')
  expect(words(shifts({}, exempt)).at(-1)).toBe('lowers ガイドラインの判定: 利用申請が必要 → 申請不要')
  expect(words(shifts({}, { service: { class: null } }))[0]).toMatch(/^procedure ガイドラインの判定/)
})
