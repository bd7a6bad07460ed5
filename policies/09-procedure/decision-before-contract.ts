import { applicationRule, violation } from '../../src/rule.ts'

export default applicationRule({
  title: '可否決定の後の契約',
  section: '9',
  why: '情報化企画書の可否決定が利用の許可に代わり、契約はその後に結ぶためです。',
  interpretations: [12],
  *check({ application, contract }, { application: asked }) {
    const plan = application?.informatizationPlan
    const concluded = contract?.concluded
    if (!asked.informatizationPlan || plan === undefined || concluded === undefined) return

    if (plan.decision === 'approved' && plan.date !== undefined && plan.date > concluded)
      yield violation(
        '/contract/concluded',
        `契約締結日（${concluded}）が、情報化企画書の可否決定の日（${plan.date}）より前です。`,
        '契約は可否決定の後に結び、日付の誤りであれば直してください。',
      )
  },
})
