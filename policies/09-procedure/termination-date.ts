import { serviceRule, violation } from '../../src/rule.ts'

export default serviceRule({
  title: '利用終了日',
  section: '9',
  why: '終了の届出は、始まった利用の終わりを台帳に残すものだからです。',
  *check({ use, termination }) {
    const start = use.period?.start
    if (termination === undefined || start === undefined) return
    if (termination.date < start)
      yield violation(
        '/termination/date',
        `利用終了日（${termination.date}）が、利用開始日（${start}）より前です。`,
        'termination.date と use.period.start の日付を確かめてください。',
      )
  },
})
