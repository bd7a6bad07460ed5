import { each, serviceRule, violation } from '../../src/rule.ts'

export default serviceRule({
  title: '点検の記録の順',
  section: '14',
  why: '点検の記録は古い順に書き足すものであり、順が狂うと前回の点検がいつかを誤るためです。',
  *check({ checks = [] }) {
    yield* each(checks, function* ({ form, date }, index) {
      const before = checks[index - 1]
      if (before === undefined || before.date <= date) return
      // A 様式5 before every 様式4 is the fault of 11-operation/after-introduction, whatever the order of the list.
      if (form === 5 && checks.every((other) => other.form !== 4 || other.date > date)) return
      yield violation(
        `/checks/${index}/date`,
        '点検日が、一つ前の記録の点検日より前です。',
        '点検日を確かめ、点検の記録を古い順に書いてください。',
      )
    })
  },
})
