import { applicationRule, violation } from '../../src/rule.ts'

export default applicationRule({
  title: '利用開始日',
  section: '9',
  why: '申請の審査と、その後の点検や確認の時期は、利用を始める日から決まるためです。',
  *check({ use }) {
    if (use.period?.start === undefined)
      yield violation(
        use.period === undefined ? '/use' : '/use/period',
        '利用開始日が書かれていません。',
        '利用を始める日を use.period.start に書いてください。',
      )
  },
})
