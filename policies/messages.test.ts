import { describe, expect, test } from 'vitest'
import { judgeChanges } from '../src/change.ts'
import { judge, readingOf } from '../src/check.ts'
import { parseSource } from '../src/source/document.ts'
import { blameless, differing } from '../src/testing/blameless.ts'
import type { Difference } from '../src/testing/cases.ts'
import { policies } from './index.ts'

const said = (id: string, given: Difference): string[] =>
  judge(readingOf(differing(blameless, given)), policies)
    .filter((judged) => judged.id === id)
    .flatMap(({ findings }) => findings.map(({ message, remedy }) => `${message}${remedy ?? ''}`))

/** What a case cannot say: that the message names what it is about. */
const messages: Record<string, [given: Difference, message: string][]> = {
  '03-scope/network-matrix': [
    [
      { use: { networks: ['lgwan'] } },
      '「クラウドサービス（インターネット）」を「庁内情報系」から利用することはできません。' +
        'この区分のサービスを使えるのは「個別・インターネット系」です。接続元か、サービスの区分を見直してください。',
    ],
    [
      { service: { class: 'government-cloud' } },
      '「ガバメントクラウド」を「個別・インターネット系」から利用することはできません。' +
        'この区分のサービスを使えるのは「住民情報系」か「庁内情報系」です。接続元か、サービスの区分を見直してください。',
    ],
  ],
  '09-procedure/exemption-claim': [
    [
      { use: { exemption: 'free-map-search-translation' } },
      '「無料の地図・検索・翻訳サービス」に当たるのは、無料の「地図」「検索」「翻訳」のサービスだけです。' +
        'service.pricing と service.category を確かめ、正しければ use.exemption を消して利用を申請してください。',
    ],
    [
      { use: { exemption: 'free-information-gathering' } },
      '「職務に必要な情報を収集する無料のサービス」に当たるのは、無料のサービスだけです。' +
        'service.pricing と service.category を確かめ、正しければ use.exemption を消して利用を申請してください。',
    ],
  ],
  '14-monitoring/right-form': [
    [
      { information: { kinds: ['personal'] }, checks: [{ form: 7, date: '2027-07-01', items: [] }] },
      '様式7は、この利用の点検に使う様式ではありません。' +
        'この利用の点検には様式4、様式5、様式6を使います。様式か、取り扱う情報の種類を確かめてください。',
    ],
  ],
  '05-personal/safety-measures': [
    [
      { information: { kinds: ['critical', 'personal', 'special-care'] } },
      '「保有個人情報」「要配慮個人情報」を扱うのに、安全管理措置が書かれていません。' +
        'information.safetyMeasures に、個人情報保護法の安全管理措置として確かめて行うことを書いてください。',
    ],
  ],
  '06-risk/accepted': [
    [
      { risks: [{ id: 'common-opacity', accepted: false }] },
      'リスク2「運用が公開されず対策が難しい」を許容できないとしているため、利用できません。' +
        'リスクを減らす対策をとって accepted を true に改め、その方法を note に書くか、別のサービスを選んでください。',
    ],
    [
      { risks: [{ id: 'volcano', accepted: false }] },
      'このリスクを許容できないとしているため、利用できません。' +
        'リスクを減らす対策をとって accepted を true に改め、その方法を note に書くか、別のサービスを選んでください。',
    ],
  ],
}

const twoChecks = [
  { form: 7, date: '2027-07-01', by: '主査', items: [] },
  { form: 7, date: '2028-07-01', items: [] },
]
const widened =
  '利用の目的または業務の範囲の変更が、許可された範囲を広げないかを確かめる必要があります。' +
  '範囲が広がるときは、application.type を renewal（更改）にして更改を申請してください。'
const contact = { contact: '内線 5678' }

const messagesOnChanges: Record<string, [base: Difference | null, head: Difference, message: string][]> = {
  '09-procedure/correction': [
    [
      {},
      { department: contact },
      '許可された内容の訂正が、許可の前提を変えないかを確かめる必要があります。' +
        '審査する人に分かるように、変更の理由をプルリクエストに書いてください。',
    ],
    [{}, { use: { purpose: '区民の意見を広く集める。' } }, widened],
    [{}, { department: contact, use: { scope: '意見募集の受付と公表。' } }, widened],
  ],
  '09-procedure/new': [
    [
      null,
      { checks: twoChecks },
      '許可の前の申請に、点検の記録が書かれています。利用が許可されてから書いてください。' +
        '既に許可された利用を台帳へ移すときは、application.permittedBefore に元の許可を書いてください。',
    ],
    [
      { use: { exemption: 'telecom' } },
      { checks: twoChecks },
      '許可の前の申請に、点検の記録が書かれています。利用が許可されてから書いてください。',
    ],
  ],
  '14-monitoring/append-only': [
    [
      { checks: twoChecks },
      { checks: twoChecks.map(({ by, ...check }) => check) },
      'これまでの点検の記録が書き換えられています。' + '元の記録に戻し、新しい点検の記録は最後に書き加えてください。',
    ],
    [
      { checks: twoChecks },
      { checks: twoChecks.slice(0, 1) },
      'これまでの点検の記録が消えています。消えた点検の記録を元に戻してください。',
    ],
  ],
}

describe.each(Object.entries(messagesOnChanges))('%s', (id, cases) => {
  const file = 'services/soumu/example.yml'
  const stateOf = (given: Difference | null) =>
    given === null ? null : parseSource(file, JSON.stringify(differing(blameless, given), null, 2))
  test.each(cases)('%j → %j', (base, head, message) => {
    const { diagnostics } = judgeChanges([{ file, base: stateOf(base), head: stateOf(head) }], policies)
    const found = diagnostics.filter(({ rule }) => rule === id)
    expect(found.map(({ message, remedy }) => `${message}${remedy}`)).toEqual([message])
  })
})

describe.each(Object.entries(messages))('%s', (id, cases) => {
  test.each(cases)('%j', (given, message) => expect(said(id, given)).toEqual([message]))
})
