import { factRule, violation } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'
import { type Claim, claimedRow, claimHolds } from '../claim.ts'

export default factRule({
  title: '申請の省略に当たる事実',
  section: '9',
  why: '申請を省けるのは、表の行に当たるサービスだけだからです。',
  interpretations: [8],
  *check(facts) {
    const row = claimedRow(facts)
    if (row === undefined || claimHolds(row, facts)) return
    yield violation(
      '/use/exemption',
      `「${label('exemption', row.id)}」に当たるのは、${wordsOf(row)}だけです。`,
      'service.pricing と service.category を確かめ、正しければ use.exemption を消して利用を申請してください。',
    )
  },
})

/** 「無料の「地図」「検索」「翻訳」のサービス」 */
function wordsOf({ claim }: { claim?: Claim }): string {
  const price = claim?.pricing === undefined ? [] : [label('pricing', claim.pricing)]
  const kinds = (claim?.categories ?? []).map((category) => `「${label('category', category)}」`).join('')
  return [...price, ...(kinds === '' ? [] : [kinds]), 'サービス'].join('の')
}
