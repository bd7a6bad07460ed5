import { factRule, outOfScope } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'

export default factRule({
  title: '別の規程に従う利用',
  section: '1',
  why: 'SNSの利用と学校の情報には専用の規程があり、本ガイドラインは及ばないためです。',
  interpretations: [26, 27],
  *check({ use }) {
    if (use.governedBy === null) return
    yield outOfScope(
      '/use/governedBy',
      `この利用には「${label('governedBy', use.governedBy)}」が適用され、本ガイドラインの申請は要りません。`,
      `「${label('governedBy', use.governedBy)}」の手続きに従ってください。`,
    )
  },
})
