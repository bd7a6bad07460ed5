import { describe, expect, test } from 'vitest'
import { judge, readingOf } from '../src/check.ts'
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

describe.each(Object.entries(messages))('%s', (id, cases) => {
  test.each(cases)('%j', (given, message) => expect(said(id, given)).toEqual([message]))
})
