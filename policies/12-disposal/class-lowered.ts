import { changeRule, violation } from '../../src/rule.ts'

export default changeRule({
  title: '重要情報をやめるときの点検',
  section: '12',
  why: '重要情報を扱わなくなるときも、提供者の側に残る重要情報を消したことを確かめるためです。',
  interpretations: [22],
  *check({ transition, base, head }) {
    if (transition !== 'renewal' || base?.outcome !== 'application' || head === null) return
    if (base.service.termination !== undefined || head.service.information.kinds.length > 0) return
    if (base.service.information.kinds.length === 0) return
    const { checks } = head.service
    const recorded = base.service.checks?.length ?? 0
    if (checks?.slice(recorded).some(({ form }) => form === 6)) return
    yield violation(
      checks === undefined ? '' : '/checks',
      '重要情報を扱わなくなるのに、様式6（更改・廃棄）の記録が加えられていません。',
      '重要情報の取出しと消去を確かめ、checks の最後に様式6の記録を書いてください。',
    )
  },
})
