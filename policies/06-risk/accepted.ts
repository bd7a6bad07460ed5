import { applicationRule, each, violation } from '../../src/rule.ts'
import { risks } from '../tables.ts'

export default applicationRule({
  title: '許容できないリスク',
  section: '6',
  why: '許容できないリスクを残したままでは、サービスの利用を選べないためです。',
  *check(service) {
    yield* each(service.risks, function* ({ id, accepted }, index) {
      if (accepted) return
      const risk = risks.rows.find((row) => row.id === id)
      yield violation(
        `/risks/${index}/accepted`,
        `${risk === undefined ? 'このリスク' : `リスク${risk.number}「${risk.label}」`}を許容できないとしているため、利用できません。`,
        'リスクを減らす対策をとって accepted を true に改め、その方法を note に書くか、別のサービスを選んでください。',
      )
    })
  },
})
