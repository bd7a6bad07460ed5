import { exempt, factRule } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'
import { claimedRow, claimHolds, isBarred } from '../claim.ts'

export default factRule({
  title: '利用申請の省略',
  section: '9',
  why: '広く使われるサービスや、ほかの手続きで確かめたサービスでは、申請の手間を省くためです。',
  interpretations: [1, 6, 9],
  *check(facts) {
    const row = claimedRow(facts)
    if (row === undefined || !claimHolds(row, facts) || isBarred(row, facts)) return
    yield exempt('/use/exemption', `「${label('exemption', row.id)}」に当たるため、利用申請は要りません。`)
  },
})
