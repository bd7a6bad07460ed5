import { applicationRule, judgement } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'

export default applicationRule({
  title: '特定個人情報保護評価の要否',
  section: '5',
  why: '特定個人情報を扱う事務では、扱う前に評価が要るかどうかを判断する必要があるためです。',
  *check({ information }) {
    if (!information.kinds.includes('specific-personal') || information.pia !== undefined) return
    yield judgement(
      '/information',
      `「${label('informationKind', 'specific-personal')}」を扱うのに、特定個人情報保護評価の要否と状況が書かれていません。`,
      'information.pia に評価の結果と日付を書き、評価の義務がなければ information.pia.result を not-required（義務なし）にしてください。',
    )
  },
})
