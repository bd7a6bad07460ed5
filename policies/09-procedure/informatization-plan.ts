import { applicationRule, each, judgement, violation } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'

export default applicationRule({
  title: '情報化企画書の可否決定',
  section: '9',
  why: '重要情報を扱う利用と有料の利用では、情報化企画書の可否決定が利用の許可になるためです。',
  interpretations: [10, 11, 17],
  *check({ application, contract }, { application: asked }) {
    if (application === undefined || !asked.informatizationPlan) return
    const at = '/application/informatizationPlan'
    const { informatizationPlan: plan } = application

    if (plan === undefined)
      yield violation(
        '/application',
        'この利用には情報化企画書の申請が必要ですが、その記録がありません。',
        '利用申請とあわせて情報化企画書を出し、application.informatizationPlan に書いてください。',
      )
    else if (plan.decision === 'pending') yield judgement(`${at}/decision`, ...waiting(contract?.concluded))
    else {
      if (plan.decision === 'rejected')
        yield violation(
          `${at}/decision`,
          `情報化企画書の可否決定が「${label('planDecision', plan.decision)}」のため、この外部サービスは利用できません。`,
          '計画を改めて情報化企画書を出し直すか、この利用を取りやめてください。',
        )
      yield* each(decided, function* ({ key, name }) {
        if (plan[key] === undefined)
          yield violation(
            at,
            `情報化企画書の${name}が書かれていません。`,
            `${name}を application.informatizationPlan.${key} に書いてください。`,
          )
      })
    }
  },
})

/** The contract follows the decision: one that is there already is part of what has to be judged. */
const waiting = (concluded: string | undefined): [message: string, remedy: string] =>
  concluded === undefined
    ? [
        `情報化企画書の可否決定が「${label('planDecision', 'pending')}」です。`,
        '可否決定を確かめ、決まったら整理番号と決定の日もあわせて書いてください。',
      ]
    : [
        `情報化企画書の可否決定が「${label('planDecision', 'pending')}」なのに、契約（${concluded}）が結ばれています。`,
        '契約は可否決定の後に結ぶため、決まっていれば決定を書き、結んでいなければ contract.concluded を消してください。',
      ]

/** What a decided plan has to show. */
const decided = [
  { key: 'number', name: '整理番号' },
  { key: 'date', name: '可否決定の日' },
] as const
