import { applicationRule, each, violation } from '../../src/rule.ts'

export default applicationRule({
  title: '様式6と利用の終了',
  section: '12',
  why: '様式6は利用を終えるときの点検であり、重要情報を扱い続ける利用では使わないためです。',
  interpretations: [21, 22],
  *check({ information, termination, checks = [] }) {
    if (information.kinds.length === 0 || termination !== undefined) return
    yield* each(checks, function* (check, index) {
      if (check.form !== 6) return
      // Whoever handles important information again has introduced the service anew, and recorded it.
      if (checks.slice(index + 1).some(({ form, date }) => form === 4 && date >= check.date)) return
      yield violation(
        `/checks/${index}`,
        '重要情報を扱う利用が続いているのに、様式6（更改・廃棄）の記録があります。',
        '利用を終えたなら termination を、再び導入したなら様式4の記録を書き、重要情報を扱わなくなったなら information.kinds を空にしてください。',
      )
    })
  },
})
