import { applicationRule, each, violation } from '../../src/rule.ts'

export default applicationRule({
  title: '様式4のあとの様式5',
  section: '11',
  why: '様式4は構築の確認、様式5は運用開始の確認であり、構築を確かめないまま運用を確かめることはできないためです。',
  interpretations: [30],
  *check(service) {
    const checks = service.checks ?? []
    yield* each(checks, function* (check, index) {
      if (check.form !== 5) return
      const introductions = checks.filter(({ form }) => form === 4)

      if (introductions.length === 0)
        yield violation(
          `/checks/${index}`,
          '様式4（導入・構築）の記録がないのに、様式5（運用・保守）の記録があります。',
          'checks に、導入・構築のときの様式4の記録を書いてください。',
        )
      else if (!introductions.some(({ date }) => date <= check.date))
        yield violation(
          `/checks/${index}/date`,
          '様式5（運用・保守）の点検日が、様式4（導入・構築）の点検日より前です。',
          '様式4と様式5の点検日を確かめてください。',
        )
    })
  },
})
