import { applicationRule, violation } from '../../src/rule.ts'

export default applicationRule({
  title: '仕様の適合の確認',
  section: '8',
  why: '提供者と外部サービスが調達の仕様を満たすことは、契約を結ぶまでに確かめるものだからです。',
  *check({ information, contract }) {
    if (information.kinds.length === 0 || contract?.concluded === undefined) return
    const { concluded, conditionsConfirmed } = contract
    if (conditionsConfirmed === undefined)
      yield violation(
        '/contract',
        '契約を結んでいますが、仕様の適合を確認した日が書かれていません。',
        '提供者と外部サービスが仕様を満たすことを確認した日を、contract.conditionsConfirmed に書いてください。',
      )
    else if (conditionsConfirmed > concluded)
      yield violation(
        '/contract/conditionsConfirmed',
        `仕様の適合を確認した日（${conditionsConfirmed}）が、契約締結日（${concluded}）より後です。`,
        '契約を結ぶまでに確認した日を書き、日付の誤りであれば直してください。',
      )
  },
})
