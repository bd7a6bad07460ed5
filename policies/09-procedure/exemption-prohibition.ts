import { factRule, prohibit } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'
import { claimedRow, claimHolds, isBarred } from '../claim.ts'

export default factRule({
  title: '申請不要のサービスでの重要情報',
  section: '9',
  why: '申請を省くサービスのうち安全を個別に確かめないものには、重要情報を預けられないためです。',
  interpretations: [4, 5],
  *check(facts) {
    const row = claimedRow(facts)
    if (row === undefined || !claimHolds(row, facts) || !isBarred(row, facts)) return
    yield prohibit(
      '/use/exemption',
      `「${label('exemption', row.id)}」で重要情報を扱うことはできません。`,
      '重要情報を扱わない使い方に改めるか、重要情報を扱える別のサービスを選んでください。',
    )
  },
})
