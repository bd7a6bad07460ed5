import { serviceRule, violation } from '../../src/rule.ts'

export default serviceRule({
  title: '利用期間',
  section: '9',
  why: '利用期間は、許可の範囲と台帳の管理の元になるためです。',
  *check({ use: { period } }) {
    if (period?.start === undefined || period.end === undefined) return
    if (period.end < period.start)
      yield violation(
        '/use/period/end',
        `利用終了予定日（${period.end}）が、利用開始日（${period.start}）より前です。`,
        'use.period.start と use.period.end の日付を確かめてください。',
      )
  },
})
