import { changeRule, violation } from '../../src/rule.ts'

export default changeRule({
  title: '更改と終了',
  section: '9',
  why: '終える利用と続ける利用とでは、手続きも点検の様式も異なるためです。',
  interpretations: [21],
  *check({ transition, renewed }) {
    if (transition !== 'termination' || renewed.length === 0) return
    yield violation(
      '/termination',
      '利用の終了と更改が、同じ変更に含まれています。',
      '終える利用は許可されたときの内容のまま終了し、別のサービスに乗り換えるときは新しいファイルで申請してください。',
    )
  },
})
