import { applicationRule, violation } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'

export default applicationRule({
  title: '個人情報の安全管理措置',
  section: '5',
  why: '個人情報を預ける前に、漏えいなどを防ぐ措置を確かめておく義務があるためです。',
  *check({ information }) {
    const personal = information.kinds.filter((kind) => kind !== 'critical')
    if (personal.length === 0 || information.safetyMeasures !== undefined) return
    yield violation(
      '/information',
      `${personal.map((kind) => `「${label('informationKind', kind)}」`).join('')}を扱うのに、安全管理措置が書かれていません。`,
      'information.safetyMeasures に、個人情報保護法の安全管理措置として確かめて行うことを書いてください。',
    )
  },
})
